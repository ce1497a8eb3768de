import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer, InstructionAnswer } from '../../../core/query/savings-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { goTo } from '../../routes.ts'
import { Action, QuietAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CancelInstruction } from './cancel-instruction.tsx'
import classes from './holds.module.css'

/** The orders to pay out of the account again and again that still run. */
export function StandingInstructions({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const [cancelling, setCancelling] = useState<InstructionAnswer>()
  const { accountId, status } = account
  const mayOrder = usePermission('cash-out')
  const isWorking = status === 'active' || status === 'inactive'
  const running = account.standingInstructions.filter(({ nextDate }) => nextDate !== undefined)
  if (running.length === 0 && !(mayOrder && isWorking)) return null
  return (
    <Panel
      title={t('instructions')}
      aside={
        mayOrder &&
        isWorking && (
          <QuietAction shortcut="i" onAct={() => goTo({ task: 'standing-instruction', accountId })}>
            {t('instruction-new')}
          </QuietAction>
        )
      }
    >
      {running.length === 0 ? (
        <div className={classes.detail}>{t('instructions-none')}</div>
      ) : (
        <ul className={classes.list}>
          {running.map(instruction => (
            <li key={instruction.instructionId} className={classes.hold}>
              <InstructionWords instruction={instruction} account={account} />
              {mayOrder && <Action onAct={() => setCancelling(instruction)}>{t('instruction-cancel')}</Action>}
            </li>
          ))}
        </ul>
      )}
      {cancelling && (
        <CancelInstruction instruction={cancelling} onClose={() => setCancelling(undefined)}>
          <InstructionWords instruction={cancelling} account={account} />
        </CancelInstruction>
      )}
    </Panel>
  )
}

interface InstructionWordsProps {
  readonly instruction: InstructionAnswer
  readonly account: AccountAnswer
}

function InstructionWords({ instruction, account: { currency } }: InstructionWordsProps) {
  const { t, i18n } = useTranslation('savings')
  const { amountMinor, frequency, toName, toAccountNumber, nextDate } = instruction
  return (
    <div className={classes.words}>
      <div>
        <Money amountMinor={amountMinor} currency={currency} strong /> · {t(`frequency-${frequency}`)}
      </div>
      <div className={classes.detail}>
        <bdi>{toName}</bdi> <bdi>{toAccountNumber}</bdi>
      </div>
      {nextDate && (
        <div className={classes.detail}>{t('instruction-next', { date: formatDate(nextDate, i18n.language) })}</div>
      )}
    </div>
  )
}
