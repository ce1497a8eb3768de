import { useTranslation } from 'react-i18next'
import { addDays } from '../../../core/calendar/business-date.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { InstructionEffect } from '../../counter/instruction-effect.tsx'
import { type InstructionForm, instructionOf, retryUsually } from '../../counter/instruction-form.ts'
import { InstructionTerms, isOfField } from '../../counter/instruction-terms.tsx'
import { OperationForm } from '../../counter/operation-form.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatCount } from '../../lib/format-count.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { type DraftForm, useDraft } from '../../lib/use-draft.ts'
import { goBack } from '../../routes.ts'
import { Panel } from '../../ui/panel.tsx'
import { LoanStrip } from './loan-strip.tsx'
import { PayingAccountField } from './paying-account-field.tsx'

/** An order to repay a loan out of an account of its borrower on each of its days. Rules: E22, W73. */
export function OrderRepaymentPage({ loanId }: { readonly loanId: string }) {
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return loan ? <OrderRepayment loan={loan} /> : null
}

interface OrderForm extends InstructionForm {
  /** The account that pays. */
  readonly account: string
}

/** As often as the loan falls due, where an order can be: each month where it cannot. */
function usualFrequency({ agreement: { frequency } }: LoanAnswer): InstructionForm['frequency'] {
  const { every, unit } = frequency
  if (unit === 'weeks' && every <= 2) return every === 1 ? 'weekly' : 'fortnightly'
  return unit === 'months' && every === 3 ? 'quarterly' : 'monthly'
}

/** As the loan falls due from now on: how much, how often, and when the first time. */
function useOrderDraft(loan: LoanAnswer): DraftForm<OrderForm> {
  const { i18n } = useTranslation()
  const { loanId, asOf, installments, currency } = loan
  const next = installments.find(({ dueOn, metOn }) => dueOn > asOf && metOn === null)
  return useDraft<OrderForm>(`order-repayment/${loanId}`, {
    account: '',
    to: loanId,
    amount: next ? formatAmount({ amountMinor: portionsTotal(next.due), currency }, i18n.language) : '',
    frequency: usualFrequency(loan),
    startsOn: typedDate(next?.dueOn ?? addDays(asOf, 1), i18n.language),
    endsOn: '',
    times: '',
    retryDays: formatCount(retryUsually, i18n.language),
    signedBy: [],
  })
}

function useOrder(loan: LoanAnswer, draft: DraftForm<OrderForm>) {
  const { i18n } = useTranslation()
  const { account, signedBy } = draft.values
  const { answer: paying } = useAnswer({ type: 'account', accountId: account }, { enabled: account !== '' })
  const order = instructionOf(draft.values, { currency: loan.currency, locale: i18n.language })
  const command =
    order && paying && draft.isReady
      ? {
          type: 'standing-instruction.place' as const,
          key: draft.key,
          accountId: account,
          ...order,
          ...signaturesOf(paying, signedBy),
        }
      : undefined
  return { order, paying, command }
}

function OrderRepayment({ loan }: { readonly loan: LoanAnswer }) {
  const { t } = useTranslation('loan')
  const draft = useOrderDraft(loan)
  const { order, paying, command } = useOrder(loan, draft)
  const operation = useOperation<'standing-instruction.place'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const effect = order && <InstructionEffect order={order} loan={loan} />
  return (
    <OperationForm
      title={t('order-repayment')}
      hint={t('hint-order-repayment')}
      operation={operation}
      step={step}
      draft={draft}
      names={[]}
      confirmLabel={t('confirm')}
      approvable={command}
      summary={effect}
      effect={effect}
      isHeld={command === undefined}
      asksFor={isOfField(operation.refusal) ? 'field-invalid' : undefined}
      above={
        <Panel>
          <LoanStrip loan={loan} />
        </Panel>
      }
      onDone={goBack}
    >
      <OrderFields loan={loan} draft={draft} paying={paying} refusal={operation.refusal} />
    </OperationForm>
  )
}

interface OrderFieldsProps {
  readonly loan: LoanAnswer
  readonly draft: DraftForm<OrderForm>
  readonly paying: AccountAnswer | undefined
  readonly refusal: ReturnType<typeof useOperation>['refusal']
}

function OrderFields({ loan, draft: { values, change }, paying, refusal }: OrderFieldsProps) {
  return (
    <>
      <PayingAccountField
        loan={loan}
        account={values.account}
        onAccount={account => change({ account, signedBy: [] })}
      />
      <InstructionTerms currency={loan.currency} values={values} onChange={change} refusal={refusal} isAtMost />
      {paying && <Signatures account={paying} signedBy={values.signedBy} onChange={signedBy => change({ signedBy })} />}
    </>
  )
}
