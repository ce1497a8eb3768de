import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useCommand } from '../../lib/use-command.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './sync.module.css'

/** The first contact: the server's address and the code from head office. Until then all work stays here, safely. */
export function ConnectPanel() {
  const { t } = useTranslation('frame')
  const [serverUrl, setServerUrl] = useState('')
  const [code, setCode] = useState('')
  const connect = useCommand<'sync.connect'>()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void connect.run({ type: 'sync.connect', serverUrl: serverUrl.trim(), code: code.trim() })
  }
  return (
    <Panel title={t('connect')} flush>
      <form onSubmit={submit} onKeyDown={enterGoesOn}>
        <div className={classes.form}>
          <Stack>
            <p className={classes.text}>{t('connect-about')}</p>
            <TextField
              label={t('server')}
              text={serverUrl}
              onText={setServerUrl}
              inputMode="url"
              dir="ltr"
              placeholder="https://"
              required
            />
            <TextField label={t('connect-code')} text={code} onText={setCode} dir="ltr" required />
            {connect.refusal && <RefusalNote refusal={connect.refusal} />}
          </Stack>
        </div>
        <ConfirmBar
          confirmLabel={t('connect')}
          isBusy={connect.isBusy}
          disabled={serverUrl.trim() === '' || code.trim() === ''}
        />
      </form>
    </Panel>
  )
}
