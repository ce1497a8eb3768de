import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksToBalance } from '../support/check-books.ts'
import { modelled } from './model/kinds.ts'
import { type Choice, type Game, histories, newGame, play } from './model/play.ts'
import { turnDay } from './model/turn-day.ts'
import { usualBeginning } from './model/usual-beginning.ts'

const counted = new Map<string, number>()

/** Every twentieth history is looked at to the last byte: what is refused changes none, and at its end everything is proved anew. */
function live(choices: readonly Choice[], isDeep: boolean): Game {
  const game = newGame(usualBeginning)
  for (const { type, who, numbers } of choices)
    if (type === 'day.open' && Number(numbers[0]) % 2 === 0) turnDay(game)
    else play(game, type, who, numbers, isDeep)
  if (isDeep) expectBooksToBalance(game.branch)
  game.branch.books.close()
  return game
}

test.each([1, 2, 3, 4])(
  '[S4][S8][S9][S12][S14][R1][R3][R6][C12][F2][J1] 250 histories of seed %i go as a naive model says, command by command',
  seed => {
    let run = 0
    fc.assert(
      fc.property(histories(30), choices => {
        for (const [key, times] of live(choices, run++ % 20 === 0).count)
          counted.set(key, (counted.get(key) ?? 0) + times)
      }),
      { seed, numRuns: 250 },
    )
  },
)

/** Nothing sleeps yet where no close of business runs. */
const neverPosted = ['savings.reactivate']

test('[J1] the histories had every kind of command done, and more than a hundred refusals of them', () => {
  const posted = new Set([...counted.keys()].flatMap(key => (key.endsWith(' posted') ? [key.split(' ')[0]] : [])))
  expect(modelled.filter(type => !posted.has(type))).toEqual(neverPosted)
  expect(counted.size - posted.size).toBeGreaterThan(100)
})
