import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanEffect, LoanStanding } from '../command/outcome.ts'
import type { Decision } from '../decision/decision.ts'
import { wireBody } from '../journal/body.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { nothing, portionsTotal } from '../loan-life/portions.ts'
import { adjustedBy } from '../loans/adjusted-by.ts'
import { settling } from '../loans/early-payment.ts'
import { nextDue } from '../loans/happen.ts'
import { lifeOf } from '../loans/life-of.ts'
import type { Loan } from '../loans/loan.ts'
import { loanDisbursed } from '../loans/loan-records.ts'
import { offeredLife } from '../loans/offered-life.ts'
import { type LoanDates, termsOf } from '../loans/terms-of.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import { loadLoan } from '../storage/loans.ts'
import { calendarOf } from '../storage/working-calendar.ts'

/** Of any decision that befalls a loan. */
const happened = z.object(loanDisbursed.partial({ amountMinor: true, currency: true }).shape)
type Told = z.infer<typeof happened>

/** What a decision says of a loan, its own body or, within a reversal, the part about the loan. */
function toldIn({ body }: Decision): Told | null {
  const wire = wireBody(body)
  const told = happened.safeParse(wire.loan ?? wire)
  return told.success ? told.data : null
}

/** The loan that a refinancing pays off besides. */
function paidOffIn(db: Database, { body }: Decision): Pick<LoanEffect, 'paysOff'> {
  const told = happened.safeParse(wireBody(body).closed)
  const loan = told.success && loadLoan(db, told.data.loanId)
  if (!told.success || !loan) return {}
  const { loanId, number } = loan
  return { paysOff: { loanId, number, amountMinor: portionsTotal(told.data.portions) } }
}

function standingOf(life: LoanLife, state: LoanState, payoffMinor: bigint): LoanStanding {
  const isPaidOut = state !== 'approved'
  const next = isPaidOut ? nextDue(life) : null
  return {
    state,
    outstanding: isPaidOut ? life.outstanding : nothing,
    overpaidMinor: life.overpaidMinor,
    payoffMinor,
    ...(next ? { next } : {}),
    installments: life.installments,
  }
}

function after(loan: Loan, told: Told, dates: LoanDates, today: BusinessDate): LoanStanding {
  const entries = [...loan.entries, ...told.entries]
  const life = lifeOf(termsOf(loan.product, loan.agreement, dates), entries, today)
  return standingOf(life, told.state, settling({ ...loan, dates, entries, state: told.state }, today).payoffMinor)
}

function before(db: Database, loan: Loan, today: BusinessDate): LoanStanding {
  const { product, agreement, dates, entries, state } = loan
  return dates
    ? standingOf(lifeOf(termsOf(product, agreement, dates), entries, today), state, settling(loan, today).payoffMinor)
    : standingOf(offeredLife(loan, calendarOf(db)), state, 0n)
}

/** How a decision leaves a loan, beside how it stands: what the operation comes to, the plan before and after. Rule: W68. */
export function loanEffect(db: Database, decision: Decision, today: BusinessDate | null): LoanEffect | null {
  const told = toldIn(decision)
  const loan = told && loadLoan(db, told.loanId)
  const dates = told?.dates ?? loan?.dates
  if (!told || !loan || !dates || today === null) return null
  const [first] = told.entries
  const adjusted = adjustedBy(loan.product, decision.entries, loan.loanId)
  return {
    loanId: loan.loanId,
    currency: loan.currency,
    amountMinor: told.amountMinor ?? 0n,
    keptBackMinor: first?.type === 'paid-out' ? (first.upfrontFeesMinor ?? 0n) : 0n,
    portions: told.portions,
    before: before(db, loan, today),
    after: after(loan, told, dates, today),
    ...(adjusted ? { adjusted } : {}),
    ...paidOffIn(db, decision),
  }
}
