import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { showRecoveryCode } from '../../lib/first-run.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './sync.module.css'

/** The server takes nothing more of this computer's log: why, and how it comes back with a new one. */
export function StoppedPanel({ state }: { readonly state: 'frozen' | 'revoked' }) {
  const { t } = useTranslation('frame')
  const { answer: devices } = useAnswer({ type: 'devices' })
  if (!devices) return null
  const isHeadOffice = devices.some(device => device.own && device.isHeadOffice)
  return (
    <Panel title={t('stopped')} flush>
      <div className={classes.form}>
        <Stack>
          <p className={classes.text}>{t(`stopped-${state}`)}</p>
          <p className={classes.text}>{t(isHeadOffice ? 'stopped-head-office' : 'rejoin-about')}</p>
        </Stack>
      </div>
      {!isHeadOffice && <Rejoin />}
    </Panel>
  )
}

const empty = { invitation: '', passphrase: '', again: '' }

function Rejoin() {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [typed, setTyped] = useState(empty)
  const rejoin = useCommand<'device.rejoin'>()
  const differs = typed.again !== '' && typed.again !== typed.passphrase
  const isReady =
    typed.invitation.trim() !== '' && typed.passphrase.length >= passphraseMin && typed.again === typed.passphrase
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const { invitation, passphrase } = typed
    const result = await rejoin.run({ type: 'device.rejoin', key, invitation: invitation.trim(), passphrase })
    if (result.ok) showRecoveryCode(result.value.recoveryCode)
  }
  return (
    <form onSubmit={event => void submit(event)} onKeyDown={enterGoesOn}>
      <div className={classes.form}>
        <Stack>
          <TextField
            label={t('invitation')}
            hint={t('invitation-hint')}
            text={typed.invitation}
            onText={invitation => setTyped({ ...typed, invitation })}
            dir="ltr"
            required
          />
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
          {rejoin.refusal && <RefusalNote refusal={rejoin.refusal} />}
        </Stack>
      </div>
      <ConfirmBar confirmLabel={t('rejoin')} isBusy={rejoin.isBusy} disabled={!isReady} />
    </form>
  )
}
