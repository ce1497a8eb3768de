import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { LoanStep } from '../../../core/refusals/loan-refusal.ts'
import { goTo, type LoanAct } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'

interface Way {
  readonly step: LoanStep
  readonly act: LoanAct
  readonly shortcut: string
}

/** In the order in which they are usually wanted; the first that is possible is the one that the page is for. */
const ways: readonly Way[] = [
  { step: 'repay', act: 'repay-loan', shortcut: 'p' },
  { step: 'disburse', act: 'disburse-loan', shortcut: 'd' },
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
  const { loanId, possible, custodian, state, leftMinor } = loan
  const isPossible = ({ step }: Way): boolean =>
    custodian.here && possible.includes(step) && (step !== 'disburse' || leftMinor > 0n)
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
      <Action onAct={() => goTo({ task: 'loan-application', loanId })}>{t('application')}</Action>
    </>
  )
}
