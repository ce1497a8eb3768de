import { useTranslation } from 'react-i18next'
import type { Effect } from '../../core/command/outcome.ts'
import { feeKindOf } from '../../core/savings/account-fees.ts'
import { Money } from '../ui/money.tsx'
import { useEntryWord } from './entry-words.ts'
import { Facts } from './facts.tsx'

/** To which account of the chart held money goes, by its name, for a code alone says nothing to whoever signs; and in cash what it costs the client. */
export function CaptureFacts({ effect }: { readonly effect: Effect | undefined }) {
  const { t } = useTranslation('savings')
  const entryWord = useEntryWord()
  const goesTo = effect?.goesTo
  const target = goesTo && (
    <bdi>
      {goesTo.account} {goesTo.accountName}
    </bdi>
  )
  const fees = (effect?.entries ?? [])
    .filter(({ description }) => feeKindOf(description) !== null)
    .flatMap(({ description, lines }) =>
      lines
        .filter(({ amountMinor }) => amountMinor < 0n)
        .map(({ amountMinor, currency }) => {
          const word = entryWord(description)
          return [word, <Money key={word} amountMinor={-amountMinor} currency={currency} />] as const
        }),
    )
  return target || fees.length > 0 ? <Facts facts={[[t('capture-target'), target], ...fees]} /> : null
}
