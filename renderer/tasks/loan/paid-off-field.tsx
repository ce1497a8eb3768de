import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer, LoanSummary } from '../../../core/query/loan-answers.ts'
import { isolate } from '../../lib/isolate.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { SelectField } from '../../ui/select-field.tsx'

const loansAtMost = 50

/** What a loan that is not paid out yet may pay off: the client's running loans in its currency. */
export function useLoansToPayOff({ loanId, clientId, currency, possible }: LoanAnswer): readonly LoanSummary[] {
  const { answer } = useAnswer(
    { type: 'loans', of: { by: 'client', clientId }, limit: loansAtMost },
    { enabled: possible.includes('refinance') },
  )
  return (answer ?? []).filter(one => one.loanId !== loanId && one.state === 'active' && one.currency === currency)
}

interface PaidOffFieldProps {
  readonly loan: LoanAnswer
  readonly paidOff: string
  readonly onPaidOff: (loanId: string) => void
}

/** Which loan of the client the new one pays off. */
export function PaidOffField({ loan, paidOff, onPaidOff }: PaidOffFieldProps) {
  const { t, i18n } = useTranslation('loan')
  return (
    <SelectField
      label={t('pays-off')}
      value={paidOff}
      onValue={onPaidOff}
      autoFocus
      required
      options={[
        { value: '', label: t('choose'), disabled: true },
        ...useLoansToPayOff(loan).map(({ loanId, number, productName, outstanding, currency }) => ({
          value: loanId,
          label: `${productName} ${number}, ${isolate(formatAmount({ amountMinor: outstanding.principal, currency }, i18n.language))}`,
        })),
      ]}
    />
  )
}
