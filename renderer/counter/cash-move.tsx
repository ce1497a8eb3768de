import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { useDraft } from '../lib/use-draft.ts'
import { Money } from '../ui/money.tsx'
import { MoneyField, useAmount } from '../ui/money-field.tsx'
import { Columns, Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { AccountFunds } from './account-funds.tsx'
import { AccountStrip } from './account-strip.tsx'
import { OperationPanel } from './operation-panel.tsx'
import { PostedPage } from './posted-page.tsx'
import { RecentOperations } from './recent-operations.tsx'
import { RequestSent } from './request-sent.tsx'
import { RestoredNote } from './restored-note.tsx'
import { returnTo } from './return-to.ts'
import { useConfirmStep } from './use-confirm-step.ts'
import { useOperation } from './use-operation.ts'
import { useYourDrawer } from './use-your-drawer.ts'

type CashMoveType = 'savings.deposit' | 'savings.withdraw'
interface CashMoveProps {
  readonly type: CashMoveType
  readonly accountId: string
}

/** Cash over the counter, in or out: amount, Enter shows the effect, Enter again posts, and the receipt is there. */
export function CashMovePage({ type, accountId }: CashMoveProps) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusalNote refusal={refusal} />
  return account ? <CashMove type={type} account={account} /> : null
}

function CashMove({ type, account }: { readonly type: CashMoveType; readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, currency } = account
  const field = useRef<HTMLInputElement>(null)
  const draft = useDraft(`${type}/${accountId}`, { amount: '' })
  const amountMinor = useAmount(draft.values.amount, currency)
  const names = [
    { subAccount: accountId, name: t('balance-of-account'), nowMinor: account.balanceMinor, currency },
    ...useYourDrawer(),
  ]
  const command =
    amountMinor === undefined || !draft.isReady ? undefined : { type, key: draft.key, accountId, amountMinor, currency }
  const operation = useOperation<CashMoveType>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const title = type === 'savings.deposit' ? t('deposit') : t('withdrawal')
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={title}
        outcome={operation.outcome}
        effect={operation.shown}
        names={names}
        onDone={() => returnTo({ task: 'account', accountId })}
      />
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={title} subtitle={type === 'savings.deposit' ? t('deposit-hint') : t('withdrawal-hint')} />
      <Columns>
        <Stack>
          <Panel>
            <AccountStrip account={account} />
          </Panel>
          <Panel>
            <Stack>
              <RestoredNote draft={draft} />
              <MoneyField
                large
                autoFocus
                label={type === 'savings.deposit' ? t('amount-in') : t('amount-out')}
                currency={currency}
                text={draft.values.amount}
                onText={amount => draft.change({ amount })}
                onEnter={step.ask}
                inputRef={field}
              />
              <AccountFunds account={account} purpose={type === 'savings.withdraw' ? 'out' : 'in'} />
            </Stack>
          </Panel>
          <RecentOperations account={account} limit={5} />
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={names}
          confirmLabel={type === 'savings.deposit' ? t('post-deposit') : t('post-withdrawal')}
          approvable={command}
          summary={
            amountMinor !== undefined && <SignSummary title={title} account={account} amountMinor={amountMinor} />
          }
          onBackToForm={() => field.current?.focus()}
        />
      </Columns>
    </Page>
  )
}

/** What the second person puts their name to. */
function SignSummary({
  title,
  account,
  amountMinor,
}: {
  readonly title: string
  readonly account: AccountAnswer
  readonly amountMinor: bigint
}) {
  return (
    <div>
      <AccountStrip account={account} />
      <p>
        {title}: <Money amountMinor={amountMinor} currency={account.currency} strong />
      </p>
    </div>
  )
}
