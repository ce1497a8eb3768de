import { type ReactNode, useRef } from 'react'
import { enterGoesOn } from '../lib/enter-goes-on.ts'
import type { DraftForm } from '../lib/use-draft.ts'
import { Columns, Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import type { NamedBalance } from './effect-rows.tsx'
import type { OperationActProps } from './operation-act.tsx'
import { OperationPanel } from './operation-panel.tsx'
import { PostedPage } from './posted-page.tsx'
import { RequestSent } from './request-sent.tsx'
import { RestoredNote } from './restored-note.tsx'
import type { OperationType } from './use-operation.ts'

interface OperationFormProps<T extends OperationType> extends Omit<OperationActProps<T>, 'onBackToForm'> {
  readonly title: string
  /** Over what was done; the title of the form when left out. */
  readonly doneTitle?: string
  readonly hint: string
  readonly actions?: ReactNode
  readonly draft: Pick<DraftForm<object>, 'key' | 'isReady' | 'isRestored' | 'discard'>
  readonly names: readonly NamedBalance[]
  /** What it will do where no balance changes. */
  readonly effect?: ReactNode
  /** Over the form: what it is about. */
  readonly above?: ReactNode
  /** Under the form: what may be looked at before it is confirmed. */
  readonly below?: ReactNode
  /** Enter in the last field; shows the effect when left out. */
  readonly onLast?: () => void
  /** The form is one question: Enter in any of its fields shows the effect. */
  readonly asksAtOnce?: boolean
  /** Where Esc on the button leads; to the first field when left out. */
  readonly onBackToForm?: () => void
  readonly onDone: () => void
  /** The fields, in the order in which Enter goes through them. */
  readonly children: ReactNode
}

/**
 * One operation, whatever it is: its fields, what it would do beside them, and, when it is done, its paper. Enter goes from field to
 * field; after the last one the effect is shown, and the next Enter posts.
 */
export function OperationForm<T extends OperationType>(props: OperationFormProps<T>) {
  const { title, doneTitle = title, hint, actions, draft, effect, above, below, onDone, children, ...rest } = props
  const { onLast = rest.step.ask, asksAtOnce = false, onBackToForm, ...panel } = rest
  const { operation, names } = panel
  const form = useRef<HTMLFormElement>(null)
  const toFirstField = () => form.current?.querySelector<HTMLElement>('input:not([disabled])')?.focus()
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage title={doneTitle} outcome={operation.outcome} effect={operation.shown} names={names} onDone={onDone}>
        {effect}
      </PostedPage>
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={title} subtitle={hint} actions={actions} />
      <Columns>
        <Stack>
          {above}
          <Panel>
            <form ref={form} onKeyDown={event => enterGoesOn(event, onLast, asksAtOnce)}>
              <Stack>
                <RestoredNote draft={draft} />
                {children}
              </Stack>
            </form>
          </Panel>
          {below}
        </Stack>
        <OperationPanel {...panel} onBackToForm={onBackToForm ?? toFirstField}>
          {effect}
        </OperationPanel>
      </Columns>
    </Page>
  )
}
