import { loadContext } from '../../core/command/load-context.ts'
import { uncountedVault } from '../../core/storage/uncounted-cash.ts'
import { type Branch, count } from './branch.ts'

/** Who keeps the vault counts what moved there, to the last unit. */
export function countVault({ books, desk, must }: Branch): void {
  for (const { currency, amountMinor } of uncountedVault(books.db, loadContext(books, desk('manager')))) {
    const pieces = count([100_000n, Number(amountMinor / 100_000n)], [1n, Number(amountMinor % 100_000n)])
    must('manager', { type: 'vault.count', currency, counted: pieces.filter(one => one.pieces > 0) })
  }
}

/** The day ends as days do: the drawers are closed already, the vault is counted, then one of the counter closes the day. */
export function endDay(branch: Branch, who: 'officer' | 'teller' | 'manager' = 'officer'): void {
  countVault(branch)
  branch.must(who, { type: 'day.close' })
}
