import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { SettingsAnswer } from '../../../core/query/session-answers.ts'
import { formatMillimetres } from '../../lib/format-count.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './settings.module.css'

const widths = ['58', '80'] as const

/** The receipt printer on the branch's own network. */
export function PrinterPanel() {
  const settings = useAnswer({ type: 'settings' }).answer
  return settings ? <PrinterForm key={JSON.stringify(settings.printer)} printer={settings.printer} /> : null
}

function PrinterForm({ printer }: { readonly printer: SettingsAnswer['printer'] }) {
  const { t, i18n } = useTranslation('frame')
  const [host, setHost] = useState(printer?.host ?? '')
  const [port, setPort] = useState(String(printer?.port ?? 9100))
  const [width, setWidth] = useState<(typeof widths)[number]>(printer?.widthMm === 58 ? '58' : '80')
  const configure = useCommand<'device.configure'>()
  function submit(event: FormEvent): void {
    event.preventDefault()
    const next =
      host.trim() === ''
        ? null
        : { host: host.trim(), port: Number(port), widthMm: width === '58' ? (58 as const) : (80 as const) }
    void configure.run({ type: 'device.configure', printer: next })
  }
  return (
    <Panel
      title={t('printer')}
      flush
      aside={<Badge tone={printer ? 'right' : 'neutral'}>{t(printer ? 'printer-set' : 'printer-none')}</Badge>}
    >
      <form onSubmit={submit}>
        <div className={classes.form}>
          <Stack>
            <TextField
              label={t('printer-host')}
              hint={t('printer-host-hint')}
              text={host}
              onText={setHost}
              dir="ltr"
              placeholder="192.168.1.50"
            />
            <div className={classes.pair}>
              <TextField
                label={t('printer-port')}
                text={port}
                onText={text => setPort(westernDigits(text).replace(/\D/g, ''))}
                inputMode="numeric"
                dir="ltr"
              />
              <SelectField
                label={t('printer-width')}
                value={width}
                onValue={setWidth}
                options={widths.map(value => ({ value, label: formatMillimetres(Number(value), i18n.language) }))}
              />
            </div>
            {configure.refusal && <RefusalNote refusal={configure.refusal} />}
          </Stack>
        </div>
        <ConfirmBar
          confirmLabel={t('save')}
          isBusy={configure.isBusy}
          disabled={port === ''}
          summary={configure.state === 'done' && t('saved')}
        />
      </form>
    </Panel>
  )
}
