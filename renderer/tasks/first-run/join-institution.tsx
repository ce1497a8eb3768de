import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { beginFirstRun, showRecoveryCode } from '../../lib/first-run.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Cover } from '../../ui/cover.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './first-run.module.css'

const empty = { serverUrl: '', invitation: '', passphrase: '', again: '' }

/** Joining needs the network once: the server's address, the invitation, and a passphrase for this computer. */
export function JoinInstitution({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [typed, setTyped] = useState(empty)
  const join = useCommand<'device.join'>()
  const differs = typed.again !== '' && typed.again !== typed.passphrase
  const isReady =
    typed.serverUrl.trim() !== '' &&
    typed.invitation.trim() !== '' &&
    typed.passphrase.length >= passphraseMin &&
    typed.again === typed.passphrase
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const { serverUrl, invitation, passphrase } = typed
    beginFirstRun()
    const joining = { serverUrl: serverUrl.trim(), invitation: invitation.trim(), passphrase }
    const result = await join.run({ type: 'device.join', key, ...joining })
    showRecoveryCode(result.ok ? result.value.recoveryCode : undefined)
  }
  return (
    <Cover title={t('first-run-join')} subtitle={t('join-about')}>
      <Panel flush>
        <form onSubmit={event => void submit(event)} onKeyDown={enterGoesOn}>
          <div className={classes.form}>
            <Stack>
              <TextField
                label={t('server')}
                text={typed.serverUrl}
                onText={serverUrl => setTyped({ ...typed, serverUrl })}
                inputMode="url"
                dir="ltr"
                placeholder="https://"
                required
                autoFocus
              />
              <TextField
                label={t('invitation')}
                hint={t('invitation-hint')}
                text={typed.invitation}
                onText={invitation => setTyped({ ...typed, invitation })}
                dir="ltr"
                required
              />
              <div className={classes.pair}>
                <TextField
                  secret
                  label={t('passphrase')}
                  hint={t('passphrase-hint')}
                  text={typed.passphrase}
                  onText={passphrase => setTyped({ ...typed, passphrase })}
                  required
                />
                <TextField
                  secret
                  label={t('passphrase-again')}
                  text={typed.again}
                  onText={again => setTyped({ ...typed, again })}
                  error={differs && t('passphrase-differs')}
                  required
                />
              </div>
              {join.refusal && <RefusalNote refusal={join.refusal} />}
            </Stack>
          </div>
          <ConfirmBar
            confirmLabel={t('first-run-join')}
            onCancel={onBack}
            cancelLabel={t('back')}
            isBusy={join.isBusy}
            disabled={!isReady}
          />
        </form>
      </Panel>
    </Cover>
  )
}
