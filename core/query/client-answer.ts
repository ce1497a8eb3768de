import type { Database } from 'better-sqlite3'
import { businessDate } from '../calendar/business-date.ts'
import type { ClientProfile } from '../customers/client-profile.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { availableMinor } from '../savings/savings-account.ts'
import { blobName, readBlob } from '../storage/blobs.ts'
import { loadProfile } from '../storage/client-profile.ts'
import { clientRow } from '../storage/clients.ts'
import { accountsOfClient, loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { Answers } from './answers.ts'
import type { ClientAnswer } from './client-answers.ts'
import type { AccountSummary } from './savings-answers.ts'

/** What is shown of a person whose sealed profile has not arrived, or whose key is destroyed. */
const unknownProfile: ClientProfile = { givenNames: '?', sex: 'unstated', birthDate: businessDate('1900-01-01') }

export function clientAnswer(db: Database, clientId: string): Result<ClientAnswer, Refusal> {
  const row = clientRow(db, clientId)
  if (!row) return refuse({ type: 'client-unknown' })
  return ok({
    clientId,
    number: row.number,
    branchId: row.branchId,
    name: row.name || row.number,
    profile: loadProfile(db, clientId) ?? unknownProfile,
    hasPhoto: row.photoHash !== null,
    registeredOn: businessDate(row.registeredOn),
    accounts: accountsOfClient(db, clientId).flatMap(accountId => accountSummary(db, accountId) ?? []),
  })
}

/** The photo's bytes with their media type; null when there is none here. */
export function clientPhoto(db: Database, clientId: string): Answers['client-photo'] {
  const hash = clientRow(db, clientId)?.photoHash
  const bytes = hash && readBlob(db, { subject: clientId, hash })
  if (!hash || !bytes) return null
  return { mediaType: `image/${blobName(db, hash)?.slice('photo-'.length) ?? 'jpeg'}`, bytes: new Uint8Array(bytes) }
}

export function accountSummary(db: Database, accountId: string): AccountSummary | null {
  const account = loadSavingsAccount(db, accountId, null)
  if (!account) return null
  const { number, product, currency, balanceMinor, heldMinor } = account
  return {
    accountId,
    number,
    productName: product.name,
    currency,
    status: account.status,
    balanceMinor,
    heldMinor,
    availableMinor: availableMinor(account),
  }
}
