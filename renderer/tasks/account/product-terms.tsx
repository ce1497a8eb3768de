import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ArrangeOverdraft } from './arrange-overdraft.tsx'
import classes from './holds.module.css'

/** The terms under which the account was opened; a later version of the product does not change them. */
export function ProductTerms({ account }: { readonly account: AccountAnswer }) {
  const { product, currency, openedOn, maturesOn } = account
  const { t, i18n } = useTranslation('savings')
  const [isArranging, setArranging] = useState(false)
  const mayArrange = usePermission('approve') && account.status !== 'closed' && account.status !== 'dormant'
  const offered = product.kind === 'current' ? product.overdraft : undefined
  const money = (amountMinor: bigint | undefined) =>
    amountMinor !== undefined && <Money amountMinor={amountMinor} currency={currency} />
  return (
    <Panel title={t('terms')} aside={t('terms-version', { version: product.version })}>
      <Facts
        facts={[
          [t('opened-on'), formatDate(openedOn, i18n.language)],
          [t('matures-on'), maturesOn && formatDate(maturesOn, i18n.language)],
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
