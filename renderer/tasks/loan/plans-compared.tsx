import { useTranslation } from 'react-i18next'
import type { LoanEffect, LoanStanding } from '../../../core/command/outcome.ts'
import type { LoanInstallment } from '../../../core/loan-life/loan-life.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan.module.css'

const says = ({ dueOn, due }: LoanInstallment): string => `${dueOn} ${portionsTotal(due)}`

/** Dates or amounts of the plan are others, or the plan is only now the real one. */
const isChanged = (before: LoanStanding, after: LoanStanding): boolean =>
  before.installments.map(says).join() !== after.installments.map(says).join()

/** The plan before and after, side by side; an installment that becomes dearer is marked. Nothing where the plan stays. Rule: W68. */
export function PlansCompared({ effect: { before, after, currency } }: { readonly effect: LoanEffect }) {
  const { t, i18n } = useTranslation('loan')
  if (!isChanged(before, after)) return null
  const figure = (amountMinor: bigint) => <bdi>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
  const places = Array.from({ length: Math.max(before.installments.length, after.installments.length) }, (_, at) => at)
  const cells = (one: LoanInstallment | undefined, isDearer: boolean) => (
    <>
      <td>{one && formatDate(one.dueOn, i18n.language)}</td>
      <td className={isDearer ? classes.dearer : ''}>{one && figure(portionsTotal(one.due))}</td>
    </>
  )
  return (
    <Panel title={t('plans')} aside={currency} flush>
      <div className={classes.scroll}>
        <table className={classes.plan} aria-label={t('plans')}>
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('plan-before')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('plan-after')}</th>
              <th scope="col">{t('due')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(place => {
              const [old, next] = [before.installments[place], after.installments[place]]
              const isDearer = next !== undefined && portionsTotal(next.due) > (old ? portionsTotal(old.due) : 0n)
              return (
                <tr key={place}>
                  <th scope="row">{formatCount(place + 1, i18n.language)}</th>
                  {cells(old, false)}
                  {cells(next, isDearer)}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
