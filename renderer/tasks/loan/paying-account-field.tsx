import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { AccountSummary } from '../../../core/query/savings-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { SelectField } from '../../ui/select-field.tsx'

/** The accounts of the borrower in the loan's currency, that of the loan's money may go through. */
export function useAccountsOfBorrower({
  clientId,
  currency,
}: Pick<LoanAnswer, 'clientId' | 'currency'>): readonly AccountSummary[] {
  const { answer: client } = useAnswer({ type: 'client', clientId })
  return (client?.accounts ?? []).filter(one => one.currency === currency && one.status !== 'closed')
}

export const accountOption = ({ accountId, number, productName }: AccountSummary) => ({
  value: accountId,
  label: `${productName} ${number}`,
})

interface PayingAccountFieldProps {
  readonly loan: LoanAnswer
  readonly account: string
  readonly onAccount: (accountId: string) => void
}

/** Out of which account of the borrower a loan is repaid by order. */
export function PayingAccountField({ loan, account, onAccount }: PayingAccountFieldProps) {
  const { t } = useTranslation('loan')
  return (
    <SelectField
      label={t('out-of')}
      value={account}
      onValue={onAccount}
      autoFocus
      required
      options={[{ value: '', label: t('choose'), disabled: true }, ...useAccountsOfBorrower(loan).map(accountOption)]}
    />
  )
}
