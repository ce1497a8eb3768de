import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { accountOption, useAccountsOfBorrower } from './paying-account-field.tsx'

interface ThroughFieldProps {
  readonly loan: LoanAnswer
  readonly account: string
  readonly onAccount: (accountId: string) => void
}

/** In cash through the person's drawer, or through an account of the client in the loan's currency. */
export function ThroughField({ loan, account, onAccount }: ThroughFieldProps) {
  const { t } = useTranslation('loan')
  const accounts = useAccountsOfBorrower(loan)
  if (accounts.length === 0) return null
  return (
    <SelectField
      label={t('through')}
      value={account}
      onValue={onAccount}
      options={[{ value: '', label: t('in-cash') }, ...accounts.map(accountOption)]}
    />
  )
}
