import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import { executeInTransaction } from '../../core/command/execute.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { outcomeType } from '../support/expect.ts'
import { kindOf } from './model/kinds.ts'
import { type Beginning, compare, type Game, makeBeginning, newGame } from './model/play.ts'
import { allowedResults, type Keyless, type World } from './model/world.ts'

/** Head office does it alone: no limit of a person is in the way, only those of the accounts and the cash. */
const who = { role: 'head-office', second: 'manager' } as const

/** A tiny world: one account that asks for nothing, one with a minimum, one with fees and an overdraft; an empty drawer; no money yet. */
const beginning: Beginning = makeBeginning([
  ['day.open', who, [1]],
  ['drawer.open', who, [0, 0]],
  ['client.register', who, [0]],
  ['savings.open', who, [5, 1, 0]],
  ['savings.open', who, [0, 1, 0]],
  ['savings.open', who, [2, 1, 0]],
])

/** The most that the third account takes in a day, and more than the first ones ever have. */
const most = 50_000_000n
const amounts = [1n, most] as const
type Letter = (world: World) => Keyless<JournalCommand> | undefined

const onAccount = (at: number, world: World, amountMinor: bigint) =>
  ({ accountId: world.accounts[at]?.id ?? '', amountMinor, currency: 'KES' }) as const
const across = [
  [0, 1],
  [1, 2],
  [2, 0],
] as const

/** Everything that may come next, over three accounts and the amounts of one and most. */
const letters: readonly Letter[] = [
  ...amounts.flatMap(amount => [
    ...[0, 1, 2].flatMap((at): Letter[] => [
      world => ({ type: 'savings.deposit', ...onAccount(at, world, amount) }),
      world => ({ type: 'savings.withdraw', ...onAccount(at, world, amount) }),
    ]),
    ...across.map(
      ([from, to]): Letter =>
        world => ({
          type: 'savings.transfer',
          ...onAccount(from, world, amount),
          toAccountId: world.accounts[to]?.id ?? '',
        }),
    ),
    ...[0, 2].map(
      (at): Letter =>
        world => ({ type: 'hold.place', ...onAccount(at, world, amount), reason: 'other' }),
    ),
  ]),
  ({ holds: [hold] }) => hold && { type: 'hold.release', holdId: hold.id },
  ({ holds: [hold] }) =>
    hold && { type: 'hold.capture', holdId: hold.id, amountMinor: hold.amount, target: { kind: 'drawer' } },
  ({ holds: [hold] }) =>
    hold && { type: 'hold.capture', holdId: hold.id, amountMinor: 1n, target: { kind: 'ledger', account: '4200' } },
  ({ done: [first] }) => first && { type: 'operation.reverse', record: first.record, reason: 'other' },
  ({ done }) => {
    const last = done.at(-1)
    return last && done.length > 1 ? { type: 'operation.reverse', record: last.record, reason: 'other' } : undefined
  },
]

/** A command that was posted, as the model is told of it. */
type Step = readonly [JournalCommand, Outcome]
const counted = { tried: 0, posted: 0 }

function worldAfter(game: Game, path: readonly Step[]): Game {
  const { world } = newGame(beginning, game.branch.books.db)
  for (const [command, outcome] of path) kindOf(command).happen(world, command, who, outcome)
  return { ...game, world }
}

const changesOf = (db: Database): unknown => db.prepare('SELECT total_changes()').pluck().get()

/**
 * Executes every letter after the path, each from a savepoint that is rolled back, and goes on behind those that were posted. A refused
 * command changed nothing, which is looked at, so that what follows it is what follows without it. The one transaction around them all is
 * held here, as whoever executes many at once holds it.
 */
function explore(game: Game, path: readonly Step[], left: number): void {
  const { branch } = game
  const { db } = branch.books
  const desk = branch.desk(who.role, who.second)
  for (const letter of letters) {
    const { world } = worldAfter(game, path)
    const made = letter(world)
    if (!made) continue
    const command = journalCommandSchema.parse({ key: branch.environment.newId(), ...made })
    const told = () => [...path.map(([{ type }]) => type), command.type].join(', ')
    const changes = changesOf(db)
    db.exec('SAVEPOINT letter')
    const result = executeInTransaction(branch.books, desk, command)
    counted.tried++
    expect(allowedResults(kindOf(command), world, command, who), told()).toContain(outcomeType(result))
    if (!result.ok) expect(changesOf(db), told()).toBe(changes)
    else goOn(game, [...path, [command, result.value.outcome]], { told, left })
    db.exec('ROLLBACK TO letter; RELEASE letter')
  }
}

interface Posted {
  readonly told: () => string
  readonly left: number
}

function goOn(game: Game, path: readonly Step[], { told, left }: Posted): void {
  counted.posted++
  compare(worldAfter(game, path), told)
  if (left > 1) explore(game, path, left - 1)
}

test('[S3][S4][S5][S8][S9][S11][S12][S13][R2][R3] every sequence of up to four commands over a tiny world goes as the model says', () => {
  const game = newGame(beginning)
  game.branch.books.db.exec('BEGIN')
  explore(game, [], 4)
  game.branch.books.db.exec('ROLLBACK')
  expect(counted.posted).toBeGreaterThan(4_000)
  expectBooksToBalance(game.branch)
})

test('[M1] an amount of nothing is no command', () => {
  const { world } = newGame(beginning)
  for (const type of ['savings.deposit', 'savings.withdraw', 'hold.place'])
    expect(journalCommandSchema.safeParse({ type, key: crypto.randomUUID(), ...onAccount(0, world, 0n) }).success).toBe(
      false,
    )
})
