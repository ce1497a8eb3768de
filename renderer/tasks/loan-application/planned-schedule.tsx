import { useTranslation } from 'react-i18next'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan-application.module.css'

/** Every installment, as it would be if all were paid out on the planned day. */
export function PlannedSchedule({ loan: { installments, currency } }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan-application')
  const figure = (amountMinor: bigint) => <bdi>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
  return (
    <Panel title={t('schedule')} aside={currency} flush>
      <div className={classes.schedule}>
        <table className={classes.compared} aria-label={t('schedule')}>
          <thead>
            <tr>
              <th scope="col">{t('due-on')}</th>
              <th scope="col">{t('part-principal')}</th>
              <th scope="col">{t('part-interest')}</th>
              <th scope="col">{t('part-fees')}</th>
              <th scope="col">{t('to-pay')}</th>
              <th scope="col">{t('left')}</th>
            </tr>
          </thead>
          <tbody>
            {installments.map(({ number, dueOn, due, balanceAfterMinor }) => (
              <tr key={number}>
                <th scope="row">
                  {formatCount(number, i18n.language)} · {formatDate(dueOn, i18n.language)}
                </th>
                <td>{figure(due.principal)}</td>
                <td>{figure(due.interest)}</td>
                <td>{figure(due.fees)}</td>
                <td className={classes.strong}>{figure(portionsTotal(due))}</td>
                <td>{figure(balanceAfterMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
