import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { Facts } from '../../counter/facts.tsx'
import { OperationAct } from '../../counter/operation-act.tsx'
import { Refused } from '../../counter/refused.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goBack, goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BeyondMeans, beyondMeansOf } from './beyond-means.tsx'
import classes from './loan-application.module.css'

interface ApproveStepProps {
  readonly loan: LoanAnswer
  readonly peopleNeeded: number
  readonly onReject: () => void
}

/** The decision: approved, under a condition if need be, or rejected. What stands against approving is said before. Rule: W62. */
export function ApproveStep({ loan, peopleNeeded, onReject }: ApproveStepProps) {
  const { t } = useTranslation('loan-application')
  const { loanId, approvedBy, agreement, currency } = loan
  const { key } = useOperationKey()
  const [note, setNote] = useState('')
  const [why, setWhy] = useState('')
  const [binding, setBinding] = useState('')
  const said = { ...saidAs('note', note), ...saidAs('condition', binding) }
  const operation = useOperation<'loan.approve'>(
    { type: 'loan.approve', key, loanId, ...beyondMeansOf(why), ...said },
    { key },
  )
  const step = useConfirmStep(operation.preview)
  return (
    <Stack>
      <Facts
        words
        facts={[
          [t('approvals'), t('approved-of', { done: approvedBy.length, needed: peopleNeeded })],
          [t('approved-by'), approvedBy.length > 0 && <bdi>{approvedBy.join(', ')}</bdi>],
        ]}
      />
      {operation.refusal?.type === 'loan-own-application' ? (
        <ForSomebodyElse refusal={operation.refusal} />
      ) : (
        <>
          <TextField
            label={t('condition')}
            hint={t('condition-hint')}
            text={note}
            onText={setNote}
            onEnter={step.ask}
            maxLength={500}
            autoFocus
          />
          <TextField
            label={t('condition-binding')}
            hint={t('condition-binding-hint')}
            text={binding}
            onText={setBinding}
            onEnter={step.ask}
            maxLength={500}
          />
          <BeyondMeans refusal={operation.refusal} why={why} onWhy={setWhy} onEnter={step.ask} />
          {operation.refusal?.type === 'approval-needed' && <AboveLimit refusal={operation.refusal} />}
          <OperationAct
            operation={operation}
            step={step}
            confirmLabel={t(Object.keys(said).length > 0 ? 'approve-with-condition' : 'approve')}
            summary={<Money amountMinor={agreement.principalMinor} currency={currency} strong />}
            asksFor="approval-needed"
            onBackToForm={goBack}
          />
        </>
      )}
      <div className={classes.acts}>
        <Action tone="wrong" onAct={onReject}>
          {t('end-reject')}
        </Action>
      </div>
    </Stack>
  )
}

/** What is typed, where anything is. */
const saidAs = (name: 'note' | 'condition', text: string): { readonly note?: string; readonly condition?: string } =>
  text.trim() === '' ? {} : { [name]: text.trim() }

/** The application waits by itself for who may decide on so much: this person has nothing to send. */
function AboveLimit({ refusal }: { readonly refusal: Extract<Refusal, { type: 'approval-needed' }> }) {
  const { t } = useTranslation('loan-application')
  const { signedNow: _signedNow, ...aboveOwn } = refusal
  return (
    <RefusalNote
      refusal={aboveOwn}
      next={t('above-limit-waits')}
      action={<Action onAct={() => goTo({ task: 'approvals' })}>{t('to-approvals')}</Action>}
    />
  )
}

/** This person's part is done, or is not theirs; the next application may be. */
function ForSomebodyElse({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('loan-application')
  return (
    <>
      <Refused refusal={refusal} />
      <PrimaryAction shortcut="enter" autoFocus onAct={() => goTo({ task: 'approvals' })}>
        {t('to-approvals')}
      </PrimaryAction>
    </>
  )
}
