import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../core/calendar/business-date.ts'
import type { LoanEvent } from '../../../core/loan-life/loan-event.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { lifeOf } from '../../../core/loans/life-of.ts'
import { lifeTerms, paidOut, repaid, startsOn, told } from '../loan-life/told-loan.ts'

const amounts = fc.bigInt({ min: 1n, max: 3n })

test('[L65] the life that is remembered is the one of these terms, entries and day, and no other', () => {
  const everyTerms = [lifeTerms(), lifeTerms({ percent: '30', recalculation: {} })]
  const asked = fc.tuple(fc.nat(1), fc.array(amounts, { maxLength: 3 }), fc.nat(2))
  fc.assert(
    fc.property(fc.array(asked, { minLength: 10, maxLength: 40 }), questions => {
      for (const [which, paid, days] of questions) {
        const terms = everyTerms[which] ?? lifeTerms()
        const entries = told(
          ['2024-01-15', paidOut(1_000n)],
          ...paid.map(minor => ['2024-02-10', repaid(minor * 100n)] as const),
        )
        const asOf = addDays(startsOn, 30 + days * 20)
        expect(lifeOf(terms, entries, asOf)).toEqual(replayLoan(terms, entries, asOf))
      }
    }),
    { numRuns: 100, seed: 20260302 },
  )
})

test('[L65] what is asked again is not replayed again, also by entries that are equal and not the same', () => {
  const terms = lifeTerms({ percent: '12' })
  const entries = told(['2024-01-15', paidOut(1_000n)], ['2024-02-10', repaid(100n)])
  const again = entries.map(entry => Object.fromEntries(Object.entries(entry).toReversed()) as LoanEvent)
  expect(lifeOf(terms, again, startsOn)).toBe(lifeOf(terms, entries, startsOn))
})
