import { useTranslation } from 'react-i18next'
import type { LoanInstallment } from '../../../core/loan-life/loan-life.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan.module.css'

/** Every installment, with what became of it. */
export function LoanSchedule({ loan }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan')
  const { installments, currency, asOf } = loan
  const figure = (amountMinor: bigint) => <bdi>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
  return (
    <Panel title={t('schedule')} aside={currency} flush>
      <div className={classes.scroll}>
        <table className={classes.plan} aria-label={t('schedule')}>
          <thead>
            <tr>
              <th scope="col">{t('due-on')}</th>
              <th scope="col">{t('part-principal')}</th>
              <th scope="col">{t('part-interest')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('open')}</th>
              <th scope="col">{t('became')}</th>
            </tr>
          </thead>
          <tbody>
            {installments.map(one => (
              <tr key={one.number} data-met={one.metOn !== null || undefined}>
                <th scope="row">
                  {formatCount(one.number, i18n.language)} · {formatDate(one.dueOn, i18n.language)}
                </th>
                <td>{figure(one.due.principal)}</td>
                <td>{figure(one.due.interest)}</td>
                <td className={classes.strong}>{figure(portionsTotal(one.due))}</td>
                <td>{figure(portionsTotal(one.outstanding))}</td>
                <td>
                  <Became installment={one} isLate={loan.state === 'active' && one.dueOn < asOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

interface BecameProps {
  readonly installment: LoanInstallment
  readonly isLate: boolean
}

/** What became of an installment, in a word or two. */
function Became({ installment: { metOn, paid, waived, writtenOff }, isLate }: BecameProps) {
  const { t, i18n } = useTranslation('loan')
  if (portionsTotal(writtenOff) > 0n) return <Badge tone="wrong">{t('was-written-off')}</Badge>
  if (metOn) return t('met-on', { date: formatDate(metOn, i18n.language) })
  if (isLate) return <Badge tone="wrong">{t('is-late')}</Badge>
  if (portionsTotal(paid) > 0n) return t('partly-paid')
  return portionsTotal(waived) > 0n ? t('partly-waived') : null
}
