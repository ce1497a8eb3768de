import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { arrears, daysPastDue } from '../loan-life/arrears.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { leftToPayOut } from '../loans/disburse-loan.ts'
import { settling } from '../loans/early-payment.ts'
import { lifeOf } from '../loans/life-of.ts'
import type { Loan } from '../loans/loan.ts'
import { loanAgreementSchema } from '../loans/loan-agreement.ts'
import { figuresOf } from '../loans/loan-figures.ts'
import { offeredLife } from '../loans/offered-life.ts'
import { type PayoffQuote, payoffQuote } from '../loans/payoff-quote.ts'
import { standingEntries } from '../loans/standing-entries.ts'
import { termsOf } from '../loans/terms-of.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { loadProfile } from '../storage/client-profile.ts'
import { type ListedLoan, listedLoan, loansBy } from '../storage/loan-lists.ts'
import { loadLoan, loanStateOf } from '../storage/loans.ts'
import { parsedProduct } from '../storage/products.ts'
import { grantById } from '../storage/reference.ts'
import type { Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { calendarOf } from '../storage/working-calendar.ts'
import { ordersToRepay } from './instruction-answers.ts'
import type { LoanAnswer, LoanCharge, LoanSummary } from './loan-answers.ts'
import { stepsOpenTo } from './loan-steps-open.ts'
import type { Query } from './query.ts'

/** A loan as it stands in a list. */
export function summaryOf(row: Row<ListedLoan>): LoanSummary {
  const { oldestDueOn, oldestDueMinor, disbursedOn } = row
  return {
    loanId: row.loanId,
    number: row.number,
    clientId: row.clientId,
    clientName: row.clientName || row.clientNumber,
    productName: parsedProduct(row.productBody).name,
    currency: currencyOf(row.currency),
    state: loanStateOf(row.status),
    principalMinor: loanAgreementSchema.parse(JSON.parse(row.agreement)).principalMinor,
    outstanding: {
      principal: row.principalMinor,
      interest: row.interestMinor,
      fees: row.feesMinor,
      penalties: row.penaltiesMinor,
    },
    overpaidMinor: row.overpaidMinor,
    ...(oldestDueOn ? { next: { dueOn: businessDate(oldestDueOn), amountMinor: oldestDueMinor } } : {}),
    officerName: row.officerName ?? '',
    draftedOn: businessDate(row.draftedOn),
    ...(disbursedOn ? { disbursedOn: businessDate(disbursedOn) } : {}),
    ...flagsOf(row),
    rescheduled: row.rescheduled,
    ...linked('refinances', row.refinances, row.refinancesNumber),
    ...linked('refinancedBy', row.refinancedBy, row.refinancedByNumber),
  }
}

/** What the close of business said of it, while it is owed. */
function flagsOf({
  status,
  defaultedOn,
  nonAccrualOn,
}: Row<ListedLoan>): Pick<LoanSummary, 'defaultedOn' | 'nonAccrualOn'> {
  if (status !== 'active') return {}
  return {
    ...(defaultedOn ? { defaultedOn: businessDate(defaultedOn) } : {}),
    ...(nonAccrualOn ? { nonAccrualOn: businessDate(nonAccrualOn) } : {}),
  }
}

const linked = (name: 'refinances' | 'refinancedBy', loanId: string | null, number: string | null) =>
  loanId && number ? { [name]: { loanId, number } } : {}

function listedUnder(of: Extract<Query, { type: 'loans' }>['of'], staffId: string): string {
  switch (of.by) {
    case 'client':
      return of.clientId
    case 'group':
      return of.groupId
    case 'state':
      return of.state
    case 'officer':
      return staffId
  }
}

export function loansAnswer(
  db: Database,
  { actor }: Context,
  { of, limit }: Extract<Query, { type: 'loans' }>,
): readonly LoanSummary[] {
  const value = listedUnder(of, actor.staffId)
  return loansBy(db, of.by, value, limit).map(summaryOf)
}

/** The life as it is, or as it is offered. */
const lifeAsOf = (db: Database, loan: Loan, on: BusinessDate): LoanLife =>
  loan.dates
    ? lifeOf(termsOf(loan.product, loan.agreement, loan.dates), loan.entries, on)
    : offeredLife(loan, calendarOf(db))

/** Charges that stand and are not waived, with what each came to. */
function chargesOf({ entries }: Loan, { outcomes }: LoanLife): readonly LoanCharge[] {
  const standing = standingEntries(entries)
  const waived = new Set(standing.flatMap(entry => (entry.type === 'waived' ? [entry.charge] : [])))
  return standing.flatMap(entry => {
    if (entry.type !== 'charged' || waived.has(entry.id)) return []
    const outcome = outcomes.find(({ event }) => event === entry.id)
    const amountMinor = outcome ? portionsTotal(outcome.portions) : 0n
    return amountMinor > 0n ? [{ event: entry.id, kind: entry.kind, dueOn: entry.dueOn, amountMinor }] : []
  })
}

/** Interest that is owed and not booked: what was earned since a loan stopped to accrue, and what went back then. Rule: L57. */
function memorandumOf({ nonAccrualOn, entries, booked }: Loan, life: LoanLife, asOf: BusinessDate): bigint {
  if (nonAccrualOn === null) return 0n
  const earned = figuresOf(life, entries, asOf, 'accrual')
  return earned.recognisedInterest - earned.waivedInterest - booked.recognisedInterest
}

/** What is read from its life on a day, once it is paid out. */
function standingOn(loan: Loan, life: LoanLife, asOf: BusinessDate) {
  if (!loan.dates)
    return { ...settling(loan, asOf), daysPastDue: 0, arrearsMinor: 0n, dueMinor: 0n, memorandumMinor: 0n, charges: [] }
  const due = life.installments.filter(({ dueOn }) => dueOn <= asOf)
  return {
    ...settling(loan, asOf),
    daysPastDue: daysPastDue(life.installments, asOf),
    arrearsMinor: portionsTotal(arrears(life.installments, asOf)),
    dueMinor: sumMinor(due.map(({ outstanding }) => portionsTotal(outstanding))),
    memorandumMinor: memorandumOf(loan, life, asOf),
    charges: chargesOf(loan, life),
  }
}

/** A loan with its plan and how it stands. Refuses loan-unknown. */
export function loanAnswer(db: Database, context: Context, loanId: string): Result<LoanAnswer, Refusal> {
  const row = listedLoan(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  const asOf = context.businessDate ?? businessDate(row.changedOn)
  const life = lifeAsOf(db, loan, asOf)
  const { logId, deviceCode } = loan.custodian
  const language = loadProfile(db, row.clientId)?.language
  return ok({
    ...summaryOf(row),
    clientNumber: row.clientNumber,
    ...(language ? { clientLanguage: language } : {}),
    product: loan.product,
    agreement: loan.agreement,
    cycle: loan.cycle,
    custodian: { log: logId, deviceCode, here: logId === context.device.logId },
    possible: stepsOpenTo(loan.state, context.actor.role),
    approvedBy: loan.approvedBy.map(staffId => grantById(db, staffId)?.name ?? ''),
    asOf,
    installments: life.installments,
    ...standingOn(loan, life, asOf),
    isRescheduled: standingEntries(loan.entries).some(({ type }) => type === 'rescheduled'),
    leftMinor: leftToPayOut(loan),
    recoveredMinor: loan.dates ? life.recoveredMinor : 0n,
    orders: loan.state === 'active' ? ordersToRepay(db, loanId, row.clientId) : [],
  })
}

/** What settles a loan on each of the next days. Refuses loan-unknown, then what `payoffQuote` refuses. */
export function loanPayoffAnswer(db: Database, context: Context, loanId: string): Result<PayoffQuote, Refusal> {
  const row = listedLoan(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  return payoffQuote(loan, context.businessDate ?? businessDate(row.changedOn))
}
