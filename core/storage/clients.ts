import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { displayName, type NewClient } from '../customers/client-profile.ts'
import { foldText } from '../customers/fold-text.ts'
import { kycTierOf } from '../customers/kyc-tier.ts'
import type { LikelyDuplicate } from '../customers/register-client.ts'
import type { KycTier } from '../products/product-fields.ts'
import { readJsonBlob } from './blobs.ts'
import { prepared } from './run.ts'
import type { ClientTable } from './tables/client-tables.ts'

const byId = prepared<{ clientId: string }, ClientTable>((db, param) =>
  db.selectFrom('client').selectAll().where('client_id', '=', param('clientId')),
)
const byIdNumber = prepared<{ idNumber: string }, ClientTable>((db, param) =>
  db.selectFrom('client').selectAll().where('id_number_folded', '=', param('idNumber')).limit(5),
)
const byPhone = prepared<{ phone: string }, ClientTable>((db, param) =>
  db.selectFrom('client').selectAll().where('phone', '=', param('phone')).limit(5),
)
const byNameAndBirthDate = prepared<{ folded: string; birthDate: string }, ClientTable>((db, param) =>
  db
    .selectFrom('client')
    .selectAll()
    .where('name_folded', '=', param('folded'))
    .where('birth_date', '=', param('birthDate'))
    .limit(5),
)

export const clientRow = (db: Database, clientId: string) => byId.get(db, { clientId }) ?? null

const byNumber = prepared<{ number: string }, { client_id: string }>((db, param) =>
  db.selectFrom('client').select('client_id').where('number', '=', param('number')),
)

/** Whose number this is; null when it is nobody's. */
export const clientIdByNumber = (db: Database, number: string): string | null =>
  byNumber.get(db, { number })?.clientId ?? null

const addressOf = z.object({ address: z.string().min(1) })

/** How well the client is known here, by `kycTierOf`; null when there is no such client. Rule: K5. */
export function kycTierOfClient(db: Database, clientId: string): KycTier | null {
  const row = clientRow(db, clientId)
  if (!row) return null
  const profile = addressOf.safeParse(readJsonBlob(db, { subject: clientId, hash: row.profileHash }))
  return kycTierOf({
    hasPhone: row.phone !== null,
    hasIdNumber: row.idNumberFolded !== null,
    hasPhoto: row.photoHash !== null,
    hasAddress: profile.success,
  })
}

/** Who among the known clients may be this person, the likeliest first; nobody twice. */
export function likelyDuplicates(db: Database, client: NewClient): readonly LikelyDuplicate[] {
  const { idDocument, phone, birthDate } = client
  const found = [
    ...(idDocument ? byIdNumber.all(db, { idNumber: foldText(idDocument.number) }) : []).map(because('id-number')),
    ...(phone ? byPhone.all(db, { phone }) : []).map(because('phone')),
    ...byNameAndBirthDate
      .all(db, { folded: foldText(displayName(client)), birthDate })
      .map(because('name-and-birth-date')),
  ]
  return found.filter((one, place) => found.findIndex(({ clientId }) => clientId === one.clientId) === place)
}

const because =
  (reason: LikelyDuplicate['because']) =>
  ({ clientId, number, name }: { clientId: string; number: string; name: string }): LikelyDuplicate => ({
    clientId,
    number,
    name,
    because: reason,
  })

const namesOfAccount = prepared<{ accountId: string }, { number: string; name: string; client_number: string }>(
  (db, param) =>
    db
      .selectFrom('savings_account')
      .innerJoin('client', 'client.client_id', 'savings_account.client_id')
      .select(['savings_account.number', 'client.name', 'client.number as client_number'])
      .where('account_id', '=', param('accountId')),
)

const namesOfLoan = prepared<{ accountId: string }, { number: string; name: string; client_number: string }>(
  (db, param) =>
    db
      .selectFrom('loan')
      .innerJoin('client', 'client.client_id', 'loan.client_id')
      .select(['loan.number', 'client.name', 'client.number as client_number'])
      .where('loan_id', '=', param('accountId')),
)

/** The number of an account, or of a loan, with its client's name and number; null when there is neither. */
export const accountNames = (db: Database, accountId: string) =>
  namesOfAccount.get(db, { accountId }) ?? namesOfLoan.get(db, { accountId }) ?? null
