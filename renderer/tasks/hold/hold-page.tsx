import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { AccountFunds } from '../../counter/account-funds.tsx'
import { freeOn, heldOn } from '../../counter/effect-rows.tsx'
import { OperationPage } from '../../counter/operation-page.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { HoldFields, type HoldForm, useHoldCommand } from './hold-fields.tsx'

/** Keeps some of an account's money from leaving, with a reason that is seen until the hold is released. */
export function HoldPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <PlaceHold key={accountId} account={account} /> : null
}

const empty: HoldForm = { amount: '', reason: '', note: '', expiresOn: '' }

function PlaceHold({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, currency } = account
  const fields = useRef<HTMLDivElement>(null)
  const draft = useDraft<HoldForm>(`hold/${accountId}`, empty)
  const { command, previewed } = useHoldCommand(draft, account)
  const operation = useOperation<'hold.place'>(command, { ...draft, previewed, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const names = [
    { subAccount: freeOn(accountId), name: t('available'), nowMinor: account.availableMinor, currency },
    { subAccount: heldOn(accountId), name: t('held'), nowMinor: account.heldMinor, currency },
  ]
  return (
    <OperationPage
      title={t('hold-title')}
      hint={t('hold-hint')}
      account={account}
      operation={operation}
      step={step}
      draft={draft}
      names={names}
      confirmLabel={t('hold-confirm')}
      isHeld={command === undefined}
      onLast={() => (draft.values.reason === '' ? fields.current?.querySelector('select')?.focus() : step.ask())}
    >
      <div ref={fields}>
        <HoldFields values={draft.values} onChange={draft.change} currency={currency} />
      </div>
      <AccountFunds account={account} purpose="hold" />
    </OperationPage>
  )
}
