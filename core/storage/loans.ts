import type { Database } from 'better-sqlite3'
import { assert, present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import type { Loan } from '../loans/loan.ts'
import { type LoanAgreement, loanAgreementSchema } from '../loans/loan-agreement.ts'
import type { LoanEntry } from '../loans/loan-entry.ts'
import { loanDisbursed, loanEntrySchema, loanFiguresSchema } from '../loans/loan-records.ts'
import type { LoanDates } from '../loans/terms-of.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { type LoanState, loanStates } from '../refusals/loan-refusal.ts'
import { handsIn } from './loan-hands.ts'
import { parsedTexts } from './parsed-texts.ts'
import { parsedProduct } from './products.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { LoanTable } from './tables/loan-tables.ts'

interface LoanRow extends LoanTable {
  device_code: string | null
  product_body: string
}

const loanById = prepared<{ loanId: string }, LoanRow>((db, param) =>
  db
    .selectFrom('loan as l')
    .innerJoin('product as p', join =>
      join.onRef('p.product_id', '=', 'l.product_id').onRef('p.version', '=', 'l.product_version'),
    )
    .leftJoin('device', 'device.log_id', 'l.custodian_log')
    .selectAll('l')
    .select(['device.device_code', 'p.body as product_body'])
    .where('l.loan_id', '=', param('loanId')),
)

const eventsOf = prepared<{ loanId: string }, { position: number; body: string }>((db, param) =>
  db.selectFrom('loan_event').select(['position', 'body']).where('loan_id', '=', param('loanId')).orderBy('place'),
)

const approvalsOf = prepared<{ loanId: string }, { staff_id: string }>((db, param) =>
  db.selectFrom('loan_approval').select('staff_id').where('loan_id', '=', param('loanId')).orderBy('place'),
)

export function loanStateOf(text: string): LoanState {
  const state = loanStates.find(one => one === text)
  assert(state, 'a stored loan is in one of the states')
  return state
}

export function loanProductOf(body: string): LoanProduct {
  const product = parsedProduct(body)
  assert(product.kind === 'loan', 'a loan is drafted under a product for loans')
  return product
}

/** With the terms of a loan its schedule and its last lives are kept: those of the newest few. */
const loansKeptMax = 256
const agreementOf = parsedTexts<LoanAgreement>(loansKeptMax, value => loanAgreementSchema.parse(value))
const entryOf = parsedTexts<LoanEntry>(1024, value => loanEntrySchema.parse(value))
const datesOf = parsedTexts<LoanDates>(loansKeptMax, value =>
  present(loanDisbursed.shape.dates.parse(value), 'stored days are days'),
)

const productBody = prepared<{ productId: string; version: number }, { body: string }>((db, param) =>
  db
    .selectFrom('product')
    .select('body')
    .where('product_id', '=', param('productId'))
    .where('version', '=', param('version')),
)

/** The version of a product that a loan is under. */
export const loanProduct = (db: Database, productId: string, version: number): LoanProduct =>
  loanProductOf(present(productBody.get(db, { productId, version }), 'a loan is drafted under a product').body)

/** What befell a loan, with the record that said it, in the order of entry. */
export const loanEvents = (
  db: Database,
  loanId: string,
): readonly { readonly position: number; readonly entry: LoanEntry }[] =>
  eventsOf.all(db, { loanId }).map(({ position, body }) => ({ position, entry: entryOf(body) }))

/** The loan as the verbs see it; null when there is none. */
export function loadLoan(db: Database, loanId: string): Loan | null {
  const row = loanById.get(db, { loanId })
  if (!row) return null
  return {
    loanId,
    number: row.number,
    clientId: row.clientId,
    groupId: row.groupId,
    product: loanProductOf(row.productBody),
    currency: currencyOf(row.currency),
    state: loanStateOf(row.status),
    officer: row.officer,
    submittedBy: row.submittedBy,
    ...handsIn(db, loanId),
    approvedBy: approvalsOf.all(db, { loanId }).map(({ staffId }) => staffId),
    cycle: row.cycle,
    agreement: agreementOf(row.agreement),
    dates: row.dates === null ? null : datesOf(row.dates),
    entries: loanEvents(db, loanId).map(({ entry }) => entry),
    booked: loanFiguresSchema.parse(JSON.parse(row.booked)),
    basis: row.basis === 'cash' ? 'cash' : 'accrual',
    changedOn: businessDate(row.changedOn),
    defaultedOn: row.defaultedOn === null ? null : businessDate(row.defaultedOn),
    nonAccrualOn: row.nonAccrualOn === null ? null : businessDate(row.nonAccrualOn),
    custodian: { logId: row.custodianLog, deviceCode: row.deviceCode ?? '?' },
    custodyEpoch: row.custodyEpoch,
  }
}

export const loanRow = (db: Database, loanId: string) => loanById.get(db, { loanId }) ?? null

const paidOutOf = prepared<{ clientId: string; loanId: string }, { loans: number; owed_minor: bigint }>((db, param) =>
  db
    .selectFrom('loan')
    .select(eb => [
      eb.fn.countAll<number>().as('loans'),
      eb.fn.coalesce(eb.fn.sum<bigint>('principal_minor'), eb.val(0n)).as('owed_minor'),
    ])
    .where('client_id', '=', param('clientId'))
    .where('loan_id', '!=', param('loanId'))
    .where('disbursed_on', 'is not', null)
    .where('refinanced_by', 'is', null),
)

/** How many loans a client has had here besides one, and the principal that is owed on them. */
export const otherLoans = (db: Database, clientId: string, loanId: string) =>
  present(paidOutOf.get(db, { clientId, loanId }), 'a count is always there')
