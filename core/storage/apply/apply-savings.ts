import type { Database } from 'better-sqlite3'
import { numberKeys } from '../../customers/search-keys.ts'
import { accrualSchema } from '../../interest/accrual.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { savingsClosed, savingsOpened, savingsTakenOver } from '../../savings/savings-records.ts'
import { accrualRowOf } from '../close-of-business.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import type { SavingsAccountTable } from '../tables/savings-tables.ts'
import { setHolders } from './account-holders.ts'
import { addPaidIn, countMoves } from './account-moves.ts'
import type { Applied } from './applied.ts'
import { keepAccrual, markClosed } from './apply-close-of-business.ts'

type NewAccount = Omit<
  { readonly [K in keyof SavingsAccountTable & string]: SavingsAccountTable[K] },
  'fee_months' | 'fees_owed_minor' | 'installments_judged' | 'installments_missed'
>

const insertAccount = prepared<NewAccount, unknown>((db, param) =>
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
    last_used_on: param('last_used_on'),
    matures_on: param('matures_on'),
    installment_minor: param('installment_minor'),
    paid_in_minor: param('paid_in_minor'),
    overdraft_minor: param('overdraft_minor'),
    signing: param('signing'),
    term_from: param('term_from'),
    mature_on: param('mature_on'),
    fee_months: 0,
    fees_owed_minor: 0n,
    installments_judged: 0,
    installments_missed: 0,
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
    last_used_on: record.businessDate,
    matures_on: body.maturesOn ?? null,
    installment_minor: body.installmentMinor ?? null,
    paid_in_minor: 0n,
    overdraft_minor: null,
    signing: body.signing ?? 'any',
    term_from: record.businessDate,
    mature_on: body.maturesOn ?? null,
  })
  setHolders(db, body.accountId, [body.clientId, ...(body.holders ?? [])])
  replaceSearchKeys(db, position, numberKeys(body.number))
  advanceSeries(db, 'account', record.log)
}

const setTerm = prepared<{ accountId: string; from: string; maturesOn: string; judged: number }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({
      term_from: param('from'),
      matures_on: param('maturesOn'),
      mature_on: param('maturesOn'),
      installments_judged: param('judged'),
    })
    .where('account_id', '=', param('accountId')),
)

/** No use that the client makes of it: the balance is in the lines. */
function takeOver(db: Database, { record }: Applied): void {
  const { accountId, term, paidInMinor, accrual } = savingsTakenOver.parse(record.body)
  if (term) setTerm.run(db, { accountId, ...term })
  if (paidInMinor !== undefined) addPaidIn.run(db, { accountId, amountMinor: paidInMinor })
  if (accrual) keepAccrual.run(db, { accountId, through: accrual.through, state: JSON.stringify(accrual) })
}

/** The term stays as it was said, until it is said again; what is counted again brings nothing from before. */
export function untakeOver(db: Database, { body }: JournalRecord): void {
  const { accountId, paidInMinor, accrual } = savingsTakenOver.parse(body)
  if (paidInMinor !== undefined) addPaidIn.run(db, { accountId, amountMinor: -paidInMinor })
  const row = accrual && accrualRowOf(db, accountId)
  if (!row) return
  const state = { ...accrualSchema.parse(JSON.parse(row.state)), takenOver: '0' }
  keepAccrual.run(db, { accountId, through: state.through, state: JSON.stringify(state) })
}

const moved = (db: Database, { record }: Applied): void => countMoves(db, record)

export const savingsAppliers = {
  'savings.closed': (db: Database, { record }: Applied) => {
    markClosed(db, savingsClosed.parse(record.body).accountId, record.businessDate)
    countMoves(db, record)
  },
  'savings.opened': openAccount,
  'savings.deposited': moved,
  'savings.withdrawn': moved,
  'savings.transferred': moved,
  'savings.taken-over': takeOver,
}
