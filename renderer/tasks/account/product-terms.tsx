import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'

/** The terms under which the account was opened; a later version of the product does not change them. */
export function ProductTerms({
  account: { product, currency, openedOn, maturesOn },
}: {
  readonly account: AccountAnswer
}) {
  const { t, i18n } = useTranslation('savings')
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
          [t('daily-limit'), money(product.limits.withdrawalsPerDayMinor)],
          [t('maximum-amount'), money(product.limits.operationMinor)],
        ]}
      />
    </Panel>
  )
}
