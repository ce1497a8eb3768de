import { type ReactNode, useRef } from 'react'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import type { Refusal } from '../../core/refusal.ts'
import { enterGoesOn } from '../lib/enter-goes-on.ts'
import type { DraftForm } from '../lib/use-draft.ts'
import { Columns, Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { AccountStrip } from './account-strip.tsx'
import type { NamedBalance } from './effect-rows.tsx'
import { OperationPanel } from './operation-panel.tsx'
import { PostedPage } from './posted-page.tsx'
import { RequestSent } from './request-sent.tsx'
import { RestoredNote } from './restored-note.tsx'
import { returnTo } from './return-to.ts'
import type { ApprovableCommand } from './second-person.tsx'
import type { ConfirmStep } from './use-confirm-step.ts'
import type { Operation, OperationType } from './use-operation.ts'

interface OperationPageProps<T extends OperationType> {
  readonly title: string
  readonly hint: string
  readonly account: AccountAnswer
  readonly operation: Operation<T>
  readonly step: ConfirmStep
  readonly draft: Pick<DraftForm<object>, 'isReady' | 'isRestored' | 'discard'>
  readonly names: readonly NamedBalance[]
  readonly confirmLabel: string
  /** The command when it may also wait for a decision. */
  readonly approvable?: ApprovableCommand | undefined
  /** What a second person reads before signing. */
  readonly summary?: ReactNode
  /** The form itself is not ready, whatever the engine would say. */
  readonly isHeld?: boolean
  /** A refusal that the fields show themselves. */
  readonly asksFor?: Refusal['type'] | undefined
  /** What it will do where no balance changes. */
  readonly effect?: ReactNode
  /** Enter in the last field; shows the effect when left out. */
  readonly onLast?: () => void
  /** Under the form: what may be looked at before it is confirmed. */
  readonly below?: ReactNode
  /** The fields, in the order in which Enter goes through them. */
  readonly children: ReactNode
}

/**
 * One operation on an account, whatever it is: whose account, the fields, what it would do beside them, and, when it is done, its paper.
 * Enter goes from field to field; after the last one the effect is shown, and the next Enter posts.
 */
export function OperationPage<T extends OperationType>(props: OperationPageProps<T>) {
  const { title, hint, account, operation, step, draft, names, below, children, onLast = step.ask } = props
  const { accountId } = account
  const form = useRef<HTMLFormElement>(null)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={title}
        outcome={operation.outcome}
        effect={operation.shown}
        names={names}
        onDone={() => returnTo({ task: 'account', accountId })}
      >
        {props.effect}
      </PostedPage>
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={title} subtitle={hint} />
      <Columns>
        <Stack>
          <Panel>
            <AccountStrip account={account} />
          </Panel>
          <Panel>
            <form ref={form} onKeyDown={event => enterGoesOn(event, onLast)}>
              <Stack>
                <RestoredNote draft={draft} />
                {children}
              </Stack>
            </form>
          </Panel>
          {below}
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={names}
          confirmLabel={props.confirmLabel}
          approvable={props.approvable}
          summary={props.summary}
          isHeld={props.isHeld ?? false}
          {...(props.asksFor ? { asksFor: props.asksFor } : {})}
          onBackToForm={() => form.current?.querySelector<HTMLElement>('input:not([disabled])')?.focus()}
        >
          {props.effect}
        </OperationPanel>
      </Columns>
    </Page>
  )
}
