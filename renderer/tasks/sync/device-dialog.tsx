import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceAnswer } from '../../../core/query/institution-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './device-dialog.module.css'

interface DeviceDialogProps {
  readonly device: DeviceAnswer
  readonly devices: readonly DeviceAnswer[]
  readonly onClose: () => void
}

/** One of the institution's devices, for head office: taking it out, which asks twice, and who keeps what it kept. */
export function DeviceDialog({ device, devices, onClose }: DeviceDialogProps) {
  const { t, i18n } = useTranslation('frame')
  return (
    <Dialog title={t('device-of', { device: device.code })} onClose={onClose}>
      {device.state === 'forked' && <p className={classes.text}>{t('device-forked-about')}</p>}
      <Facts
        words
        facts={[
          [t('branch'), <bdi key="branch">{device.branchName}</bdi>],
          [t('records'), formatCount(device.records, i18n.language)],
          [t('last-record'), device.lastRecordedAt && formatMoment(device.lastRecordedAt, i18n.language)],
          [t('state'), device.state === 'active' ? undefined : t(`device-state-${device.state}`)],
          [t('seize'), device.keptBy && t('device-kept-by', { device: device.keptBy })],
        ]}
      />
      {device.state === 'revoked' ? (
        !device.keptBy && <Seize device={device} devices={devices} onDone={onClose} />
      ) : (
        <Revoke device={device} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface PartProps {
  readonly device: DeviceAnswer
  readonly onDone: () => void
}

function Revoke({ device, onDone }: PartProps) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [isAsked, setAsked] = useState(false)
  const revoke = useCommand<'device.revoke'>()
  async function run(): Promise<void> {
    const result = await revoke.run({ type: 'device.revoke', key, log: device.log })
    if (result.ok) onDone()
  }
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('revoke')}</h3>
      <p className={classes.text}>{t('revoke-about')}</p>
      {revoke.refusal && <RefusalNote refusal={revoke.refusal} />}
      {isAsked ? (
        <PrimaryAction tone="wrong" isBusy={revoke.isBusy} onAct={() => void run()}>
          {t('revoke-now', { device: device.code })}
        </PrimaryAction>
      ) : (
        <Action tone="wrong" onAct={() => setAsked(true)}>
          {t('revoke-ask')}
        </Action>
      )}
    </section>
  )
}

/** Its accounts stand still until another device of the branch keeps them. */
function Seize({ device, devices, onDone }: PartProps & Pick<DeviceDialogProps, 'devices'>) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const seize = useCommand<'custody.seize'>()
  const others = devices.filter(other => other.state === 'active' && other.branchId === device.branchId)
  const [chosen, setChosen] = useState(others.at(-1)?.log ?? '')
  async function run(): Promise<void> {
    const result = await seize.run({ type: 'custody.seize', key, from: device.log, to: chosen })
    if (result.ok) onDone()
  }
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('seize')}</h3>
      <p className={classes.text}>{t(others.length > 0 ? 'seize-about' : 'seize-none')}</p>
      {others.length > 0 && (
        <div className={classes.form}>
          <SelectField
            label={t('seize-to')}
            value={chosen}
            options={others.map(({ log, code }) => ({ value: log, label: t('device-of', { device: code }) }))}
            onValue={setChosen}
          />
          {seize.refusal && <RefusalNote refusal={seize.refusal} />}
          <div>
            <PrimaryAction isBusy={seize.isBusy} onAct={() => void run()}>
              {t('seize-now')}
            </PrimaryAction>
          </div>
        </div>
      )}
    </section>
  )
}
