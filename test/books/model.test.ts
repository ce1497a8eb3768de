import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksToBalance } from '../support/check-books.ts'
import { modelled } from './model/kinds.ts'
import { histories, newGame, play } from './model/play.ts'
import { turnDay } from './model/turn-day.ts'
import { usualBeginning } from './model/usual-beginning.ts'

const counted = new Map<string, number>()

test('[S4][S8][S9][S12][S14][R1][R3][C12][F2][J1] a thousand histories go as a naive model says, command by command', () => {
  let run = 0
  fc.assert(
    fc.property(histories(30), choices => {
      const game = newGame(usualBeginning)
      const isDeep = run++ % 20 === 0
      for (const { type, who, numbers } of choices)
        if (type === 'day.open' && Number(numbers[0]) % 2 === 0) turnDay(game)
        else play(game, type, who, numbers, isDeep)
      if (isDeep) expectBooksToBalance(game.branch)
      game.branch.books.close()
      for (const [key, times] of game.count) counted.set(key, (counted.get(key) ?? 0) + times)
    }),
    { seed: 2026, numRuns: 1_000 },
  )
  const posted = new Set([...counted.keys()].flatMap(key => (key.endsWith(' posted') ? [key.split(' ')[0]] : [])))
  expect(modelled.filter(type => !posted.has(type))).toEqual(['savings.reactivate'])
  expect(counted.size).toBeGreaterThan(120)
})
