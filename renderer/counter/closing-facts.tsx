import { useTranslation } from 'react-i18next'
import type { Effect } from '../../core/command/outcome.ts'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { Money } from '../ui/money.tsx'
import { useEntryWord } from './entry-words.ts'
import { Facts } from './facts.tsx'

interface ClosingFactsProps {
  readonly account: Pick<AccountAnswer, 'accountId' | 'currency'>
  readonly effect: Effect | undefined
}

/** What lies there, what is posted and taken, line by line, and at the end the sum that is paid out: before it is done. */
export function ClosingFacts({ account: { accountId, currency }, effect }: ClosingFactsProps) {
  const { t } = useTranslation('savings')
  const entryWord = useEntryWord()
  const balance = effect?.balances.find(({ subAccount }) => subAccount === accountId)
  const lines = (effect?.entries ?? []).flatMap(({ description, lines: all }) => {
    const isPaidOut = all.some(({ subAccount }) => subAccount !== undefined && subAccount !== accountId)
    return all
      .filter(({ subAccount }) => subAccount === accountId)
      .map(({ amountMinor }) => ({ word: entryWord(description), isPaidOut, amountMinor }))
  })
  const facts = lines.map(({ word, isPaidOut, amountMinor }) => {
    const shownMinor = isPaidOut ? amountMinor : -amountMinor
    return [word, <Money key={word} amountMinor={shownMinor} currency={currency} strong={isPaidOut} aligned />] as const
  })
  const before = balance && <Money amountMinor={balance.beforeMinor} currency={currency} aligned />
  return <Facts facts={[[t('balance'), before], ...facts]} />
}
