import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksToBalance } from '../support/check-books.ts'
import { anyChoices, anyTerms, counted, expectPage, newGame, possible, take } from './model/loan-game.ts'

test.each([1, 2, 3])(
  '[L30][L31][L32][L38][L39] twenty loans of seed %i live as a sheet of paper says, command by command: what is owed, what is late, what is booked, and every refusal',
  seed => {
    fc.assert(
      fc.property(anyTerms, anyChoices, (terms, choices) => {
        const game = newGame(terms)
        for (const choice of choices) {
          take(game, choice)
          expectPage(game)
        }
        expectBooksToBalance(game.branch)
        game.branch.books.close()
      }),
      { seed, numRuns: 20 },
    )
  },
)

test('[L30] every step was taken in every state in which it may be, and refused in the others', () => {
  const steps = ['disburse', 'repay', 'charge', 'waive', 'refund', 'write-off', 'reverse']
  const missing = Object.entries(possible).flatMap(([state, may]) =>
    steps.flatMap(step => {
      const what = `${step} of a loan that is ${state}`
      const isThere = may.includes(step)
        ? [...counted.keys()].some(key => key.startsWith(`${what}: `) && !key.endsWith('loan-state'))
        : [...counted.keys()].some(key => key.startsWith(`${what}: `)) && !counted.has(`${what}: posted`)
      return isThere ? [] : [what]
    }),
  )
  expect(missing).toEqual([])
})
