import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { AccountFunds } from '../../counter/account-funds.tsx'
import { AccountPicker } from '../../counter/account-picker.tsx'
import { AccountName } from '../../counter/effect-rows.tsx'
import { OperationPage } from '../../counter/operation-page.tsx'
import { RecentOperations } from '../../counter/recent-operations.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { SignSummary } from '../../counter/sign-summary.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'

/** Money from one account to another: which one, how much, Enter shows both balances, Enter again posts. */
export function SavingsTransferPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <Transfer account={account} /> : null
}

interface TransferForm {
  readonly to: string
  readonly amount: string
  readonly signedBy: readonly string[]
}

const empty: TransferForm = { to: '', amount: '', signedBy: [] }

function useTransferCommand(account: AccountAnswer) {
  const { accountId, currency } = account
  const draft = useDraft<TransferForm>(`savings.transfer/${accountId}`, empty)
  const { to, amount, signedBy } = draft.values
  const amountMinor = useAmount(amount, currency)
  if (amountMinor === undefined || to === '' || !draft.isReady) return { draft, amountMinor, command: undefined }
  const command = {
    type: 'savings.transfer' as const,
    key: draft.key,
    accountId,
    toAccountId: to,
    amountMinor,
    currency,
    ...signaturesOf(account, signedBy),
  }
  return { draft, amountMinor, command }
}

function Transfer({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { currency } = account
  const { draft, amountMinor, command } = useTransferCommand(account)
  const { to, amount, signedBy } = draft.values
  const { answer: target } = useAnswer({ type: 'account', accountId: to }, { enabled: to !== '' })
  const field = useFocusWhenChosen(to)
  const names = [account, ...(target ? [target] : [])].map(one => ({
    subAccount: one.accountId,
    name: <AccountName name={one.clientName} number={one.number} />,
    nowMinor: one.balanceMinor,
    currency: one.currency,
  }))
  const operation = useOperation<'savings.transfer'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const title = t('transfer')
  return (
    <OperationPage
      title={title}
      hint={t('transfer-hint')}
      account={account}
      operation={operation}
      step={step}
      draft={draft}
      names={names}
      confirmLabel={t('post-transfer')}
      approvable={command}
      summary={amountMinor !== undefined && <SignSummary title={title} account={account} amountMinor={amountMinor} />}
      below={<RecentOperations account={account} limit={5} />}
    >
      <AccountPicker
        label={t('transfer-to')}
        from={account}
        accountId={to}
        onAccount={chosen => draft.change({ to: chosen })}
      />
      <MoneyField
        large
        label={t('transfer-amount')}
        currency={currency}
        text={amount}
        onText={text => draft.change({ amount: text })}
        inputRef={field}
      />
      <Signatures account={account} signedBy={signedBy} onChange={marked => draft.change({ signedBy: marked })} />
      <AccountFunds account={account} purpose="out" />
    </OperationPage>
  )
}

/** Once the account is chosen, the amount comes next. */
function useFocusWhenChosen(accountId: string) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (accountId !== '') field.current?.focus()
  }, [accountId])
  return field
}
