import { useTranslation } from 'react-i18next'
import type { CommandRun } from '../../lib/use-command.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './import.module.css'

interface ChooseFileProps {
  readonly opening: CommandRun<'import.open'>
  readonly onChoose: () => void
}

/** The first step: a file, in the system's own dialog. */
export function ChooseFile({ opening, onChoose }: ChooseFileProps) {
  const { t } = useTranslation('import')
  return (
    <Panel title={t('step-file')}>
      <div className={classes.part}>
        <p className={classes.text}>{t('choose-about')}</p>
        <div className={classes.actions}>
          <PrimaryAction autoFocus shortcut="o" isBusy={opening.isBusy} onAct={onChoose}>
            {t('choose')}
          </PrimaryAction>
        </div>
        {opening.refusal && <RefusalNote refusal={opening.refusal} />}
      </div>
    </Panel>
  )
}
