import type { Database } from 'better-sqlite3'
import {
  accountNamed,
  holdersSet,
  instructionCancelled,
  instructionPlaced,
  overdraftSet,
} from '../../savings/savings-records.ts'
import { prepared } from '../run.ts'
import type { StandingInstructionTable } from '../tables/savings-tables.ts'
import { setHolders } from './account-holders.ts'
import type { Applied } from './applied.ts'

const setStatus = prepared<{ accountId: string; status: string; date: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ status: param('status'), last_used_on: param('date') })
    .where('account_id', '=', param('accountId')),
)
const setLimit = prepared<{ accountId: string; limitMinor: bigint }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ overdraft_minor: param('limitMinor') })
    .where('account_id', '=', param('accountId')),
)
const setSigning = prepared<{ accountId: string; signing: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ signing: param('signing') })
    .where('account_id', '=', param('accountId')),
)
const firstHolder = prepared<{ accountId: string }, { client_id: string }>((db, param) =>
  db.selectFrom('savings_account').select('client_id').where('account_id', '=', param('accountId')),
)
const insertInstruction = prepared<
  Omit<
    { readonly [K in keyof StandingInstructionTable & string]: StandingInstructionTable[K] },
    'tried_on' | 'outcome'
  >,
  unknown
>((db, param) =>
  db.insertInto('standing_instruction').values({
    instruction_id: param('instruction_id'),
    account_id: param('account_id'),
    to_account_id: param('to_account_id'),
    amount_minor: param('amount_minor'),
    currency: param('currency'),
    frequency: param('frequency'),
    starts_on: param('starts_on'),
    ends_on: param('ends_on'),
    times: param('times'),
    retry_days: param('retry_days'),
    placed_position: param('placed_position'),
    done: param('done'),
    ended_on: param('ended_on'),
    next_on: param('next_on'),
    tried_on: null,
    outcome: null,
  }),
)
const endInstruction = prepared<{ instructionId: string; date: string }, unknown>((db, param) =>
  db
    .updateTable('standing_instruction')
    .set({ ended_on: param('date'), next_on: null })
    .where('instruction_id', '=', param('instructionId')),
)

export const accountCareAppliers = {
  'savings.reactivated': (db: Database, { record }: Applied) => {
    const { accountId } = accountNamed.parse(record.body)
    setStatus.run(db, { accountId, status: 'active', date: record.businessDate })
  },
  'savings.overdraft-set': (db: Database, { record }: Applied) => {
    setLimit.run(db, overdraftSet.parse(record.body))
  },
  'savings.holders-set': (db: Database, { record }: Applied) => {
    const { accountId, holders, signing } = holdersSet.parse(record.body)
    const first = firstHolder.get(db, { accountId })
    setHolders(db, accountId, [...(first ? [first.clientId] : []), ...holders])
    setSigning.run(db, { accountId, signing })
  },
  'standing-instruction.placed': (db: Database, { position, record }: Applied) => {
    const body = instructionPlaced.parse(record.body)
    insertInstruction.run(db, {
      instruction_id: body.instructionId,
      account_id: body.accountId,
      to_account_id: body.toAccountId,
      amount_minor: body.amountMinor,
      currency: body.currency,
      frequency: body.frequency,
      starts_on: body.startsOn,
      ends_on: body.endsOn ?? null,
      times: body.times ?? null,
      retry_days: body.retryDays,
      placed_position: position,
      done: 0,
      ended_on: null,
      next_on: body.startsOn,
    })
  },
  'standing-instruction.cancelled': (db: Database, { record }: Applied) => {
    const { instructionId } = instructionCancelled.parse(record.body)
    endInstruction.run(db, { instructionId, date: record.businessDate })
  },
}
