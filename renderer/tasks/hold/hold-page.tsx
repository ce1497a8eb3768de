import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { AccountFunds } from '../../counter/account-funds.tsx'
import { AccountStrip } from '../../counter/account-strip.tsx'
import { freeOn, heldOn } from '../../counter/effect-rows.tsx'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { HoldFields, type HoldForm, useHoldCommand } from './hold-fields.tsx'

/** Keeps some of an account's money from leaving, with a reason that is seen until the hold is released. */
export function HoldPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusalNote refusal={refusal} />
  return account ? <PlaceHold key={accountId} account={account} /> : null
}

const empty: HoldForm = { amount: '', reason: '', note: '' }

function PlaceHold({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, currency } = account
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft<HoldForm>(`hold/${accountId}`, empty)
  const { command, previewed } = useHoldCommand(draft, account)
  const operation = useOperation<'hold.place'>(command, { ...draft, previewed, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const names = [
    { subAccount: freeOn(accountId), name: t('available'), nowMinor: account.availableMinor, currency },
    { subAccount: heldOn(accountId), name: t('held'), nowMinor: account.heldMinor, currency },
  ]
  const backTo = (field: 'input' | 'select'): void => form.current?.querySelector<HTMLElement>(field)?.focus()
  if (operation.outcome)
    return (
      <PostedPage
        title={t('hold-title')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={names}
        onDone={() => returnTo({ task: 'account', accountId })}
      />
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={t('hold-title')} subtitle={t('hold-hint')} />
      <Columns>
        <Stack>
          <Panel>
            <AccountStrip account={account} />
          </Panel>
          <Panel>
            <form ref={form} onKeyDown={enterGoesOn}>
              <Stack>
                <RestoredNote draft={draft} />
                <HoldFields
                  values={draft.values}
                  onChange={draft.change}
                  currency={currency}
                  onEnter={() => (draft.values.reason === '' ? backTo('select') : step.ask())}
                />
                <AccountFunds account={account} purpose="hold" />
              </Stack>
            </form>
          </Panel>
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={names}
          confirmLabel={t('hold-confirm')}
          summary={null}
          isHeld={command === undefined}
          onBackToForm={() => backTo('input')}
        />
      </Columns>
    </Page>
  )
}
