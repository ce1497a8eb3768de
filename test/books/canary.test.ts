import fc from 'fast-check'
import { expect, test } from 'vitest'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { type Game, histories, newGame } from './model/play.ts'
import { stories } from './model/stories.ts'
import { takeChoice } from './model/take-choice.ts'
import { usualBeginning } from './model/usual-beginning.ts'

/** Whether a story fails where the model finds what is wrong with the game. */
function isNoticedIn(story: (game: Game) => void, spoil: (game: Game) => Game): boolean {
  const game = spoil(newGame(usualBeginning))
  try {
    story(game)
    return false
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') return true
    throw error
  } finally {
    game.branch.books.close()
  }
}

/** Whether the model notices what is wrong with the game in a story, or within so many histories. */
function isNoticed(spoil: (game: Game) => Game): boolean {
  if (Object.values(stories).some(story => isNoticedIn(story, spoil))) return true
  const { failed } = fc.check(
    fc.property(histories(30), choices => {
      const game = spoil(newGame(usualBeginning))
      for (const choice of choices) takeChoice(game, choice)
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

/** Whatever is booked to the account, one cent more is: its first booking makes the row, a later one changes it. */
const oneCentOn =
  (account: string) =>
  (game: Game): Game => {
    const more = `UPDATE balance SET debit_minor = debit_minor + 1 WHERE account = '${account}' AND currency = NEW.currency`
    game.branch.books.db.exec(`
      CREATE TRIGGER canary AFTER INSERT ON balance WHEN NEW.account = '${account}' BEGIN ${more}; END;
      CREATE TRIGGER canary_again AFTER UPDATE OF credit_minor ON balance WHEN NEW.account = '${account}' BEGIN ${more}; END`)
    return game
  }

/** What the verbs read of the products is not what they say. */
const withProducts =
  (said: string, instead: string) =>
  (game: Game): Game => {
    const { changes } = game.branch.books.db
      .prepare('UPDATE product SET body = replace(body, ?, ?) WHERE instr(body, ?) > 0')
      .run(said, instead, said)
    expect(changes).toBeGreaterThan(0)
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
    withProducts('"minimumBalanceMinor":"50000"', '"minimumBalanceMinor":"49999"'),
  ],
  [
    'an operation costs one cent more than the product says',
    withProducts('"perOperationMinor":"250"', '"perOperationMinor":"251"'),
  ],
  [
    'an installment that was paid is forgotten',
    withTrigger(`AFTER UPDATE OF paid_in_minor ON savings_account WHEN NEW.paid_in_minor > OLD.paid_in_minor
     BEGIN UPDATE savings_account SET paid_in_minor = OLD.paid_in_minor WHERE account_id = NEW.account_id; END`),
  ],
  ['interest is one cent more', oneCentOn('5100')],
  ['interest of an overdraft is one cent more', oneCentOn('4120')],
  ['a deposit that is closed early loses a little less', withProducts('"points":"3"', '"points":"2.99"')],
  ['a savings book earns a little more', withProducts('"annualPercent":"2"', '"annualPercent":"2.01"')],
  ['a revaluation gains one cent more', oneCentOn('4510')],
  ['a revaluation loses one cent more', oneCentOn('5510')],
  [
    'the closing of a year keeps one cent',
    withTrigger(`AFTER INSERT ON year_closing
     BEGIN UPDATE balance SET debit_minor = debit_minor + 1 WHERE account = '3200'; END`),
  ],
  ['a month that is closed is open all the same', withTrigger('AFTER INSERT ON period BEGIN DELETE FROM period; END')],
] as const)('[S3][S4][S8][S11][S14][S17][S21][S22][F8][G11][G14] the model notices that %s', (_what, spoil) => {
  expect(isNoticed(spoil)).toBe(true)
})
