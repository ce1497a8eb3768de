import type { Database } from 'better-sqlite3'
import { numberKeys } from '../../customers/search-keys.ts'
import { holdPlaced, holdReleased, savingsCashMoved, savingsOpened } from '../../savings/savings-records.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import type { HoldTable, SavingsAccountTable } from '../tables.ts'
import type { Applied } from './applied.ts'

const insertAccount = prepared<
  {
    readonly [K in keyof SavingsAccountTable & string]: SavingsAccountTable[K]
  },
  unknown
>((db, param) =>
  db.insertInto('savings_account').values({
    account_id: param('account_id'),
    number: param('number'),
    client_id: param('client_id'),
    branch_id: param('branch_id'),
    product_id: param('product_id'),
    product_version: param('product_version'),
    control_account: param('control_account'),
    currency: param('currency'),
    status: param('status'),
    custodian_log: param('custodian_log'),
    custody_epoch: param('custody_epoch'),
    opened_position: param('opened_position'),
    opened_on: param('opened_on'),
  }),
)
const addWithdrawn = prepared<{ accountId: string; date: string; amountMinor: bigint }, unknown>((db, param) =>
  db
    .insertInto('withdrawal_day')
    .values({
      account_id: param('accountId'),
      date: param('date'),
      amount_minor: param('amountMinor'),
    })
    .onConflict(conflict =>
      conflict.columns(['account_id', 'date']).doUpdateSet(eb => ({
        amount_minor: eb('withdrawal_day.amount_minor', '+', eb.ref('excluded.amount_minor')),
      })),
    ),
)
const insertHold = prepared<
  Omit<{ readonly [K in keyof HoldTable & string]: HoldTable[K] }, 'released_position'>,
  unknown
>((db, param) =>
  db.insertInto('hold').values({
    hold_id: param('hold_id'),
    account_id: param('account_id'),
    amount_minor: param('amount_minor'),
    reason: param('reason'),
    placed_position: param('placed_position'),
    placed_on: param('placed_on'),
    released_position: null,
  }),
)
const releaseHold = prepared<{ holdId: string; position: number }, unknown>((db, param) =>
  db
    .updateTable('hold')
    .set({ released_position: param('position') })
    .where('hold_id', '=', param('holdId')),
)

/** Moves what has been paid out of the account on a business date; a reversal gives it back to its original date. */
export const moveWithdrawnOn = (db: Database, accountId: string, date: string, amountMinor: bigint): void => {
  addWithdrawn.run(db, { accountId, date, amountMinor })
}

function openAccount(db: Database, { position, record }: Applied): void {
  const body = savingsOpened.parse(record.body)
  insertAccount.run(db, {
    account_id: body.accountId,
    number: body.number,
    client_id: body.clientId,
    branch_id: record.branch,
    product_id: body.productId,
    product_version: body.productVersion,
    control_account: body.controlAccount,
    currency: body.currency,
    status: 'active',
    custodian_log: body.custodian,
    custody_epoch: 1,
    opened_position: position,
    opened_on: record.businessDate,
  })
  replaceSearchKeys(db, position, numberKeys(body.number))
  advanceSeries(db, 'account', record.log)
}

function placeHold(db: Database, { position, record }: Applied): void {
  const { holdId, accountId, amountMinor, reason } = holdPlaced.parse(record.body)
  insertHold.run(db, {
    hold_id: holdId,
    account_id: accountId,
    amount_minor: amountMinor,
    reason,
    placed_position: position,
    placed_on: record.businessDate,
  })
}

export const savingsAppliers = {
  'savings.opened': openAccount,
  'savings.deposited': () => undefined,
  'savings.withdrawn': (db: Database, { record }: Applied) => {
    const { accountId, amountMinor } = savingsCashMoved.parse(record.body)
    moveWithdrawnOn(db, accountId, record.businessDate, amountMinor)
  },
  'hold.placed': placeHold,
  'hold.released': (db: Database, { position, record }: Applied) => {
    releaseHold.run(db, {
      holdId: holdReleased.parse(record.body).holdId,
      position,
    })
  },
}
