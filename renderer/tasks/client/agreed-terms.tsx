import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermProduct } from '../../../core/products/deposit-product.ts'
import { formatCount } from '../../lib/format-count.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What is agreed about a deposit with a term, as it was typed. */
export interface AgreedText {
  readonly months: string
  readonly installment: string
}

interface AgreedTermsProps {
  readonly product: TermProduct
  readonly agreed: AgreedText
  readonly onChange: (change: Partial<AgreedText>) => void
  readonly onEnter: () => void
}

/** How long a deposit lasts and, where it is built up, what is paid in each time. */
export function AgreedTerms({ product, agreed, onChange, onEnter }: AgreedTermsProps) {
  const { t, i18n } = useTranslation('clients')
  const installment = useRef<HTMLInputElement>(null)
  const { monthsMin, monthsMax } = product.term
  const [from, to] = [monthsMin, monthsMax].map(months => formatCount(months, i18n.language))
  const isRecurring = product.kind === 'recurring'
  return (
    <>
      <TextField
        label={t('term-months')}
        hint={t('term-months-hint', { from, to })}
        text={agreed.months}
        onText={months => onChange({ months })}
        onEnter={() => (isRecurring ? installment.current?.focus() : onEnter())}
        inputMode="numeric"
        dir="ltr"
        maxLength={3}
        autoFocus
      />
      {isRecurring && (
        <MoneyField
          label={t(`installment-${product.installment.frequency}`)}
          currency={product.currency}
          text={agreed.installment}
          onText={text => onChange({ installment: text })}
          onEnter={onEnter}
          inputRef={installment}
        />
      )}
    </>
  )
}
