import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import type { BusinessDate } from '../../calendar/business-date.ts'
import { numberKeys } from '../../customers/search-keys.ts'
import { jsonText } from '../../journal/json-text.ts'
import { nextDue } from '../../loans/happen.ts'
import { lifeOf } from '../../loans/life-of.ts'
import { noFigures } from '../../loans/loan-figures.ts'
import {
  type LoanHappened,
  loanApproved,
  loanChanged,
  loanDisbursed,
  loanDrafted,
  loanNamed,
  loanRefinanced,
  loanRejected,
  loanRepaid,
} from '../../loans/loan-records.ts'
import { settledStates } from '../../loans/loan-states.ts'
import { termsOf } from '../../loans/terms-of.ts'
import type { LoanState } from '../../refusals/loan-refusal.ts'
import { setPlan } from '../loan-plan.ts'
import { keepStep } from '../loan-steps.ts'
import { loadLoan, loanRow } from '../loans.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import { countMoves } from './account-moves.ts'
import type { Applied } from './applied.ts'
import { holdWhileOwed } from './apply-holds.ts'
import { insertLoan } from './insert-loan.ts'

const removeApprovals = prepared<{ loanId: string }, unknown>((db, param) =>
  db.deleteFrom('loan_approval').where('loan_id', '=', param('loanId')),
)
const countApprovals = prepared<{ loanId: string }, { approvals: number }>((db, param) =>
  db
    .selectFrom('loan_approval')
    .select(eb => eb.fn.countAll<number>().as('approvals'))
    .where('loan_id', '=', param('loanId')),
)
const insertApproval = prepared<{ loanId: string; place: number; staffId: string; position: number }, unknown>(
  (db, param) =>
    db.insertInto('loan_approval').values({
      loan_id: param('loanId'),
      place: param('place'),
      staff_id: param('staffId'),
      position: param('position'),
    }),
)

const setStatus = prepared<{ loanId: string; status: LoanState; on: string }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ status: param('status'), changed_on: param('on') })
    .where('loan_id', '=', param('loanId')),
)
/** Leads a loan to a state: what is held for it is free in those where nothing is owed. */
function lead(db: Database, position: number, to: { loanId: string; status: LoanState; on: string }): void {
  setStatus.run(db, to)
  holdWhileOwed(db, { loanId: to.loanId, position, isSettled: settledStates.includes(to.status) })
}
const setSubmitter = prepared<{ loanId: string; staffId: string }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ submitted_by: param('staffId') })
    .where('loan_id', '=', param('loanId')),
)
const setDates = prepared<{ loanId: string; dates: string | null; disbursedOn: string | null }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ dates: param('dates'), disbursed_on: param('disbursedOn') })
    .where('loan_id', '=', param('loanId')),
)

const lastPlace = prepared<{ loanId: string }, { place: number }>((db, param) =>
  db
    .selectFrom('loan_event')
    .select(eb => eb.fn.coalesce(eb.fn.max('place'), eb.val(0)).as('place'))
    .where('loan_id', '=', param('loanId')),
)
const insertEvent = prepared<{ loanId: string; place: number; position: number; body: string }, unknown>((db, param) =>
  db.insertInto('loan_event').values({
    loan_id: param('loanId'),
    place: param('place'),
    position: param('position'),
    body: param('body'),
  }),
)

interface Standing {
  readonly loanId: string
  readonly booked: string
  readonly principalMinor: bigint
  readonly interestMinor: bigint
  readonly feesMinor: bigint
  readonly penaltiesMinor: bigint
  readonly overpaidMinor: bigint
  readonly oldestDueOn: string | null
  readonly oldestDueMinor: bigint
}

const setStanding = prepared<{ readonly [K in keyof Standing]: Standing[K] }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      booked: param('booked'),
      principal_minor: param('principalMinor'),
      interest_minor: param('interestMinor'),
      fees_minor: param('feesMinor'),
      penalties_minor: param('penaltiesMinor'),
      overpaid_minor: param('overpaidMinor'),
      oldest_due_on: param('oldestDueOn'),
      oldest_due_minor: param('oldestDueMinor'),
    })
    .where('loan_id', '=', param('loanId')),
)

function draft(db: Database, { position, record }: Applied): void {
  const body = loanDrafted.parse(record.body)
  const isNew = loanRow(db, body.loanId) === null
  insertLoan.run(db, {
    loan_id: body.loanId,
    number: body.number,
    client_id: body.clientId,
    branch_id: record.branch,
    product_id: body.productId,
    product_version: body.productVersion,
    currency: body.currency,
    status: 'draft',
    officer: record.actor,
    submitted_by: null,
    cycle: body.cycle,
    custodian_log: body.custodian,
    custody_epoch: 1,
    agreement: jsonText(body.agreement),
    dates: null,
    drafted_position: position,
    drafted_on: record.businessDate,
    disbursed_on: null,
    changed_on: record.businessDate,
    basis: body.basis,
    booked: jsonText(noFigures),
    principal_minor: 0n,
    interest_minor: 0n,
    fees_minor: 0n,
    penalties_minor: 0n,
    overpaid_minor: 0n,
    oldest_due_on: null,
    oldest_due_minor: 0n,
  })
  present(loadLoan(db, body.loanId), 'a loan is drafted under a product for loans that is known here')
  removeApprovals.run(db, { loanId: body.loanId })
  if (!isNew) return
  replaceSearchKeys(db, position, numberKeys(body.number))
  advanceSeries(db, 'loan', record.log)
}

