import { useTranslation } from 'react-i18next'
import { LoanList } from '../../counter/loan-list.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { Panel } from '../../ui/panel.tsx'

/** What the client has borrowed and asked for; nothing is shown of who never did. */
export function ClientLoans({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('clients')
  const { answer } = useAnswer({ type: 'loans', of: { by: 'client', clientId }, limit: 50 })
  if (!answer || answer.length === 0) return null
  return (
    <Panel title={t('loans')} flush>
      <LoanList label={t('loans')} loans={answer} maxRows={5} />
    </Panel>
  )
}
