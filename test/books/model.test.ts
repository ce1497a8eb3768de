import fs from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksToBalance } from '../support/check-books.ts'
import { leftOut, modelled } from './model/kinds.ts'
import { type Choice, type Game, histories, newGame } from './model/play.ts'
import { stories } from './model/stories.ts'
import { takeChoice } from './model/take-choice.ts'
import { usualBeginning } from './model/usual-beginning.ts'

const counted = new Map<string, number>()

/** At the end of each history everything is proved anew; in every twentieth what is refused is seen to change no byte. */
function live(choices: readonly Choice[], isExact: boolean): Game {
  const game = newGame(usualBeginning)
  for (const choice of choices) takeChoice(game, choice, isExact)
  expectBooksToBalance(game.branch)
  game.branch.books.close()
  return game
}

test.each([1, 2, 3, 4])(
  '[S4][S8][S9][S12][S14][S21][S22][R1][R3][R6][C12][F2][F8][F9][G11][G12][G14][J1] 250 histories of seed %i go as a naive model says, command by command',
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

test.each(Object.entries(stories))('[S17][S21][S22][F8][F9][G12][G14] as the model says, %s', (_what, story) => {
  const game = newGame(usualBeginning)
  story(game)
  const posted = [...game.count.keys()].filter(key => key.endsWith(' posted'))
  expect(posted.length).toBeGreaterThan(2)
  expectBooksToBalance(game.branch)
  game.branch.books.close()
})

/** Nothing sleeps yet where no close of business runs. */
const neverPosted = ['savings.reactivate']

test('[J1] the histories had every kind of command done, and more than a hundred refusals of them', () => {
  const posted = new Set([...counted.keys()].flatMap(key => (key.endsWith(' posted') ? [key.split(' ')[0]] : [])))
  expect(modelled.filter(type => !posted.has(type))).toEqual(neverPosted)
  expect(counted.size - posted.size).toBeGreaterThan(100)
})

test('what the histories leave out says why, and which test holds it', () => {
  for (const { type, outside, proved } of leftOut) {
    expect(outside, type).toMatch(/^[A-Z].{30,}\.$/)
    expect(fs.readFileSync(proved, 'utf8'), proved).toContain(type)
  }
})
