import { useTranslation } from 'react-i18next'
import { addDays } from '../../../core/calendar/business-date.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { InstructionEffect } from '../../counter/instruction-effect.tsx'
import { type InstructionForm, instructionOf, retryUsually } from '../../counter/instruction-form.ts'
import { isOfField } from '../../counter/instruction-terms.tsx'
import { OperationPage } from '../../counter/operation-page.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatCount } from '../../lib/format-count.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { InstructionFields } from './instruction-fields.tsx'

/** An order to pay out of the account again and again: to whom, how much, how often, from when. */
export function StandingInstructionPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <PlaceInstruction account={account} /> : null
}

function useInstructionDraft({ accountId, openedOn }: AccountAnswer) {
  const { i18n } = useTranslation()
  const today = useOpenSession()?.businessDate ?? openedOn
  return useDraft<InstructionForm>(`standing-instruction/${accountId}`, {
    to: '',
    amount: '',
    frequency: 'monthly',
    startsOn: typedDate(addDays(today, 1), i18n.language),
    endsOn: '',
    times: '',
    retryDays: formatCount(retryUsually, i18n.language),
    signedBy: [],
  })
}

function PlaceInstruction({ account }: { readonly account: AccountAnswer }) {
  const { t, i18n } = useTranslation('savings')
  const { accountId, currency } = account
  const draft = useInstructionDraft(account)
  const order = instructionOf(draft.values, { currency, locale: i18n.language })
  const command =
    order && draft.isReady
      ? {
          type: 'standing-instruction.place' as const,
          key: draft.key,
          accountId,
          ...order,
          ...signaturesOf(account, draft.values.signedBy),
        }
      : undefined
  const operation = useOperation<'standing-instruction.place'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const effect = order && <InstructionEffect order={order} />
  return (
    <OperationPage
      title={t('instruction-title')}
      hint={t('instruction-hint')}
      account={account}
      operation={operation}
      step={step}
      draft={draft}
      names={[]}
      confirmLabel={t('instruction-confirm')}
      approvable={command}
      summary={effect}
      effect={effect}
      asksFor={isOfField(operation.refusal) ? 'field-invalid' : undefined}
    >
      <InstructionFields account={account} values={draft.values} onChange={draft.change} refusal={operation.refusal} />
    </OperationPage>
  )
}
