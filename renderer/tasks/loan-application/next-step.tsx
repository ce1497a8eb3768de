import { useTranslation } from 'react-i18next'
import type { LoanAnswer, LoanApplicationAnswer } from '../../../core/query/loan-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { usePermission } from '../../lib/session.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ApproveStep } from './approve-step.tsx'
import { SubmitStep } from './submit-step.tsx'

interface NextStepProps {
  readonly loan: LoanAnswer
  readonly application: LoanApplicationAnswer
  readonly onReject: () => void
}

/** The one thing that is to be done with an application now, for whoever may do it. */
export function NextStep({ loan, application, onReject }: NextStepProps) {
  const { t } = useTranslation('loan-application')
  const mayOpen = usePermission('open-account')
  const mayApprove = usePermission('approve')
  const { possible, approvedBy, state } = loan
  if (possible.includes('submit') && mayOpen)
    return (
      <Panel title={t('next-submit')}>
        <SubmitStep loan={loan} peopleNeeded={application.peopleNeeded} />
      </Panel>
    )
  if (possible.includes('approve') && mayApprove)
    return (
      <Panel title={t('next-approve')}>
        {/* The next approval is another operation. */}
        <ApproveStep key={approvedBy.length} loan={loan} peopleNeeded={application.peopleNeeded} onReject={onReject} />
      </Panel>
    )
  return (
    <Panel title={t(`stands-${state}`)}>
      <Stack>
        {state === 'submitted' && (
          <Facts
            words
            facts={[[t('approvals'), t('approved-of', { done: approvedBy.length, needed: application.peopleNeeded })]]}
          />
        )}
        {mayApprove ? (
          <PrimaryAction shortcut="enter" autoFocus onAct={() => goTo({ task: 'approvals' })}>
            {t('to-approvals')}
          </PrimaryAction>
        ) : (
          <PrimaryAction shortcut="enter" autoFocus onAct={() => goTo({ task: 'client', clientId: loan.clientId })}>
            {t('to-client')}
          </PrimaryAction>
        )}
      </Stack>
    </Panel>
  )
}
