import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../core/money/currency.ts'
import type { Decimal } from '../../core/money/decimal.ts'
import { formatAmount } from '../../core/money/format-amount.ts'
import { roundDecimals } from '../../core/money/rounding.ts'
import type { LoanOffer } from '../../core/products/loan-offer.ts'
import type { LoanPreview } from '../../core/products/loan-preview.ts'
import { installmentTotalMinor } from '../../core/schedule/installment.ts'
import { formatCount } from '../lib/format-count.ts'
import { formatDate } from '../lib/format-date.ts'
import { Money } from '../ui/money.tsx'
import table from '../ui/table.module.css'
import classes from './example-loan.module.css'
import { Facts } from './facts.tsx'

interface ExampleLoanProps {
  readonly preview: LoanPreview
  readonly offer: LoanOffer
  readonly currency: CurrencyCode
}

const formatYearly = (rate: Decimal, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(roundDecimals(rate, 2, 'half-up').toString() as Intl.StringNumericLiteral)

/** A loan counted to its end: what it costs, and every installment. */
export function ExampleLoan({ preview, offer, currency }: ExampleLoanProps) {
  const { t, i18n } = useTranslation('products')
  const money = (minor: bigint) => <Money amountMinor={minor} currency={currency} />
  // The figures of the table are all in one currency, which stands above it.
  const figure = (amountMinor: bigint) => <bdi>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
  const { rates, installments } = preview
  const [first] = installments
  const yearly = (rate: Decimal | null) => rate && <bdi>{formatYearly(rate, i18n.language)}</bdi>
  return (
    <div aria-live="polite">
      <Facts
        facts={[
          [t('loan-lent'), money(offer.principalMinor)],
          [t('loan-received'), preview.receivedMinor !== offer.principalMinor && money(preview.receivedMinor)],
          [t('loan-first'), first && money(installmentTotalMinor(first))],
          [t('loan-interest'), money(preview.interestMinor)],
          [t('loan-fees'), preview.feesMinor > 0n && money(preview.feesMinor)],
          [t('loan-cost'), <Money key="cost" amountMinor={preview.costMinor} currency={currency} strong />],
          [t('loan-apr'), yearly(rates.annual)],
          [t('loan-aprc'), yearly(rates.ofCharge)],
          [t('loan-eir'), yearly(rates.effective)],
        ]}
      />
      <details className={classes.months}>
        <summary className={classes.about}>{t('loan-schedule')}</summary>
        <div className={classes.schedule}>
          <table className={table.table} aria-label={t('loan-schedule')}>
            <thead>
              <tr>
                <th scope="col">{t('loan-number')}</th>
                <th scope="col">{t('loan-due-on')}</th>
                <th scope="col" className={table.figure}>
                  {t('loan-due')}
                </th>
                <th scope="col" className={table.figure}>
                  {t('loan-left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {installments.map(installment => (
                <tr key={installment.number}>
                  <td>{formatCount(installment.number, i18n.language)}</td>
                  <td className={classes.day}>{formatDate(installment.dueOn, i18n.language)}</td>
                  <td className={table.figure}>{figure(installmentTotalMinor(installment))}</td>
                  <td className={table.figure}>{figure(installment.balanceAfterMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
