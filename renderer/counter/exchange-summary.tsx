import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { Money } from '../ui/money.tsx'
import { Facts } from './facts.tsx'

export interface ExchangedAmounts {
  readonly inMinor: bigint
  readonly outMinor: bigint
}

interface ExchangeSummaryProps {
  readonly gives: CurrencyCode
  readonly takes: CurrencyCode
  readonly amounts: ExchangedAmounts
}

/** What the second person puts their name to. */
export function ExchangeSummary({ gives, takes, amounts: { inMinor, outMinor } }: ExchangeSummaryProps) {
  const { t } = useTranslation('exchange')
  return (
    <Facts
      facts={[
        [t('hands-in'), <Money key="in" amountMinor={inMinor} currency={gives} strong />],
        [t('receives'), <Money key="out" amountMinor={outMinor} currency={takes} strong />],
      ]}
    />
  )
}
