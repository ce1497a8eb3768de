import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer, LoanApplicationAnswer } from '../../../core/query/loan-answers.ts'
import type { LoanStep } from '../../../core/refusals/loan-refusal.ts'
import { LoanPapers } from '../../counter/loan-papers.tsx'
import { LoanStateBadge } from '../../counter/loan-state-badge.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AgreedPanel } from './agreed-panel.tsx'
import { ApplicationSteps } from './application-steps.tsx'
import { EndApplication, type EndingStep } from './end-application.tsx'
import { LoanSecurity } from './loan-security.tsx'
import { MeansPanel } from './means-panel.tsx'
import { NextStep } from './next-step.tsx'
import { OpenConditions } from './open-conditions.tsx'
import { OtherLoans } from './other-loans.tsx'
import { PlannedSchedule } from './planned-schedule.tsx'

/** An application from its draft to the decision: what is asked for, what it comes to, what was said of it, and the next step. */
export function ApplicationPage({ loanId }: { readonly loanId: string }) {
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  const { answer: application } = useAnswer({ type: 'loan-application', loanId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return loan && application ? <Application loan={loan} application={application} /> : null
}

const endings: readonly EndingStep[] = ['withdraw', 'cancel']

interface ApplicationProps {
  readonly loan: LoanAnswer
  readonly application: LoanApplicationAnswer
}

function Application({ loan, application }: ApplicationProps) {
  const { t } = useTranslation('loan-application')
  const [ending, setEnding] = useState<EndingStep>()
  const { loanId, clientId } = loan
  return (
    <Page>
      <PageHeader
        title={loan.clientName}
        subtitle={
          <>
            <bdi>{loan.number}</bdi> · <bdi>{loan.productName}</bdi>
          </>
        }
        marks={<LoanStateBadge state={loan.state} />}
        actions={<ApplicationActions loan={loan} onEnd={setEnding} />}
      />
      <Columns lead>
        <Stack>
          <AgreedPanel loan={loan} group={application.group?.name} />
          <LoanSecurity loan={loan} />
          <MeansPanel loanId={loanId} />
          <PlannedSchedule loan={loan} />
          <OtherLoans clientId={clientId} exceptId={loanId} />
        </Stack>
        <Stack>
          <NextStep loan={loan} application={application} onReject={() => setEnding('reject')} />
          <OpenConditions loan={loan} application={application} />
          <ApplicationSteps steps={application.steps} />
          <LoanPapers loan={loan} />
        </Stack>
      </Columns>
      {ending && (
        <EndApplication loan={loan} step={ending} title={t(`end-${ending}`)} onClose={() => setEnding(undefined)} />
      )}
    </Page>
  )
}

function ApplicationActions({
  loan,
  onEnd,
}: {
  readonly loan: LoanAnswer
  readonly onEnd: (step: EndingStep) => void
}) {
  const { t } = useTranslation('loan-application')
  const mayOpen = usePermission('open-account')
  const mayApprove = usePermission('approve')
  const { loanId, clientId, possible } = loan
  const may = (step: LoanStep): boolean => possible.includes(step) && (step === 'cancel' ? mayApprove : mayOpen)
  return (
    <>
      {may('amend') && (
        <Action shortcut="e" onAct={() => goTo({ task: 'amend-loan', loanId })}>
          {t('amend')}
        </Action>
      )}
      {endings.filter(may).map(step => (
        <Action key={step} onAct={() => onEnd(step)}>
          {t(`end-${step}`)}
        </Action>
      ))}
      <Action onAct={() => goTo({ task: 'client', clientId })}>{t('to-client')}</Action>
    </>
  )
}
