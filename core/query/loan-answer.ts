import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { arrears, daysPastDue } from '../loan-life/arrears.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { lifeOf } from '../loans/life-of.ts'
import type { Loan } from '../loans/loan.ts'
import { loanAgreementSchema } from '../loans/loan-agreement.ts'
import { possibleSteps } from '../loans/loan-states.ts'
import { offeredLife } from '../loans/offered-life.ts'
import { type PayoffQuote, payoffQuote } from '../loans/payoff-quote.ts'
import { termsOf } from '../loans/terms-of.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { reversalOf } from '../storage/corrections.ts'
import { type ListedLoan, listedLoan, loansBy } from '../storage/loan-lists.ts'
import { loadLoan, loanEvents, loanStateOf } from '../storage/loans.ts'
import { parsedProduct } from '../storage/products.ts'
import { recordByPosition } from '../storage/records.ts'
import { grantById } from '../storage/reference.ts'
import type { Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { LoanAnswer, LoanHistoryRow, LoanSummary } from './loan-answers.ts'
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
  }
}

function valueOf(of: Extract<Query, { type: 'loans' }>['of'], staffId: string): string {
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
  const value = valueOf(of, actor.staffId)
  return loansBy(db, of.by, value, limit).map(summaryOf)
}

/** The life as it is, or as it is offered. */
const lifeAsOf = ({ product, agreement, dates, entries }: Loan, on: BusinessDate): LoanLife =>
  dates ? lifeOf(termsOf(product, agreement, dates), entries, on) : offeredLife({ product, agreement, dates })

function historyOf(db: Database, loanId: string, life: LoanLife): readonly LoanHistoryRow[] {
  const outcomes = new Map(life.outcomes.map(outcome => [outcome.event, outcome]))
  return loanEvents(db, loanId).map(({ position, entry }) => {
    const { record } = present(recordByPosition(db, position), 'an event of a loan stands in a record')
    const outcome = outcomes.get(entry.id)
    const reversedBy = reversalOf(db, position)
    return {
      record: { log: record.log, seq: record.seq },
      type: record.type,
      entry,
      bookedOn: record.businessDate,
      recordedAt: record.recordedAt,
      actorName: grantById(db, record.actor)?.name ?? '',
      ...(outcome ? { portions: outcome.portions, principalAfterMinor: outcome.principalAfterMinor } : {}),
      ...(record.receipt === undefined ? {} : { receipt: record.receipt }),
      ...(reversedBy ? { reversedBy } : {}),
    }
  })
}

/** A loan with its plan, what befell it, and what each of that comes to as it is known now. Refuses loan-unknown. */
export function loanAnswer(db: Database, context: Context, loanId: string): Result<LoanAnswer, Refusal> {
  const row = listedLoan(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  const asOf = context.businessDate ?? businessDate(row.changedOn)
  const life = lifeAsOf(loan, asOf)
  const { logId, deviceCode } = loan.custodian
  return ok({
    ...summaryOf(row),
    clientNumber: row.clientNumber,
    product: loan.product,
    agreement: loan.agreement,
    cycle: loan.cycle,
    custodian: { log: logId, deviceCode, here: logId === context.device.logId },
    possible: possibleSteps(loan.state),
    approvedBy: loan.approvedBy.map(staffId => grantById(db, staffId)?.name ?? ''),
    asOf,
    installments: life.installments,
    payoffMinor: loan.dates ? life.payoffMinor : 0n,
    daysPastDue: loan.dates ? daysPastDue(life.installments, asOf) : 0,
    arrearsMinor: loan.dates ? portionsTotal(arrears(life.installments, asOf)) : 0n,
    history: historyOf(db, loanId, life),
  })
}

/** What settles a loan on each of the next days. Refuses loan-unknown, then what `payoffQuote` refuses. */
export function loanPayoffAnswer(db: Database, context: Context, loanId: string): Result<PayoffQuote, Refusal> {
  const row = listedLoan(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  return payoffQuote(loan, context.businessDate ?? businessDate(row.changedOn))
}
