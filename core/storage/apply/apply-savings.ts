import type { Database } from 'better-sqlite3'
import { numberKeys } from '../../customers/search-keys.ts'
import { savingsCashMoved, savingsOpened } from '../../savings/savings-records.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import type { SavingsAccountTable } from '../tables/savings-tables.ts'
import type { Applied } from './applied.ts'
import { moveWithdrawnOn } from './withdrawn.ts'

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

export const savingsAppliers = {
  'savings.opened': openAccount,
  'savings.deposited': () => undefined,
  'savings.withdrawn': (db: Database, { record }: Applied) => {
    const { accountId, amountMinor } = savingsCashMoved.parse(record.body)
    moveWithdrawnOn(db, accountId, record.businessDate, amountMinor)
  },
}
