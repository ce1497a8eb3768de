import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'

const choices = [1, 2, 3, 5, 10, 15] as const

/** After how many quiet minutes the window locks itself. */
export function IdlePanel() {
  const { t } = useTranslation('frame')
  const minutes = useAnswer({ type: 'settings' }).answer?.idleLockMinutes
  const configure = useCommand<'device.configure'>()
  if (minutes === undefined) return null
  const offered = choices.some(choice => choice === minutes) ? choices : [...choices, minutes].sort((a, b) => a - b)
  return (
    <Panel title={t('idle-lock')}>
      <SelectField
        label={t('idle-lock-after')}
        hint={t('idle-lock-hint')}
        value={String(minutes)}
        options={offered.map(choice => ({ value: String(choice), label: t('minutes', { count: choice }) }))}
        onValue={value => void configure.run({ type: 'device.configure', idleLockMinutes: Number(value) })}
      />
      {configure.refusal && <RefusalNote refusal={configure.refusal} />}
    </Panel>
  )
}
