import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { JournalRecord } from '../journal/record.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { savingsOpened } from '../savings/savings-records.ts'
import { recordAt } from './records.ts'
import { prepared } from './run.ts'

const custodyOf = prepared<{ accountId: string }, { custodian_log: string; custody_epoch: number }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select(['custodian_log', 'custody_epoch'])
    .where('account_id', '=', param('accountId')),
)
const accountOfHold = prepared<{ holdId: string }, { account_id: string }>((db, param) =>
  db.selectFrom('hold').select('account_id').where('hold_id', '=', param('holdId')),
)

/** What a body may name that leads to a savings account; everything else in it is nothing to custody. */
const named = z.object({
  accountId: uuidSchema.optional().catch(undefined),
  holdId: uuidSchema.optional().catch(undefined),
  record: recordRefSchema.optional().catch(undefined),
})

/**
 * The savings account that the record touches, by its lines, body or custody, without being the account's custodian in the epoch that
 * holds now; null when there is none. Asked before the record is applied. Rule: Y22.
 */
export function violatedCustody(db: Database, record: JournalRecord): string | null {
  const opened = record.type === 'savings.opened' ? savingsOpened.safeParse(record.body) : null
  if (opened?.success && opened.data.custodian !== record.log) return opened.data.accountId
  return touchedAccounts(db, record).find(accountId => !isCustodian(db, record, accountId)) ?? null
}

function isCustodian(db: Database, { log, custody }: JournalRecord, accountId: string): boolean {
  const held = custodyOf.get(db, { accountId })
  if (!held) return true
  const epochs = (custody ?? []).filter(({ account }) => account === accountId).map(({ epoch }) => epoch)
  return held.custodianLog === log && epochs.length > 0 && epochs.every(epoch => epoch === held.custodyEpoch)
}

function touchedAccounts(db: Database, record: JournalRecord): readonly string[] {
  const { accountId, holdId, record: reversed } = named.parse(record.body)
  const held = holdId && accountOfHold.get(db, { holdId })?.accountId
  const original = record.type === 'operation.reversed' && reversed ? recordAt(db, reversed) : null
  const touched = [
    ...record.entries.flatMap(({ lines }) => lines.map(({ subAccount }) => subAccount)),
    ...(record.custody ?? []).map(({ account }) => account),
    accountId,
    held,
    original && named.parse(original.record.body).accountId,
  ]
  return [...new Set(touched)].filter(account => typeof account === 'string')
}
