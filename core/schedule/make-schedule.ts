import { assert, present } from '../assert.ts'
import { sumMinor } from '../money/amount.ts'
import { fractionOf } from '../money/fraction.ts'
import { balancesAfter, isDownPaymentLater } from './balances-after.ts'
import { cumulativeSchedule } from './cumulative-schedule.ts'
import { type PaidOut, paidOut } from './down-payments.ts'
import { flatSchedule } from './flat-schedule.ts'
import type { Installment } from './installment.ts'
import { placeCharges } from './place-charges.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { progressiveSchedule } from './progressive-schedule.ts'
import type { ScheduleCharge } from './schedule-charge.ts'
import type { ScheduleTerms, Tranche } from './schedule-terms.ts'

/** Without interest flat means nothing, and what the progressive algorithm does with a tranche is seen. */
const isSpreadAnew = ({ algorithm, annualPercent }: ScheduleTerms): boolean =>
  algorithm === 'progressive' && fractionOf(annualPercent).numerator === 0n

function plan(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  if (terms.interestMethod === 'flat' && !isSpreadAnew(terms)) return flatSchedule(paid, terms)
  return terms.algorithm === 'cumulative' ? cumulativeSchedule(paid, terms) : progressiveSchedule(paid, terms)
}

type Due = Pick<Installment, 'kind' | 'from' | 'dueOn' | 'principalMinor' | 'interestMinor' | 'earnedMinor'>

const downPaymentsOf = (paid: readonly PaidOut[]): readonly Due[] =>
  paid
    .filter(({ downPaymentMinor }) => downPaymentMinor > 0n)
    .map(({ date, downPaymentMinor }) => ({
      kind: 'down-payment',
      from: date,
      dueOn: date,
      principalMinor: downPaymentMinor,
      interestMinor: 0n,
      earnedMinor: 0n,
    }))

const byDueDate = (one: Due, other: Due): number => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0)

/**
 * What falls due and when, for money paid out and charges. The principal of the installments adds up to what was paid out.
 * Asserts due dates in order after the start, and money paid out no later than the last of them.
 */
export function makeSchedule(
  terms: ScheduleTerms,
  tranches: readonly Tranche[],
  charges: readonly ScheduleCharge[],
): readonly Installment[] {
  const { startsOn, dueDates, grace } = terms
  assert(dueDates.length > grace.principal, 'an installment after the grace repays principal')
  assert(
    dueDates.every((date, place) => date > (dueDates[place - 1] ?? startsOn)),
    'due dates follow one another',
  )
  const paid = paidOut(tranches, terms)
  const repayments = plan(paid, terms).map((planned): Due => ({ kind: 'repayment', ...planned }))
  const downPayments = downPaymentsOf(paid)
  const inOrder = isDownPaymentLater(terms.algorithm)
    ? [...repayments, ...downPayments]
    : [...downPayments, ...repayments]
  const due = inOrder.sort(byDueDate)
  const balances = balancesAfter(due, tranches, terms)
  const installments = due.map(
    (row, place): Installment => ({
      number: place + 1,
      kind: row.kind,
      from: row.from,
      dueOn: row.dueOn,
      principalMinor: row.principalMinor,
      interestMinor: row.interestMinor,
      earnedMinor: row.earnedMinor,
      feesMinor: 0n,
      insuranceMinor: 0n,
      penaltiesMinor: 0n,
      balanceAfterMinor: present(balances[place], 'a balance for each'),
    }),
  )
  const paidOutMinor = sumMinor(paid.map(({ amountMinor }) => amountMinor))
  return placeCharges(installments, charges, { paidOutMinor, rounding: terms.rounding })
}
