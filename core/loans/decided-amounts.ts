import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import type { RescheduleLoan, WaiveOnLoan } from './loan-commands.ts'
import { termsOf } from './terms-of.ts'

/** The life so far; null before anything was paid out. */
const lifeSoFar = ({ product, agreement, dates, entries }: Loan, on: BusinessDate): LoanLife | null =>
  dates && lifeOf(termsOf(product, agreement, dates), entries, on)

/** All that would be given up by writing a loan off: principal, interest, fees and penalties, due or not. */
export function owedMinor(loan: Loan, on: BusinessDate): bigint {
  const life = lifeSoFar(loan, on)
  return life ? portionsTotal(life.outstanding) : 0n
}

/** What a waiver is of: the whole charge, or as much interest or penalties as is asked for. */
export function waivedMinor(loan: Loan, { what }: Pick<WaiveOnLoan, 'what'>, on: BusinessDate): bigint {
  if (what.kind !== 'charge') return what.amountMinor
  const charged = lifeSoFar(loan, on)?.outcomes.find(({ event }) => event === what.event)
  return charged ? portionsTotal(charged.portions) : 0n
}

/** What is outstanding of the installments that would move. */
export function movedMinor(loan: Loan, { from }: Pick<RescheduleLoan, 'from'>, on: BusinessDate): bigint {
  const installments = lifeSoFar(loan, on)?.installments ?? []
  return sumMinor(installments.flatMap(({ dueOn, outstanding }) => (dueOn >= from ? [portionsTotal(outstanding)] : [])))
}
