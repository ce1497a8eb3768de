import { Button, Modal, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalCommand } from '../../core/command/command.ts'
import { useCommand } from '../lib/use-command.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'

/** Drawn over another form, it is still a part of it: Enter here signs, and is not that form's way to its next field. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation()
}

interface CosignDialogProps {
  readonly command: JournalCommand
  readonly summary: ReactNode
  readonly onSigned: () => Promise<void>
  readonly onClose: () => void
}

/** A second person reads what it is, and signs exactly this command with their own code and passphrase. */
export function CosignDialog({ command, summary, onSigned, onClose }: CosignDialogProps) {
  const { t } = useTranslation('cash')
  useReturnFocus()
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const cosign = useCommand<'session.cosign'>()
  async function sign(event: FormEvent): Promise<void> {
    event.preventDefault()
    const result = await cosign.run({ type: 'session.cosign', code: code.trim().toUpperCase(), passphrase, command })
    setPassphrase('')
    if (result.ok) await onSigned()
  }
  const isReady = code.trim().length >= 2 && passphrase.length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cosign-title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={event => void sign(event)} onKeyDown={keepEnter}>
        <Stack gap="sm">
          {summary}
          <TextInput
            label={t('cosign-code')}
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            data-autofocus
          />
          <PasswordInput
            label={t('cosign-passphrase')}
            value={passphrase}
            onChange={event => setPassphrase(event.currentTarget.value)}
            autoComplete="off"
          />
          {cosign.refusal && <RefusalNote refusal={cosign.refusal} />}
          <Button type="submit" disabled={!isReady} loading={cosign.isBusy}>
            {t('cosign-sign')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
