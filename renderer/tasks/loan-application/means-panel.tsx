import { useTranslation } from 'react-i18next'
import type { LoanAffordabilityAnswer } from '../../../core/query/loan-security-answers.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan-application.module.css'
import { MeansFacts } from './means-facts.tsx'

/** What the loan asks of the household, line by line what it lives on, and who lends beyond that and why. */
export function MeansPanel({ loanId }: { readonly loanId: string }) {
  const { t, i18n } = useTranslation('loan-application')
  const { answer } = useAnswer({ type: 'loan-affordability', loanId })
  if (!answer) return null
  const { household, means, currency, ceilingPercent, beyondMeans } = answer
  return (
    <Panel title={t('household')}>
      <Stack>
        {means && <MeansFacts means={means} currency={currency} ceilingPercent={ceilingPercent} />}
        {household ? (
          <HouseholdLines household={household} currency={currency} />
        ) : (
          <p className={classes.about}>{t('household-unknown')}</p>
        )}
        {beyondMeans.map(({ record, beyondMeans: why, actorName, recordedAt }) => (
          <div key={`${record.log}/${record.seq}`}>
            <div className={classes.step}>{t('lent-beyond')}</div>
            <div className={classes.about}>
              {formatMoment(recordedAt, i18n.language)} · <bdi>{actorName}</bdi>
            </div>
            {why && (
              <div className={classes.said}>
                <bdi>{why}</bdi>
              </div>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  )
}

type HouseholdLinesProps = Required<Pick<LoanAffordabilityAnswer, 'household' | 'currency'>>

function HouseholdLines({ household, currency }: HouseholdLinesProps) {
  const { t, i18n } = useTranslation('loan-application')
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' })
  const named = (months: readonly number[]): string =>
    new Intl.ListFormat(i18n.language, { style: 'narrow', type: 'unit' }).format(
      months.map(number => month.format(new Date(Date.UTC(2026, number - 1, 15)))),
    )
  return (
    <table className={classes.compared} aria-label={t('household')}>
      <tbody>
        {household.lines.map(({ flow, kind, amountMinor, months }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <tr key={place}>
            <th scope="row">
              {t(`flow-${flow}`)}: {t(`line-${flow}-${kind}` as 'line-income-other')}
            </th>
            <td>{months ? named(months) : t('every-month')}</td>
            <td>
              <Money amountMinor={flow === 'income' ? amountMinor : -amountMinor} currency={currency} aligned />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
