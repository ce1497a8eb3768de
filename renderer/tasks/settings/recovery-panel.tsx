import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showRecoveryCode } from '../../lib/first-run.ts'
import { useCommand } from '../../lib/use-command.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './settings.module.css'

/** A new code for the safe, shown once as at the beginning; the older one opens nothing from then on. */
export function RecoveryPanel() {
  const { t } = useTranslation('frame')
  const [passphrase, setPassphrase] = useState('')
  const renew = useCommand<'recovery.renew'>()
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const result = await renew.run({ type: 'recovery.renew', passphrase })
    setPassphrase('')
    if (result.ok) showRecoveryCode(result.value.recoveryCode, 'renewed')
  }
  return (
    <Panel title={t('recovery-code')} flush>
      <form onSubmit={event => void submit(event)}>
        <div className={classes.form}>
          <Stack>
            <p className={classes.about}>{t('recovery-renew-about')}</p>
            <TextField secret label={t('passphrase-current')} text={passphrase} onText={setPassphrase} />
            {renew.refusal && <RefusalNote refusal={renew.refusal} />}
          </Stack>
        </div>
        <ConfirmBar
          confirmLabel={t('recovery-renew')}
          isBusy={renew.isBusy}
          disabled={passphrase === ''}
          summary={t('books-rekeyed')}
        />
      </form>
    </Panel>
  )
}
