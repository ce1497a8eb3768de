import { useTranslation } from 'react-i18next'
import { LoanList } from '../../counter/loan-list.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan-application.module.css'

interface OtherLoansProps {
  readonly clientId: string
  readonly exceptId: string
}

/** What else the client has borrowed or asked for: the newest first. */
export function OtherLoans({ clientId, exceptId }: OtherLoansProps) {
  const { t } = useTranslation('loan-application')
  const { answer } = useAnswer({ type: 'loans', of: { by: 'client', clientId }, limit: 50 })
  const loans = answer?.filter(({ loanId }) => loanId !== exceptId)
  if (!loans) return null
  return loans.length === 0 ? (
    <Panel title={t('other-loans')}>
      <p className={classes.about}>{t('other-loans-none')}</p>
    </Panel>
  ) : (
    <Panel title={t('other-loans')} flush>
      <LoanList label={t('other-loans')} loans={loans} maxRows={5} />
    </Panel>
  )
}
