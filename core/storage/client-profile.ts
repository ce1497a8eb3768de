import type { Database } from 'better-sqlite3'
import { type ClientProfile, clientProfileSchema } from '../customers/client-profile.ts'
import { readJsonBlob } from './blobs.ts'
import { clientRow } from './clients.ts'

/** What a client has told of themselves; null where it has not arrived, or where their key is destroyed. */
export function loadProfile(db: Database, clientId: string): ClientProfile | null {
  const row = clientRow(db, clientId)
  const profile = row && clientProfileSchema.safeParse(readJsonBlob(db, { subject: clientId, hash: row.profileHash }))
  return profile?.success ? profile.data : null
}
