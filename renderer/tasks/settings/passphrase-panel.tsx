import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showRecoveryCode } from '../../lib/first-run.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { useCommand } from '../../lib/use-command.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './settings.module.css'

const empty = { current: '', next: '', again: '' }

/** The person's own passphrase, on this computer. */
export function PassphrasePanel() {
  const { t } = useTranslation('frame')
  const [typed, setTyped] = useState(empty)
  const changePassphrase = useCommand<'session.change-passphrase'>()
  const differs = typed.again !== '' && typed.again !== typed.next
  const isReady = typed.current !== '' && typed.next.length >= passphraseMin && typed.again === typed.next
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const result = await changePassphrase.run({
      type: 'session.change-passphrase',
      current: typed.current,
      next: typed.next,
    })
    if (!result.ok) return
    setTyped(empty)
    if (result.value.recoveryCode) showRecoveryCode(result.value.recoveryCode, 'renewed')
  }
  return (
    <Panel title={t('passphrase')} flush>
      <form onSubmit={event => void submit(event)}>
        <div className={classes.form}>
          <Stack>
            <TextField
              secret
              label={t('passphrase-current')}
              text={typed.current}
              onText={current => setTyped({ ...typed, current })}
            />
            <TextField
              secret
              label={t('passphrase-next')}
              hint={t('passphrase-hint')}
              text={typed.next}
              onText={next => setTyped({ ...typed, next })}
            />
            <TextField
              secret
              label={t('passphrase-again')}
              text={typed.again}
              onText={again => setTyped({ ...typed, again })}
              error={differs && t('passphrase-differs')}
            />
            {changePassphrase.refusal && <RefusalNote refusal={changePassphrase.refusal} />}
          </Stack>
        </div>
        <ConfirmBar
          confirmLabel={t('passphrase-change')}
          isBusy={changePassphrase.isBusy}
          disabled={!isReady}
          summary={t(changePassphrase.state === 'done' ? 'passphrase-changed' : 'books-rekeyed')}
        />
      </form>
    </Panel>
  )
}
