import { useTranslation } from 'react-i18next'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { ImportKind } from '../../../core/import/import-kinds.ts'
import { postingAccounts } from '../../../core/ledger/posting-accounts.ts'
import { Facts } from '../../counter/facts.tsx'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Money } from '../../ui/money.tsx'

/** What is left on the account of opening balances: nothing, when both sides of the former books are in. */
export function OpeningBalances({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('import')
  const today = useOpenSession()?.businessDate
  const isAsked = today !== undefined && (kind === 'ledger-balances' || kind === 'accounts')
  const asOf = today ?? businessDate('2000-01-01')
  const { answer } = useAnswer(
    { type: 'ledger-balance', code: postingAccounts.openingBalances, asOf },
    { enabled: isAsked },
  )
  return (
    <Facts
      facts={(answer?.balances ?? []).map(({ currency, debitMinor, creditMinor }) => [
        t('opening-left'),
        <Money key={currency} amountMinor={creditMinor - debitMinor} currency={currency} />,
      ])}
    />
  )
}