function approve(db: Database, { position, record }: Applied): void {
  const { loanId, approvedBy, missing } = loanApproved.parse(record.body)
  const before = countApprovals.get(db, { loanId })?.approvals ?? 0
  for (const [place, staffId] of approvedBy.entries())
    insertApproval.run(db, { loanId, place: before + place, staffId, position })
  lead(db, position, { loanId, status: missing > 0 ? 'submitted' : 'approved', on: record.businessDate })
}

/** What befell a loan, and how it stands as of the day of the record. Rule: L37. */
export function keepHappened(db: Database, position: number, happened: LoanHappened, on: BusinessDate): void {
  const { loanId, entries, booked, state } = happened
  let place = lastPlace.get(db, { loanId })?.place ?? 0
  for (const entry of entries) {
    place += 1
    insertEvent.run(db, { loanId, place, position, body: jsonText(entry) })
  }
  lead(db, position, { loanId, status: state, on })
  if (state === 'approved') setDates.run(db, { loanId, dates: null, disbursedOn: null })
  const loan = present(loadLoan(db, loanId), 'what befalls a loan follows its draft')
  const life = loan.dates ? lifeOf(termsOf(loan.product, loan.agreement, loan.dates), loan.entries, on) : null
  const next = life && nextDue(life)
  setStanding.run(db, {
    loanId,
    booked: jsonText(booked),
    principalMinor: life?.outstanding.principal ?? 0n,
    interestMinor: life?.outstanding.interest ?? 0n,
    feesMinor: life?.outstanding.fees ?? 0n,
    penaltiesMinor: life?.outstanding.penalties ?? 0n,
    overpaidMinor: life?.overpaidMinor ?? 0n,
    oldestDueOn: next?.dueOn ?? null,
    oldestDueMinor: next?.amountMinor ?? 0n,
  })
  setPlan(db, loanId, life?.installments ?? [])
}

function disburse(db: Database, { position, record }: Applied): void {
  const { dates, amountMinor: _, currency: __, ...body } = loanDisbursed.parse(record.body)
  if (dates) setDates.run(db, { loanId: body.loanId, dates: jsonText(dates), disbursedOn: record.businessDate })
  keepHappened(db, position, body, record.businessDate)
  countMoves(db, record)
}

function refinance(db: Database, { position, record }: Applied): void {
  const { dates, closed, ...body } = loanRefinanced.parse(record.body)
  if (dates) setDates.run(db, { loanId: body.loanId, dates: jsonText(dates), disbursedOn: record.businessDate })
  keepHappened(db, position, body, record.businessDate)
  keepHappened(db, position, closed, record.businessDate)
  countMoves(db, record)
}

function repay(db: Database, { position, record }: Applied): void {
  keepHappened(db, position, loanRepaid.parse(record.body), record.businessDate)
  countMoves(db, record)
}

function change(db: Database, { position, record }: Applied): void {
  keepHappened(db, position, loanChanged.parse(record.body), record.businessDate)
  countMoves(db, record)
}

const movedTo =
  (status: LoanState, loanOf: { parse: (body: unknown) => { loanId: string } } = loanNamed) =>
  (db: Database, { position, record }: Applied): void => {
    lead(db, position, { loanId: loanOf.parse(record.body).loanId, status, on: record.businessDate })
  }

function submit(db: Database, { record }: Applied): void {
  const { loanId } = loanNamed.parse(record.body)
  setStatus.run(db, { loanId, status: 'submitted', on: record.businessDate })
  setSubmitter.run(db, { loanId, staffId: record.actor })
}

/** What moves an application on is kept as a step of it. Rule: W62. */
const stepped =
  (apply: (db: Database, applied: Applied) => void) =>
  (db: Database, applied: Applied): void => {
    apply(db, applied)
    keepStep(db, String(applied.record.body.loanId), applied.position)
  }

export const loanAppliers = {
  'loan.drafted': stepped(draft),
  'loan.submitted': stepped(submit),
  'loan.approved': stepped(approve),
  'loan.rejected': stepped(movedTo('rejected', loanRejected)),
  'loan.withdrawn': stepped(movedTo('withdrawn')),
  'loan.cancelled': stepped(movedTo('cancelled')),
  'loan.disbursed': disburse,
  'loan.refinanced': refinance,
  'loan.repaid': repay,
  'loan.charged': change,
  'loan.waived': change,
  'loan.refunded': change,
  'loan.written-off': change,
  'loan.rescheduled': change,
}
