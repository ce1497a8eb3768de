import { useTranslation } from 'react-i18next'
import type { LoanState } from '../../../core/refusals/loan-refusal.ts'
import { LoanList } from '../../counter/loan-list.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { Panel } from '../../ui/panel.tsx'
import { PastLoans } from './past-loans.tsx'

/** Nothing is asked of these any more, though what was written off may still come in. */
const over: readonly LoanState[] = ['paid-off', 'written-off', 'rejected', 'withdrawn', 'cancelled']

/** What the client has borrowed and asked for, and under it what that came to before; nothing is shown of who never did. Rule: W83. */
export function ClientLoans({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('clients')
  const { answer = [] } = useAnswer({ type: 'loans', of: { by: 'client', clientId }, limit: 200 })
  const open = answer.filter(({ state }) => !over.includes(state))
  const past = answer.filter(({ state }) => over.includes(state))
  return (
    <>
      {open.length > 0 && (
        <Panel title={t('loans')} flush>
          <LoanList label={t('loans')} loans={open} maxRows={5} />
        </Panel>
      )}
      {past.length > 0 && <PastLoans loans={past} />}
    </>
  )
}
