import type { Database } from 'better-sqlite3'
import { clientRegistered } from '../../customers/customer-records.ts'
import { clientIdByNumber } from '../../storage/clients.ts'
import { recordByKey } from '../../storage/records.ts'
import { importKey, type RowIdentity } from './import-key.ts'

/** Finds a client by the number of the former system, as an import under the same name has registered them, or else by our own number. */
export const clientNumbered =
  (db: Database, { log, name }: Pick<RowIdentity, 'log' | 'name'>) =>
  (number: string): string | null => {
    const registered = recordByKey(db, importKey({ log, name, part: 'client', externalId: number }))
    return registered?.record.type === 'client.registered'
      ? clientRegistered.parse(registered.record.body).clientId
      : clientIdByNumber(db, number)
  }
