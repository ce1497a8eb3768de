import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import type { JournalRecord } from '../journal/record.ts'
import { isDebitNormal } from '../ledger/ledger-account.ts'
import { accountLinesOf } from '../storage/lines.ts'
import type { StoredRecord } from '../storage/records.ts'
import type { BalanceEffect, Outcome } from './outcome.ts'

/** The ids and numbers that records make, by the names under which they stand in bodies. */
const createdNames = [
  'clientId',
  'accountId',
  'loanId',
  'holdId',
  'groupId',
  'guaranteeId',
  'collateralId',
  'drawerId',
  'transferId',
  'bankAccountId',
  'staffId',
  'inviteId',
  'branchId',
  'templateId',
  'recurringId',
  'instructionId',
  'paperId',
  'number',
] as const

const created = (body: JournalRecord['body']): Record<string, string> =>
  Object.fromEntries(createdNames.flatMap(name => (typeof body[name] === 'string' ? [[name, body[name]]] : [])))

/** What became of the command: read from the record and its lines, so that it is the same today and in ten years. */
export function outcomeOf(
  db: Database,
  stored: Omit<StoredRecord, 'signature' | 'bytes' | 'logNo'>,
  replayed: boolean,
): Outcome {
  const { record, hash, position } = stored
  return {
    key: record.key,
    record: { log: record.log, seq: record.seq },
    hash: hex(hash),
    type: record.type,
    businessDate: record.businessDate,
    recordedAt: record.recordedAt,
    replayed,
    ...(record.receipt === undefined ? {} : { receipt: record.receipt }),
    created: created(record.body),
    balances: balanceEffects(db, position),
  }
}

function balanceEffects(db: Database, position: number): BalanceEffect[] {
  return accountLinesOf(db, position).flatMap(line => {
    if (!line.subAccount || line.balanceMinor === null) return []
    const side = isDebitNormal(line.type) ? 1n : -1n
    const { account, accountName, subAccount, currency, balanceMinor, amountMinor } = line
    return [
      {
        account,
        accountName,
        subAccount,
        currency,
        beforeMinor: side * (balanceMinor - amountMinor),
        afterMinor: side * balanceMinor,
      },
    ]
  })
}
