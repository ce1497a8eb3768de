import { useTranslation } from 'react-i18next'
import { Facts } from '../../counter/facts.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { SentCash } from './cash-answer.ts'
import { usePlaceWord } from './place-words.ts'

interface TransferFactsProps {
  readonly transfer: SentCash
  /** Who is to count it is not told how much was sent. */
  readonly hidesAmount?: boolean
}

/** From where, to where, by whom and since when. */
export function TransferFacts({ transfer, hidesAmount = false }: TransferFactsProps) {
  const { t, i18n } = useTranslation('transfers')
  const placeWord = usePlaceWord()
  const { from, to, sentBy, sentOn, slip, amountMinor, currency } = transfer
  return (
    <Panel>
      <Facts
        words
        facts={[
          [t('from'), placeWord(from)],
          [t('to'), placeWord(to)],
          [t('sent-by'), <bdi key="name">{sentBy.name}</bdi>],
          [t('sent-on'), formatDay(sentOn, i18n.language)],
          [t('slip'), slip && <bdi dir="ltr">{slip}</bdi>],
          hidesAmount
            ? [t('currency'), currency]
            : [t('amount'), <Money key="money" amountMinor={amountMinor} currency={currency} />],
        ]}
      />
    </Panel>
  )
}
