import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { offerFaults } from '../../../core/products/loan-offer.ts'
import { previewLoan } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { ExampleLoan } from '../../counter/example-loan.tsx'
import { nothingTyped, previewedOffer, type TypedOffer } from '../../counter/previewed-offer.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useHolidayCalendar } from '../../lib/use-holiday-calendar.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useProductWords } from './product-words.ts'
import classes from './products.module.css'
import type { ReadProduct } from './read-product.ts'
import { useFaultWord } from './use-fault-word.ts'

interface LoanPreviewPanelProps {
  readonly product: ReadProduct
  readonly currency: CurrencyCode
}

/** One loan under the terms as they are typed: what is paid and when, and what it costs a year. Rule: W59. */
export function LoanPreviewPanel({ product, currency }: LoanPreviewPanelProps) {
  const { t } = useTranslation('products')
  const [typed, setTyped] = useState(nothingTyped)
  const loan = product.ok && product.value.kind === 'loan' ? product.value : undefined
  return (
    <Panel title={t('loan-title')}>
      <Stack>
        {loan ? (
          <Example loan={loan} typed={typed} currency={currency} onTyped={part => setTyped({ ...typed, ...part })} />
        ) : (
          <p className={classes.about}>{t('loan-waits')}</p>
        )}
      </Stack>
    </Panel>
  )
}

interface ExampleProps {
  readonly loan: LoanProduct
  readonly typed: TypedOffer
  readonly currency: CurrencyCode
  readonly onTyped: (part: Partial<TypedOffer>) => void
}

function Example({ loan, typed, currency, onTyped }: ExampleProps) {
  const { t, i18n } = useTranslation('products')
  const startsOn = useOpenSession()?.businessDate ?? wallDate()
  const words = useProductWords()
  const calendar = useHolidayCalendar()
  const offer = previewedOffer(loan, typed, { startsOn, locale: i18n.language })
  const faults = offerFaults(loan, offer)
  const wordOf = useFaultWord(faults)
  // The text of the terms and of the offer says whether anything changed: both are made anew with every key.
  const asked = JSON.stringify([loan, offer], (_name, value) => (typeof value === 'bigint' ? String(value) : value))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is all that loan and offer say
  const preview = useMemo(
    () => (faults.length > 0 || !calendar ? null : previewLoan(loan, offer, calendar)),
    [asked, calendar],
  )
  const isOneRate = loan.annualPercent.min === loan.annualPercent.max
  return (
    <>
      <div className={classes.use}>
        <MoneyField
          label={t('loan-principal')}
          currency={currency}
          text={typed.principal}
          onText={principal => onTyped({ principal })}
          error={wordOf('principalMinor')}
        />
        <TextField
          label={t('loan-installments')}
          text={typed.installments}
          onText={installments => onTyped({ installments })}
          dir="ltr"
          inputMode="numeric"
          maxLength={3}
          error={wordOf('installments')}
        />
        {loan.frequencies.length > 1 && (
          <SelectField
            label={t('loan-frequency')}
            value={typed.frequency}
            onValue={frequency => onTyped({ frequency, installments: '' })}
            options={loan.frequencies.map((frequency, place) => ({
              value: String(place),
              label: words.frequency(frequency),
            }))}
          />
        )}
        {!isOneRate && (
          <TextField
            label={t('loan-percent')}
            text={typed.percent}
            onText={percent => onTyped({ percent })}
            dir="ltr"
            inputMode="numeric"
            icon="%"
            maxLength={20}
            error={wordOf('annualPercent')}
          />
        )}
      </div>
      {preview ? (
        <ExampleLoan preview={preview} offer={offer} currency={currency} />
      ) : (
        <p className={classes.about}>{t('loan-not-offered')}</p>
      )}
    </>
  )
}
