import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { LoanStep } from '../../../core/refusals/loan-refusal.ts'
import { usePermission } from '../../lib/session.ts'
import { goTo, type LoanAct } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { useLoansToPayOff } from './paid-off-field.tsx'

interface Way {
  readonly step: LoanStep
  readonly act: LoanAct
  readonly shortcut: string
}

/** In the order in which they are usually wanted; the first that is possible is the one that the page is for. */
const ways: readonly Way[] = [
  { step: 'repay', act: 'repay-loan', shortcut: 'p' },
  { step: 'disburse', act: 'disburse-loan', shortcut: 'd' },
  { step: 'refinance', act: 'refinance-loan', shortcut: 't' },
  { step: 'refund', act: 'refund-loan', shortcut: 'f' },
  { step: 'charge', act: 'charge-loan', shortcut: 'c' },
  { step: 'waive', act: 'waive-loan', shortcut: 'w' },
  { step: 'reschedule', act: 'reschedule-loan', shortcut: 'm' },
  { step: 'write-off', act: 'write-off-loan', shortcut: 'x' },
]

interface LoanActionsProps {
  readonly loan: LoanAnswer
  readonly onPayoff: () => void
}

/** What may be done with a loan in its state, by this person, at this device; nothing else is offered. */
export function LoanActions({ loan, onPayoff }: LoanActionsProps) {
  const { t } = useTranslation('loan')
  const { loanId, clientId, possible, custodian, state, leftMinor } = loan
  const mayPayOut = usePermission('cash-out')
  const mayApply = usePermission('open-account')
  const others = useLoansToPayOff(loan)
  const isPossible = ({ step }: Way): boolean =>
    custodian.here &&
    possible.includes(step) &&
    (step !== 'disburse' || leftMinor > 0n) &&
    (step !== 'refinance' || others.length > 0)
  return (
    <>
      {ways.filter(isPossible).map(({ act, shortcut }, index) => {
        const Way = index === 0 ? PrimaryAction : Action
        return (
          <Way key={act} shortcut={shortcut} onAct={() => goTo({ task: act, loanId })}>
            {t(`act-${act}`)}
          </Way>
        )
      })}
      {state === 'active' && (
        <Action shortcut="q" onAct={onPayoff}>
          {t('payoff')}
        </Action>
      )}
      {state === 'active' && custodian.here && mayPayOut && (
        <Action shortcut="o" onAct={() => goTo({ task: 'order-repayment', loanId })}>
          {t('order-repayment')}
        </Action>
      )}
      {state === 'active' && mayApply && (
        <Action onAct={() => goTo({ task: 'new-loan', clientId })}>{t('top-up')}</Action>
      )}
      <Action onAct={() => goTo({ task: 'loan-application', loanId })}>{t('application')}</Action>
    </>
  )
}
