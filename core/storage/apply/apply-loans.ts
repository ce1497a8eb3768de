import type { Database } from 'better-sqlite3'
import { assert, present } from '../../assert.ts'
import { numberKeys } from '../../customers/search-keys.ts'
import { jsonText } from '../../journal/json-text.ts'
import { isOffered } from '../../loans/is-offered.ts'
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
  loanSubmitted,
} from '../../loans/loan-records.ts'
import { settledStates } from '../../loans/loan-states.ts'
import { standingEntries } from '../../loans/standing-entries.ts'
import type { LoanDates } from '../../loans/terms-of.ts'
import type { LoanState } from '../../refusals/loan-refusal.ts'
import { expectOpen } from '../loan-conditions.ts'
import { keepDay } from '../loan-days.ts'
import { noteHand } from '../loan-hands.ts'
import { rouse } from '../loan-quiet.ts'
import { keepStep } from '../loan-steps.ts'
import { loadLoan, loanEvents, loanRow } from '../loans.ts'
import { advanceSeries, checkSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import { countMoves } from './account-moves.ts'
import type { Applied } from './applied.ts'
import { freeSavings, holdSavings, holdWhileOwed } from './apply-holds.ts'
import { spendSecurity } from './apply-loan-security.ts'
import { insertLoan } from './insert-loan.ts'
import { freshenLoan, keepStanding } from './loan-standing.ts'

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

const setRefinances = prepared<{ loanId: string; other: string | null }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ refinances: param('other') })
    .where('loan_id', '=', param('loanId')),
)
const setRefinancedBy = prepared<{ loanId: string; other: string | null }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ refinanced_by: param('other') })
    .where('loan_id', '=', param('loanId')),
)
const countRescheduled = prepared<{ loanId: string; times: number }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({ rescheduled: param('times') })
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

function draft(db: Database, { position, record }: Applied): void {
  const body = loanDrafted.parse(record.body)
  const isNew = loanRow(db, body.loanId) === null
  insertLoan.run(db, {
    loan_id: body.loanId,
    number: body.number,
    client_id: body.clientId,
    group_id: body.groupId ?? null,
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
  const loan = present(loadLoan(db, body.loanId), 'a loan is drafted under a product for loans that is known here')
  assert(isOffered(loan), 'a loan is drafted within what its product offers')
  checkSeries(db, body.number, record.log)
  removeApprovals.run(db, { loanId: body.loanId })
  noteHand(db, body.loanId, 'applied', record.actor)
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

/** What begins a loan, and what names something that was before it: whether it can be replayed is seen at once. */
const isFirmAtOnce = ({ entries, dates }: Happening): boolean =>
  dates !== undefined || entries.some(({ type }) => type === 'reversed' || type === 'waived' || type === 'rescheduled')

type Happening = LoanHappened & { readonly dates?: LoanDates | undefined }

/** As before the first money was paid out. */
function takeBack(db: Database, position: number, loanId: string): void {
  setDates.run(db, { loanId, dates: null, disbursedOn: null })
  freeSavings(db, position, loanId)
}

/** How often its dates were moved, of the moves that stand. */
function recountRescheduled(db: Database, loanId: string): void {
  const standing = standingEntries(loanEvents(db, loanId).map(({ entry }) => entry))
  countRescheduled.run(db, { loanId, times: standing.filter(({ type }) => type === 'rescheduled').length })
}

/** What befell a loan, and how it stands as of the day of the record. Rules: L37, L64. */
export function keepHappened(db: Database, { position, record, staleLoans }: Applied, happening: Happening): void {
  const { loanId, entries, booked, state, dates } = happening
  const on = record.businessDate
  const isLater = staleLoans && !isFirmAtOnce(happening)
  if (staleLoans && !isLater) freshenLoan(db, staleLoans, loanId)
  if (dates) setDates.run(db, { loanId, dates: jsonText(dates), disbursedOn: on })
  let place = lastPlace.get(db, { loanId })?.place ?? 0
  for (const entry of entries) {
    place += 1
    insertEvent.run(db, { loanId, place, position, body: jsonText(entry) })
  }
  lead(db, position, { loanId, status: state, on })
  rouse(db, { loanId, booked: jsonText(booked) })
  if (entries.some(({ type }) => type === 'rescheduled' || type === 'reversed')) recountRescheduled(db, loanId)
  if (state === 'approved') takeBack(db, position, loanId)
  if (isLater) staleLoans.add(present(loanRow(db, loanId), 'what befalls a loan follows its draft').loanId)
  else keepStanding(db, loanId, on)
  keepDay(db, happening, on)
}

/** Makes a loan and the one that it paid off name each other, or no more. */
export function linkLoans(
  db: Database,
  { loanId, closes, isUndone }: { readonly loanId: string; readonly closes: string; readonly isUndone: boolean },
): void {
  setRefinances.run(db, { loanId, other: isUndone ? null : closes })
  setRefinancedBy.run(db, { loanId: closes, other: isUndone ? null : loanId })
}

function disburse(db: Database, applied: Applied): void {
  const body = loanDisbursed.parse(applied.record.body)
  noteHand(db, body.loanId, 'paid-out', applied.record.actor)
  keepHappened(db, applied, body)
  holdSavings(db, applied, body)
  countMoves(db, applied.record)
}

function refinance(db: Database, applied: Applied): void {
  const { closed, ...body } = loanRefinanced.parse(applied.record.body)
  noteHand(db, body.loanId, 'paid-out', applied.record.actor)
  keepHappened(db, applied, body)
  keepDay(db, body, applied.record.businessDate, { refinances: true })
  keepHappened(db, applied, closed)
  linkLoans(db, { loanId: body.loanId, closes: closed.loanId, isUndone: false })
  holdSavings(db, applied, body)
  countMoves(db, applied.record)
}

function repay(db: Database, applied: Applied): void {
  const body = loanRepaid.parse(applied.record.body)
  spendSecurity(db, applied.position, body)
  keepHappened(db, applied, body)
  countMoves(db, applied.record)
}

function change(db: Database, applied: Applied): void {
  keepHappened(db, applied, loanChanged.parse(applied.record.body))
  countMoves(db, applied.record)
}

const movedTo =
  (status: LoanState, loanOf: { parse: (body: unknown) => { loanId: string } } = loanNamed) =>
  (db: Database, { position, record }: Applied): void => {
    lead(db, position, { loanId: loanOf.parse(record.body).loanId, status, on: record.businessDate })
  }

function submit(db: Database, { record }: Applied): void {
  const { loanId } = loanSubmitted.parse(record.body)
  setStatus.run(db, { loanId, status: 'submitted', on: record.businessDate })
  setSubmitter.run(db, { loanId, staffId: record.actor })
  noteHand(db, loanId, 'applied', record.actor)
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
  'loan.condition-met': stepped(expectOpen),
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
