import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import type { AccountAnswer } from '../../../core/query/answers.ts'
import { AccountFunds } from '../../counter/account-funds.tsx'
import { AccountStrip } from '../../counter/account-strip.tsx'
import classes from '../../counter/form-sheet.module.css'
import { Refused } from '../../counter/refused.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { goBack } from '../../routes.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type HoldReason = CommandOf<'hold.place'>['reason']
const reasons: readonly HoldReason[] = ['dispute', 'court-order', 'guarantee', 'cheque', 'other']

/** Keeps some of an account's money from leaving, with a reason that is seen until the hold is released. */
export function HoldPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusalNote refusal={refusal} />
  return account ? <PlaceHold key={accountId} account={account} /> : null
}

interface HoldForm {
  readonly amount: string
  readonly reason: HoldReason
  readonly note: string
}
const empty: HoldForm = { amount: '', reason: 'dispute', note: '' }

function PlaceHold({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, currency } = account
  const draft = useDraft<HoldForm>(`hold/${accountId}`, empty)
  const { amount, reason, note } = draft.values
  const amountMinor = useAmount(amount, currency)
  const noteText = note.trim()
  const command =
    amountMinor === undefined || !draft.isReady
      ? undefined
      : {
          type: 'hold.place' as const,
          key: draft.key,
          accountId,
          amountMinor,
          currency,
          reason,
          ...(noteText ? { note: noteText } : {}),
        }
  const operation = useOperation<'hold.place'>(command, { ...draft, onPosted: draft.discard })
  async function post(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await operation.post()) returnTo({ task: 'account', accountId })
  }
  if (!draft.isReady) return null
  return (
    <Page narrow>
      <PageHeader title={t('hold-title')} subtitle={t('hold-hint')} />
      <form onSubmit={event => void post(event)} onKeyDown={enterGoesOn}>
        <Panel flush>
          <div className={classes.body}>
            <Stack>
              <RestoredNote draft={draft} />
              <AccountStrip account={account} />
              <AccountFunds account={account} purpose="hold" />
              <MoneyField
                large
                autoFocus
                label={t('hold-amount')}
                currency={currency}
                text={amount}
                onText={text => draft.change({ amount: text })}
              />
              <SelectField
                label={t('reason')}
                value={reason}
                onValue={value => draft.change({ reason: value })}
                options={reasons.map(value => ({ value, label: t(`hold-reason-${value}`) }))}
              />
              <TextField
                label={t('note')}
                hint={t('note-hint')}
                text={note}
                onText={text => draft.change({ note: text })}
                maxLength={500}
              />
              {operation.refusal && <Refused refusal={operation.refusal} />}
            </Stack>
          </div>
          <ConfirmBar
            summary={amountMinor !== undefined && <Money amountMinor={amountMinor} currency={currency} strong />}
            confirmLabel={t('hold-confirm')}
            onCancel={goBack}
            isBusy={operation.run.isBusy}
            disabled={operation.isBlocked}
          />
        </Panel>
      </form>
    </Page>
  )
}
