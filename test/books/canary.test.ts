import fc from 'fast-check'
import { expect, test } from 'vitest'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { type Game, histories, newGame, play } from './model/play.ts'
import { usualBeginning } from './model/usual-beginning.ts'

/** Whether the model notices what is wrong with the game within so many histories. */
function isNoticed(spoil: (game: Game) => Game): boolean {
  const { failed } = fc.check(
    fc.property(histories(30), choices => {
      const game = spoil(newGame(usualBeginning))
      for (const { type, who, numbers } of choices) play(game, type, who, numbers)
      game.branch.books.close()
    }),
    { seed: 2026, numRuns: 60, endOnFailure: true },
  )
  return failed
}

/** Faults of an applier are triggers in the test's own copy of the file: what they do to a projection, wrong code would do. */
const withTrigger =
  (sql: string) =>
  (game: Game): Game => {
    game.branch.books.db.exec(`CREATE TRIGGER canary ${sql}`)
    return game
  }

const oneCentMore =
  (type: 'savings.deposit' | 'savings.withdraw' | 'savings.transfer') =>
  (game: Game): Game => ({
    ...game,
    execute: (books, desk, command) =>
      executeJournalCommand(
        books,
        desk,
        command.type === type ? { ...command, amountMinor: command.amountMinor + 1n } : command,
      ),
  })

test.each([
  ['a deposit books one cent more than was said', oneCentMore('savings.deposit')],
  ['a withdrawal books one cent more', oneCentMore('savings.withdraw')],
  ['a transfer books one cent more', oneCentMore('savings.transfer')],
  [
    'the applier loses one cent of a hundredth of the debits',
    withTrigger(`AFTER UPDATE OF debit_minor ON balance WHEN NEW.debit_minor > OLD.debit_minor AND NEW.debit_minor % 100 = 1
     BEGIN UPDATE balance SET debit_minor = debit_minor - 1 WHERE sub_account = NEW.sub_account AND account = NEW.account
     AND currency = NEW.currency AND branch = NEW.branch; END`),
  ],
  [
    'a hold that ends keeps one cent',
    withTrigger(`AFTER UPDATE OF pending_debit_minor ON balance WHEN NEW.pending_debit_minor < OLD.pending_debit_minor
     BEGIN UPDATE balance SET pending_debit_minor = NEW.pending_debit_minor + 1 WHERE sub_account = NEW.sub_account
     AND account = NEW.account AND currency = NEW.currency AND branch = NEW.branch; END`),
  ],
  [
    'a reversed withdrawal gives its day nothing back',
    withTrigger(`AFTER UPDATE ON account_day WHEN NEW.withdrawn_minor < OLD.withdrawn_minor
     BEGIN UPDATE account_day SET withdrawn_minor = OLD.withdrawn_minor WHERE account_id = NEW.account_id AND date = NEW.date; END`),
  ],
  [
    'a minimum is one cent lower than the product says',
    (game: Game): Game => {
      game.branch.books.db.exec(
        `UPDATE product SET body = replace(body, '"minimumBalanceMinor":"50000"', '"minimumBalanceMinor":"49999"')`,
      )
      return game
    },
  ],
] as const)('[S3][S4][S8][S14] the model notices that %s', (_what, spoil) => {
  expect(isNoticed(spoil)).toBe(true)
})
