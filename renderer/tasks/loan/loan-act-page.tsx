import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { OperationForm } from '../../counter/operation-form.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useYourDrawers } from '../../counter/use-your-drawers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { goBack, type LoanAct } from '../../routes.ts'
import { useTypedDate } from '../../ui/date-field.tsx'
import { useAmount } from '../../ui/money-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type ActForm, actCommand, type LoanCommandType } from './act-command.ts'
import { ActFields } from './act-fields.tsx'
import { LoanStrip } from './loan-strip.tsx'
import { PlansCompared } from './plans-compared.tsx'

interface LoanActPageProps {
  readonly act: LoanAct
  readonly loanId: string
}

/** One act on a loan: what is asked, what it will do, and its receipt. Rules: W68, W69, W70. */
export function LoanActPage({ act, loanId }: LoanActPageProps) {
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return loan ? <LoanActForm act={act} loan={loan} /> : null
}

interface LoanActFormProps {
  readonly act: LoanAct
  readonly loan: LoanAnswer
}

/** What is most likely wanted: all that is due, the rest of what was agreed, all that was overpaid. */
function proposed(act: LoanAct, { dueMinor, leftMinor, overpaidMinor }: LoanAnswer): bigint {
  switch (act) {
    case 'collect-loan':
    case 'repay-loan':
      return dueMinor
    case 'disburse-loan':
    case 'refinance-loan':
      return leftMinor
    case 'refund-loan':
      return overpaidMinor
    default:
      return 0n
  }
}

function useActDraft(act: LoanAct, loan: LoanAnswer) {
  const { i18n } = useTranslation()
  const { loanId, currency, installments } = loan
  const amountMinor = proposed(act, loan)
  const firstOpen = installments.find(({ metOn, kind }) => kind === 'repayment' && metOn === null)
  const initial: ActForm = {
    amount: amountMinor > 0n ? formatAmount({ amountMinor, currency }, i18n.language) : '',
    account: '',
    signedBy: [],
    date: '',
    what: act === 'reschedule-loan' ? (firstOpen?.dueOn ?? '') : act === 'charge-loan' ? 'fee' : '',
    note: '',
  }
  return useDraft<ActForm>(`${act}/${loanId}`, initial)
}

function useActCommand(act: LoanAct, loan: LoanAnswer) {
  const draft = useActDraft(act, loan)
  const { amount, account, signedBy, date, what, note } = draft.values
  const amountMinor = useAmount(amount, loan.currency)
  const day = useTypedDate(date)
  const { answer: paying } = useAnswer({ type: 'account', accountId: account }, { enabled: account !== '' })
  const isReadable = draft.isReady && (date.trim() === '' || day !== undefined)
  const signatures = paying ? signaturesOf(paying, signedBy) : {}
  const read = { key: draft.key, amountMinor, date: day, what, account, note, signatures }
  return { draft, paying, command: isReadable ? actCommand(act, loan, read) : undefined }
}

function LoanActForm({ act, loan }: LoanActFormProps) {
  const { t } = useTranslation('loan')
  const { draft, paying, command } = useActCommand(act, loan)
  const operation = useOperation<LoanCommandType>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview, act === 'collect-loan' && loan.dueMinor > 0n && !draft.isRestored)
  const title = t(`act-${act}`)
  const strip = <LoanStrip loan={loan} />
  return (
    <OperationForm
      title={title}
      hint={t(`hint-${act}`)}
      operation={operation}
      step={step}
      draft={draft}
      names={useYourDrawers([loan.currency])}
      confirmLabel={t('confirm')}
      approvable={command}
      summary={
        <div>
          {strip}
          <p>{title}</p>
        </div>
      }
      isHeld={command === undefined}
      above={<Panel>{strip}</Panel>}
      below={operation.shown?.loan && <PlansCompared effect={operation.shown.loan} />}
      onDone={goBack}
    >
      <ActFields act={act} loan={loan} draft={draft} paying={paying} />
    </OperationForm>
  )
}
