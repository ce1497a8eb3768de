import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { LoanPapers } from '../../counter/loan-papers.tsx'
import { LoanStateBadge } from '../../counter/loan-state-badge.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { LoanActions } from './loan-actions.tsx'
import { LoanFigures } from './loan-figures.tsx'
import { LoanHistory } from './loan-history.tsx'
import { LoanSchedule } from './loan-schedule.tsx'
import { PayoffQuote } from './payoff-quote.tsx'

/** One loan: how it stands, its plan with what became of each installment, what befell it, and all that can be done with it. Rule: W66. */
export function LoanPage({ loanId }: { readonly loanId: string }) {
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return loan ? <Loan loan={loan} /> : null
}

function Loan({ loan }: { readonly loan: LoanAnswer }) {
  const [isQuoting, setQuoting] = useState(false)
  return (
    <Page>
      <PageHeader
        title={loan.clientName}
        subtitle={
          <>
            <bdi>{loan.number}</bdi> · <bdi>{loan.productName}</bdi>
          </>
        }
        marks={<LoanMarks loan={loan} />}
        actions={<LoanActions loan={loan} onPayoff={() => setQuoting(true)} />}
      />
      <LoanFigures loan={loan} />
      <Columns>
        <Stack>
          <LoanHistory loan={loan} />
        </Stack>
        <Stack>
          <LoanSchedule loan={loan} />
          <LoanPapers loan={loan} />
        </Stack>
      </Columns>
      {isQuoting && <PayoffQuote loan={loan} onClose={() => setQuoting(false)} />}
    </Page>
  )
}

function LoanMarks({ loan }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan')
  const { state, daysPastDue, isRescheduled, custodian } = loan
  return (
    <>
      <LoanStateBadge state={state} />
      {state === 'active' && daysPastDue > 0 && (
        <Badge tone="wrong">{t('late-by', { number: formatCount(daysPastDue, i18n.language) })}</Badge>
      )}
      {isRescheduled && <Badge tone="waiting">{t('rescheduled')}</Badge>}
      {!custodian.here && <Badge tone="waiting">{t('kept-by', { device: custodian.deviceCode })}</Badge>}
    </>
  )
}
