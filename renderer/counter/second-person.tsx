import { Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../core/command/command.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { useCommand } from '../lib/use-command.ts'
import { useOperationKey } from '../lib/use-operation-key.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { CosignDialog } from './cosign-dialog.tsx'
import { EffectPanel } from './effect-panel.tsx'
import type { Operation, OperationType } from './use-operation.ts'

export type ApprovableCommand = CommandOf<'approval.request'>['command']

interface SecondPersonProps<T extends OperationType> {
  readonly operation: Operation<T>
  /** The command when it may also wait for a decision later; else only a person who is here can sign. */
  readonly approvable: ApprovableCommand | undefined
  /** What the second person reads before signing. */
  readonly summary: ReactNode
  readonly takesFocus: boolean
  readonly onRequested: (outcome: Outcome) => void
}

/** Above a person's limit: a second person signs this very command here, or it waits for a decision. */
export function SecondPerson<T extends OperationType>(props: SecondPersonProps<T>) {
  const { operation, approvable, summary, takesFocus, onRequested } = props
  const { t } = useTranslation('cash')
  const [isAsking, setIsAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const { key } = useOperationKey()
  const request = useCommand<'approval.request'>()
  useEffect(() => {
    if (takesFocus) first.current?.focus()
  }, [takesFocus])
  async function send(): Promise<void> {
    if (!approvable) return
    const result = await request.run({ type: 'approval.request', key, command: approvable })
    if (result.ok) onRequested(result.value)
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" grow>
        <Button ref={first} onClick={() => setIsAsking(true)} rightSection={<Shortcut keys="enter" />}>
          {t('ask-here')}
        </Button>
        {approvable && (
          <Button variant="default" loading={request.isBusy} onClick={() => void send()}>
            {t('send-for-approval')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('second-person-why')}
      </Text>
      {request.refusal && <RefusalNote refusal={request.refusal} />}
      {isAsking && operation.command && (
        <CosignDialog
          command={operation.command}
          summary={
            <>
              {summary}
              <EffectPanel effect={operation.shown} isSettled />
            </>
          }
          onClose={() => setIsAsking(false)}
          onSigned={async () => {
            setIsAsking(false)
            await operation.post()
          }}
        />
      )}
    </Stack>
  )
}
