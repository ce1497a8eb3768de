import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Money } from '../../ui/money.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import table from '../../ui/table.module.css'
import { TextField } from '../../ui/text-field.tsx'
import classes from './products.module.css'
import type { ReadProduct } from './read-product.ts'

interface YearPreviewProps {
  readonly product: ReadProduct
  readonly kind: DepositProduct['kind']
  readonly currency: CurrencyCode
}

/** What a client would have after a year, counted by the engine while the terms are typed. */
export function YearPreview({ product, kind, currency }: YearPreviewProps) {
  const { t, i18n } = useTranslation('products')
  const [text, setText] = useState(() => new Intl.NumberFormat(i18n.language).format(10_000))
  const [months, setMonths] = useState('')
  const amountMinor = useAmount(text, currency)
  const termMonths = Number(westernDigits(months))
  const hasTerm = kind === 'fixed' || kind === 'recurring'
  const enabled = product.ok && amountMinor !== undefined
  const query = {
    type: 'product-preview',
    // Nothing is asked while there is no product: the query is not enabled then.
    product: product.ok ? product.value : ({} as never),
    amountMinor: amountMinor ?? 1n,
    ...(hasTerm && termMonths >= 1 && termMonths <= 600 ? { termMonths } : {}),
  } as const
  const { answer } = useAnswer(query, { enabled, keepPrevious: true })
  const money = (minor: bigint) => <Money amountMinor={minor} currency={currency} />
  return (
    <Panel title={t('year-title')}>
      <Stack>
        <div className={classes.use}>
          <MoneyField
            label={t(kind === 'recurring' ? 'year-each-time' : 'year-amount')}
            currency={currency}
            text={text}
            onText={setText}
          />
          {hasTerm && (
            <TextField
              label={t('year-months')}
              text={months}
              onText={setMonths}
              dir="ltr"
              inputMode="numeric"
              maxLength={3}
            />
          )}
        </div>
        {enabled && answer ? (
          <div aria-live="polite">
            <Facts
              facts={[
                [t('year-paid-in'), money(answer.paidInMinor)],
                [t('year-interest'), money(answer.interestMinor)],
                [t('year-tax'), answer.taxMinor > 0n && money(-answer.taxMinor)],
                [t('year-fees'), answer.feesMinor > 0n && money(-answer.feesMinor)],
                [
                  t('year-balance'),
                  <Money key="balance" amountMinor={answer.balanceMinor} currency={currency} strong />,
                ],
                [t('year-accrued'), answer.accruedMinor > 0n && money(answer.accruedMinor)],
                [t('year-net'), <Money key="net" amountMinor={answer.netMinor} currency={currency} strong />],
              ]}
            />
            <details className={classes.months}>
              <summary className={classes.about}>{t('year-by-month')}</summary>
              <table className={table.table} aria-label={t('year-by-month')}>
                <thead>
                  <tr>
                    <th scope="col">{t('year-month')}</th>
                    <th scope="col">{t('year-interest')}</th>
                    <th scope="col">{t('year-fees')}</th>
                    <th scope="col">{t('year-balance')}</th>
                  </tr>
                </thead>
                <tbody>
                  {answer.months.map(month => (
                    <tr key={month.endsOn}>
                      <td>{formatDate(month.endsOn, i18n.language)}</td>
                      <td className={table.figure}>{money(month.interestMinor - month.taxMinor)}</td>
                      <td className={table.figure}>{money(-month.feesMinor)}</td>
                      <td className={table.figure}>{money(month.balanceMinor)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </div>
        ) : (
          <p className={classes.about}>{t('year-waits')}</p>
        )}
      </Stack>
    </Panel>
  )
}
