import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { LoanPapers } from '../../counter/loan-papers.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { loanPlace } from '../../lib/loan-place.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { replaceWith } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { LoanActions } from './loan-actions.tsx'
import { LoanFigures } from './loan-figures.tsx'
import { LoanHistory } from './loan-history.tsx'
import { LoanMarks } from './loan-marks.tsx'
import { LoanNotes } from './loan-notes.tsx'
import { LoanSchedule } from './loan-schedule.tsx'
import { PayoffQuote } from './payoff-quote.tsx'

/** One loan: how it stands, its plan with what became of each installment, what befell it, and all that can be done with it; of what was never lent, its application. Rules: W66, W71. */
export function LoanPage({ loanId }: { readonly loanId: string }) {
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  const place = loan && loanPlace(loan)
  const isApplication = place?.task === 'loan-application'
  useEffect(() => {
    if (place && isApplication) replaceWith(place)
  })
  if (refusal) return <RefusedPage refusal={refusal} />
  return loan && !isApplication ? <Loan loan={loan} /> : null
}

function Loan({ loan }: { readonly loan: LoanAnswer }) {
  const { t } = useTranslation('loan')
  const [isQuoting, setQuoting] = useState(false)
  const { custodian } = loan
  return (
    <Page>
      <PageHeader
        title={loan.clientName}
        subtitle={
          <>
            <bdi>{loan.number}</bdi> · <bdi>{loan.productName}</bdi>
          </>
        }
        marks={
          <>
            <LoanMarks loan={loan} />
            {!custodian.here && <Badge tone="waiting">{t('kept-by', { device: custodian.deviceCode })}</Badge>}
          </>
        }
        actions={<LoanActions loan={loan} onPayoff={() => setQuoting(true)} />}
      />
      <LoanFigures loan={loan} />
      <Columns>
        <Stack>
          <LoanHistory loan={loan} />
        </Stack>
        <Stack>
          <LoanNotes loan={loan} />
          <LoanSchedule loan={loan} />
          <LoanPapers loan={loan} />
        </Stack>
      </Columns>
      {isQuoting && <PayoffQuote loan={loan} onClose={() => setQuoting(false)} />}
    </Page>
  )
}
