import { useTranslation } from 'react-i18next'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useFrequencyWord } from '../../lib/frequency-word.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'

interface AgreedPanelProps {
  readonly loan: LoanAnswer
  /** The name of the group that it is for. */
  readonly group: string | undefined
}

/** What is asked for. */
export function AgreedPanel({ loan, group }: AgreedPanelProps) {
  const { t, i18n } = useTranslation('loan-application')
  const frequencyWord = useFrequencyWord()
  const days = useWeekdayOptions()
  const { agreement, currency, cycle, officerName, installments } = loan
  const locale = i18n.language
  const [first] = installments
  const last = installments.at(-1)
  return (
    <Panel title={t('agreed')}>
      <Facts
        facts={[
          [t('principal'), <Money key="principal" strong amountMinor={agreement.principalMinor} currency={currency} />],
          [t('repaid'), t('times', { number: agreement.installments, frequency: frequencyWord(agreement.frequency) })],
          [t('percent'), formatPercentRate(agreement.annualPercent, locale)],
          [
            t('first-installment'),
            first && <Money key="first" amountMinor={portionsTotal(first.due)} currency={currency} />,
          ],
          [t('planned-on'), formatDate(agreement.plannedOn, locale)],
          [t('first-due-on'), first && formatDate(first.dueOn, locale)],
          [t('last-due-on'), last && formatDate(last.dueOn, locale)],
          [t('meets-on'), days.find(({ value }) => value === agreement.meetsOn)?.label],
          [t('group'), group && <bdi key="group">{group}</bdi>],
          [t('cycle'), formatCount(cycle, locale)],
          [t('officer'), officerName && <bdi key="officer">{officerName}</bdi>],
        ]}
      />
    </Panel>
  )
}
