import { assert } from '../assert.ts'
import { sumMinor } from '../money/amount.ts'
import { cumulativeSchedule } from './cumulative-schedule.ts'
import { type PaidOut, paidOut } from './down-payments.ts'
import { flatSchedule } from './flat-schedule.ts'
import type { Installment } from './installment.ts'
import { placeCharges } from './place-charges.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { progressiveSchedule } from './progressive-schedule.ts'
import type { ScheduleCharge } from './schedule-charge.ts'
import type { ScheduleTerms, Tranche } from './schedule-terms.ts'

function plan(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  if (terms.interestMethod === 'flat') return flatSchedule(paid, terms)
  return terms.algorithm === 'cumulative' ? cumulativeSchedule(paid, terms) : progressiveSchedule(paid, terms)
}

type Due = Pick<Installment, 'kind' | 'from' | 'dueOn' | 'principalMinor' | 'interestMinor'>

const downPaymentsOf = (paid: readonly PaidOut[]): readonly Due[] =>
  paid
    .filter(({ downPaymentMinor }) => downPaymentMinor > 0n)
    .map(({ date, downPaymentMinor }) => ({
      kind: 'down-payment',
      from: date,
      dueOn: date,
      principalMinor: downPaymentMinor,
      interestMinor: 0n,
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
  const due = [...downPaymentsOf(paid), ...repayments].sort(byDueDate)
  const paidOutMinor = sumMinor(paid.map(({ amountMinor }) => amountMinor))
  let repaidMinor = 0n
  const installments = due.map(({ kind, from, dueOn, principalMinor, interestMinor }, place): Installment => {
    repaidMinor += principalMinor
    const isLast = place === due.length - 1
    const outstanding = paid.filter(({ date }) => date <= dueOn || isLast).map(({ amountMinor }) => amountMinor)
    return {
      number: place + 1,
      kind,
      from,
      dueOn,
      principalMinor,
      interestMinor,
      feesMinor: 0n,
      penaltiesMinor: 0n,
      balanceAfterMinor: sumMinor(outstanding) - repaidMinor,
    }
  })
  return placeCharges(installments, charges, { paidOutMinor, rounding: terms.rounding })
}
