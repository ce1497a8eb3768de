import type { ComponentProps } from 'react'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { Panel } from '../ui/panel.tsx'
import { AccountStrip } from './account-strip.tsx'
import { OperationForm } from './operation-form.tsx'
import { returnTo } from './return-to.ts'
import type { OperationType } from './use-operation.ts'

type OperationFormProps<T extends OperationType> = ComponentProps<typeof OperationForm<T>>

interface OperationPageProps<T extends OperationType>
  extends Omit<OperationFormProps<T>, 'above' | 'onDone' | 'summary'> {
  readonly account: AccountAnswer
  readonly summary?: OperationFormProps<T>['summary']
}

/** One operation on an account: whose account it is stands over the form, and Done leads back to it. */
export function OperationPage<T extends OperationType>({ account, summary, ...form }: OperationPageProps<T>) {
  const { accountId } = account
  return (
    <OperationForm
      {...form}
      summary={summary}
      above={
        <Panel>
          <AccountStrip account={account} />
        </Panel>
      }
      onDone={() => returnTo({ task: 'account', accountId })}
    />
  )
}
