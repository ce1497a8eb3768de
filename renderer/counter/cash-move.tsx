import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { useDraft } from '../lib/use-draft.ts'
import { MoneyField, useAmount } from '../ui/money-field.tsx'
import { AccountFunds } from './account-funds.tsx'
import { OperationPage } from './operation-page.tsx'
import { RecentOperations } from './recent-operations.tsx'
import { RefusedPage } from './refused-page.tsx'
import { SignSummary } from './sign-summary.tsx'
import { Signatures, signaturesOf } from './signatures.tsx'
import { useConfirmStep } from './use-confirm-step.ts'
import { useOperation } from './use-operation.ts'
import { useYourDrawers } from './use-your-drawers.ts'

type CashMoveType = 'savings.deposit' | 'savings.withdraw'
interface CashMoveProps {
  readonly type: CashMoveType
  readonly accountId: string
}

/** Cash over the counter, in or out: amount, Enter shows the effect, Enter again posts, and the receipt is there. */
export function CashMovePage({ type, accountId }: CashMoveProps) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <CashMove type={type} account={account} /> : null
}

interface MoveForm {
  readonly amount: string
  readonly signedBy: readonly string[]
}

const empty: MoveForm = { amount: '', signedBy: [] }

function useMoveCommand(type: CashMoveType, account: AccountAnswer) {
  const { accountId, currency } = account
  const draft = useDraft<MoveForm>(`${type}/${accountId}`, empty)
  const amountMinor = useAmount(draft.values.amount, currency)
  if (amountMinor === undefined || !draft.isReady) return { draft, amountMinor, command: undefined }
  const move = { key: draft.key, accountId, amountMinor, currency }
  const command =
    type === 'savings.withdraw' ? { type, ...move, ...signaturesOf(account, draft.values.signedBy) } : { type, ...move }
  return { draft, amountMinor, command }
}

function CashMove({ type, account }: { readonly type: CashMoveType; readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, currency } = account
  const { draft, amountMinor, command } = useMoveCommand(type, account)
  const names = [
    { subAccount: accountId, name: t('balance-of-account'), nowMinor: account.balanceMinor, currency },
    ...useYourDrawers([currency]),
  ]
  const operation = useOperation<CashMoveType>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const isOut = type === 'savings.withdraw'
  const title = t(isOut ? 'withdrawal' : 'deposit')
  return (
    <OperationPage
      title={title}
      hint={t(isOut ? 'withdrawal-hint' : 'deposit-hint')}
      account={account}
      operation={operation}
      step={step}
      draft={draft}
      names={names}
      confirmLabel={t(isOut ? 'post-withdrawal' : 'post-deposit')}
      approvable={command}
      summary={amountMinor !== undefined && <SignSummary title={title} account={account} amountMinor={amountMinor} />}
      below={<RecentOperations account={account} limit={5} />}
    >
      <MoneyField
        large
        autoFocus
        label={t(isOut ? 'amount-out' : 'amount-in')}
        currency={currency}
        text={draft.values.amount}
        onText={amount => draft.change({ amount })}
      />
      {isOut && (
        <Signatures
          account={account}
          signedBy={draft.values.signedBy}
          onChange={signedBy => draft.change({ signedBy })}
        />
      )}
      <AccountFunds account={account} purpose={isOut ? 'out' : 'in'} />
    </OperationPage>
  )
}
