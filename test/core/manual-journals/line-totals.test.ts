import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineTotals } from '../../../core/manual-journals/line-totals.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { credit, debit, openBranch, rent } from './journal-lines.ts'

const amounts = fc.array(fc.tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom('KES', 'USD')))

test('[G5] what a journal comes to is told in each currency, and what is missing is what it takes to balance', () => {
  fc.assert(
    fc.property(amounts, typed => {
      const lines = typed.map(([isDebit, amountMinor, currency]) =>
        (isDebit ? debit : credit)('5400', amountMinor, currency),
      )
      for (const { currency, debitMinor, creditMinor, differenceMinor } of lineTotals(lines)) {
        expect(differenceMinor).toBe(debitMinor - creditMinor)
        const missing =
          differenceMinor > 0n ? credit('2250', differenceMinor, currency) : debit('2250', -differenceMinor, currency)
        const mended = lineTotals([...lines, missing]).find(total => total.currency === currency)
        expect(mended?.differenceMinor).toBe(0n)
      }
    }),
  )
})

test('[J12][G4] the preview of a journal says what its accounts have before and after, on their natural side', () => {
  const branch = openBranch()
  branch.must('accountant', rent, 'manager')
  const command = { ...rent, key: branch.environment.newId() }
  const answer = answerQuery(branch.books, branch.desk('accountant', 'manager'), { type: 'preview', command }, [])
  expect(answer).toMatchObject({
    ok: true,
    value: {
      effect: {
        ledger: [
          { account: '5400', currency: 'KES', beforeMinor: 120_000n, afterMinor: 240_000n },
          { account: '2250', currency: 'KES', beforeMinor: 120_000n, afterMinor: 240_000n },
        ],
      },
    },
  })
  expectBooksToBalance(branch)
})
