import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../core/calendar/business-date.ts'
import { accruedOn } from '../../../core/loan-life/accrued-on.ts'
import type { LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { LoanLife } from '../../../core/loan-life/loan-life.ts'
import { components, minus, plus, portionsTotal, sumPortions } from '../../../core/loan-life/portions.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { type Fraction, wholeFraction } from '../../../core/money/fraction.ts'
import { anyLife } from './any-loan.ts'
import { accruedInterest, startsOn } from './told-loan.ts'

/** The same thousand loans every time. */
const runs = { numRuns: 1_000, seed: 4 }

const anyAge = fc.integer({ min: 0, max: 400 })
const lastOf = (events: readonly LoanEvent[]) =>
  events
    .map(({ effectiveOn }) => effectiveOn)
    .toSorted()
    .at(-1) ?? startsOn

const amountOf = (events: readonly LoanEvent[], ...types: readonly LoanEvent['type'][]): bigint =>
  sumMinor(events.map(event => (types.includes(event.type) && 'amountMinor' in event ? event.amountMinor : 0n)))

const portionsOf = ({ outcomes }: LoanLife, events: readonly LoanEvent[], type: LoanEvent['type']) => {
  const ids = new Set(events.filter(event => event.type === type).map(({ id }) => id))
  return sumPortions(outcomes.filter(({ event }) => ids.has(event)).map(({ portions }) => portions))
}

test('[L13][L17][L26] whatever befalls a loan: nothing is lost or made, nothing is negative, principal adds up', () => {
  fc.assert(
    fc.property(anyLife, anyAge, ({ terms, events }, age) => {
      const life = replayLoan(terms, events, addDays(lastOf(events), age))
      const { installments, overpaidMinor, outstanding } = life
      for (const { due, paid, waived, inAdvance, late, outstanding: left, balanceAfterMinor } of installments) {
        expect(balanceAfterMinor).toBeGreaterThanOrEqual(0n)
        expect(plus(plus(paid, waived), left)).toEqual(due)
        for (const part of [due, paid, inAdvance, late, left, minus(paid, plus(inAdvance, late))])
          for (const component of components) expect(part[component]).toBeGreaterThanOrEqual(0n)
      }
      const paid = sumPortions(installments.map(installment => installment.paid))
      const owedAgain = portionsOf(life, events, 'refunded').principal
      const givenBack = amountOf(events, 'refunded') - owedAgain
      expect(portionsTotal(paid) + overpaidMinor + givenBack).toBe(amountOf(events, 'repaid'))
      expect(paid.principal + outstanding.principal).toBe(amountOf(events, 'paid-out') + owedAgain)
    }),
    runs,
  )
})

test('[L11] what is entered late comes to what it would have come to in its time', () => {
  const seeds = fc.array(fc.nat(), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(anyLife, anyAge, seeds, ({ terms, events }, age, order) => {
      const asOf = addDays(lastOf(events), age)
      const late = events
        .map((event, place) => ({ event: { ...event, enteredOn: asOf }, key: order[place] ?? 0 }))
        .sort((one, other) => one.key - other.key)
        .map(({ event }) => event)
      expect(replayLoan(terms, late, asOf)).toEqual(replayLoan(terms, events, asOf))
    }),
    runs,
  )
})

test('[L12] a loan of which all but the tranche was reversed is as if nothing had befallen it, and back again', () => {
  fc.assert(
    fc.property(anyLife, anyAge, ({ terms, events }, age) => {
      const asOf = addDays(lastOf(events), age)
      const reversals = (of: readonly LoanEvent[], name: string): readonly LoanEvent[] =>
        of.map(({ id }) => ({ id: `${name} ${id}`, enteredOn: asOf, effectiveOn: asOf, type: 'reversed', event: id }))
      const first = reversals(events.slice(1), 'reversal of')
      const second = reversals(first, 'reversal of')
      const untouched = replayLoan(terms, events.slice(0, 1), asOf)
      expect(replayLoan(terms, [...events, ...first], asOf)).toEqual(untouched)
      expect(replayLoan(terms, [...events, ...first, ...second], asOf)).toEqual(replayLoan(terms, events, asOf))
      const everything = reversals(events, 'reversal of')
      expect(replayLoan(terms, [...events, ...everything], asOf)).toEqual(replayLoan(terms, [], asOf))
    }),
    runs,
  )
})

test('[L22][L25] whoever pays what pays the loan off owes nothing and has overpaid nothing', () => {
  fc.assert(
    fc.property(anyLife, anyAge, fc.nat(200), ({ terms, events }, age, later) => {
      const asOf = addDays(lastOf(events), age)
      const { payoffMinor, overpaidMinor } = replayLoan(terms, events, asOf)
      fc.pre(payoffMinor > 0n && overpaidMinor === 0n)
      const payment = { type: 'repaid', kind: 'repayment', amountMinor: payoffMinor } as const
      const paid = [...events, { ...payment, id: 'payoff', enteredOn: asOf, effectiveOn: asOf }]
      for (const day of [asOf, addDays(asOf, later)]) {
        const life = replayLoan(terms, paid, day)
        expect([portionsTotal(life.outstanding), life.overpaidMinor, life.payoffMinor]).toEqual([0n, 0n, 0n])
        expect(life.status).toBe('settled')
      }
    }),
    runs,
  )
})

const isAtMost = (one: Fraction, other: Fraction): boolean =>
  one.numerator * other.denominator <= other.numerator * one.denominator

test('[L24] interest is earned without a step back, in nights as at once, and over the whole life comes to what was due', () => {
  fc.assert(
    fc.property(anyLife, fc.nat(300), fc.nat(300), ({ terms, events }, days, more) => {
      const last = lastOf(events)
      const { accrual } = replayLoan(terms, events, last)
      const [one, other] = [addDays(last, days), addDays(last, days + more)]
      const [earlier, later] = [accruedInterest(terms, events, one), accruedInterest(terms, events, other)]
      expect(isAtMost(earlier, later)).toBe(true)
      expect([accruedOn(accrual, one), accruedOn(accrual, other)]).toEqual([earlier, later])
      const end = addDays(last, 1_000)
      const dueMinor = sumMinor(replayLoan(terms, events, end).installments.map(({ due }) => due.interest))
      expect(accruedOn(accrual, end)).toEqual(wholeFraction(dueMinor))
    }),
    runs,
  )
})
