import type { Effect } from '../../core/command/outcome.ts'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { Money } from '../ui/money.tsx'
import { useEntryWord } from './entry-words.ts'
import { Facts } from './facts.tsx'

interface ClosingFactsProps {
  readonly account: Pick<AccountAnswer, 'accountId' | 'currency'>
  readonly effect: Effect | undefined
}

/** What is posted, taken and paid out, line by line, before it is done. */
export function ClosingFacts({ account: { accountId, currency }, effect }: ClosingFactsProps) {
  const entryWord = useEntryWord()
  const lines = (effect?.entries ?? []).flatMap(({ description, lines: all }) =>
    all
      .filter(({ subAccount }) => subAccount === accountId)
      .map(
        ({ amountMinor }) =>
          [entryWord(description), <Money key={description} amountMinor={-amountMinor} currency={currency} />] as const,
      ),
  )
  return <Facts facts={lines} />
}
