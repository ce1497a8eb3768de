import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { LoanStateBadge } from '../../counter/loan-state-badge.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { Badge } from '../../ui/badge.tsx'

/** What somebody has to know of a loan before they do anything with it: its state, how late it is, and what the close of business said of it. */
export function LoanMarks({ loan }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan')
  const { state, daysPastDue, isRescheduled, defaultedOn, nonAccrualOn } = loan
  return (
    <>
      <LoanStateBadge state={state} />
      {state === 'active' && daysPastDue > 0 && (
        <Badge tone="wrong">{t('late-by', { number: formatCount(daysPastDue, i18n.language) })}</Badge>
      )}
      {defaultedOn && <Badge tone="wrong">{t('defaulted')}</Badge>}
      {nonAccrualOn && <Badge tone="waiting">{t('income-when-paid')}</Badge>}
      {isRescheduled && <Badge tone="waiting">{t('rescheduled')}</Badge>}
    </>
  )
}
