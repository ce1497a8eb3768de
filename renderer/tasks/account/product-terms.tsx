import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { yearlyRate } from '../../lib/yearly-rate.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ArrangeOverdraft } from './arrange-overdraft.tsx'
import classes from './holds.module.css'

/** Of a deposit that is built up: what is paid in each time, how many were paid of those that fell due, and when the next one does. */
function useInstallmentFacts({
  status,
  product,
  currency,
  maturesOn,
  installments,
}: AccountAnswer): readonly (readonly [string, ReactNode])[] {
  const { t, i18n } = useTranslation('savings')
  const { t: opening } = useTranslation('clients')
  if (product.kind !== 'recurring' || !installments) return []
  const { installmentMinor, paid, due, nextDate } = installments
  const isGoingOn = status !== 'closed' && maturesOn !== undefined && nextDate < maturesOn
  const [of, all] = [paid, due].map(count => formatCount(count, i18n.language))
  return [
    [
      opening(`installment-${product.installment.frequency}`),
      <Money key="installment" amountMinor={installmentMinor} currency={currency} />,
    ],
    [t('installments-paid'), t('installments-paid-of', { of, all })],
    [t('installment-next'), isGoingOn && formatDate(nextDate, i18n.language)],
  ]
}

/** The terms under which the account was opened; a later version of the product does not change them. */
export function ProductTerms({ account }: { readonly account: AccountAnswer }) {
  const { product, currency, openedOn, maturesOn } = account
  const { t, i18n } = useTranslation('savings')
  const [isArranging, setArranging] = useState(false)
  const mayArrange = usePermission('approve') && account.status !== 'closed' && account.status !== 'dormant'
  const offered = product.kind === 'current' ? product.overdraft : undefined
  const money = (amountMinor: bigint | undefined) =>
    amountMinor !== undefined && <Money amountMinor={amountMinor} currency={currency} />
  const installments = useInstallmentFacts(account)
  return (
    <Panel title={t('terms')} aside={t('terms-version', { version: product.version })}>
      <Facts
        facts={[
          [t('opened-on'), formatDate(openedOn, i18n.language)],
          [t('interest-rate'), yearlyRate(product, i18n.language)],
          [t('matures-on'), maturesOn && formatDate(maturesOn, i18n.language)],
          ...installments,
          [t('minimum-balance'), money(product.minimumBalanceMinor)],
          [t('minimum-opening'), money(product.minimumOpeningMinor)],
          [t('overdraft-limit'), offered && money(account.overdraftLimitMinor)],
          [t('daily-limit'), money(product.limits.withdrawalsPerDayMinor)],
          [t('maximum-amount'), money(product.limits.operationMinor)],
        ]}
      />
      {offered && mayArrange && (
        <div className={classes.more}>
          <QuietAction shortcut="l" onAct={() => setArranging(true)}>
            {t('overdraft-change')}
          </QuietAction>
        </div>
      )}
      {offered && isArranging && (
        <ArrangeOverdraft account={account} offered={offered} onClose={() => setArranging(false)} />
      )}
    </Panel>
  )
}
