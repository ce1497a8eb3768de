import type { JournalCommand } from '../command/command.ts'
import { decideNow } from '../command/execute.ts'
import type { BalanceEffect } from '../command/outcome.ts'
import type { Context } from '../decision/context.ts'
import type { Entry } from '../journal/record.ts'
import { isDebitNormal } from '../ledger/ledger-account.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import type { PreviewAnswer } from './answers.ts'

/** What the command would do now, decided by the same code that would execute it. */
export function previewAnswer(books: Books, command: JournalCommand, context: Context): PreviewAnswer {
  const decision = decideNow(books, command, context)
  if (!decision.ok) return { allowed: false, refusal: decision.refusal }
  const { type, entries } = decision.value
  return { allowed: true, effect: { type, entries, balances: balanceEffects(books, entries) } }
}

/** Each sub-account once, with the sum of all its lines. */
function balanceEffects({ db }: Books, entries: readonly Entry[]): BalanceEffect[] {
  const accounts = chartOf(db)
  const effects = new Map<string, BalanceEffect>()
  for (const { account, subAccount, currency, amountMinor } of entries.flatMap(({ lines }) => lines)) {
    const ledgerAccount = accounts.get(account)
    if (!subAccount || !ledgerAccount) continue
    const side = isDebitNormal(ledgerAccount.type) ? 1n : -1n
    const name = `${account}/${subAccount}/${currency}`
    const beforeMinor = effects.get(name)?.beforeMinor ?? side * rawBalance(db, account, subAccount, currency)
    const reachedMinor = effects.get(name)?.afterMinor ?? beforeMinor
    const afterMinor = reachedMinor + side * amountMinor
    effects.set(name, { account, accountName: ledgerAccount.name, subAccount, currency, beforeMinor, afterMinor })
  }
  return [...effects.values()]
}
