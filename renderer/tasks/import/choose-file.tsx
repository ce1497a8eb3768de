import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRun } from '../../lib/use-command.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './import.module.css'

interface ChooseFileProps {
  readonly opening: Pick<CommandRun<'import.open'>, 'isBusy' | 'refusal'>
  readonly onChoose: () => void
  /** Where a list may also be typed or pasted. */
  readonly onPaste: ((text: string) => void) | undefined
}

/** The first step: a file, in the system's own dialog, or a list that is pasted. */
export function ChooseFile({ opening, onChoose, onPaste }: ChooseFileProps) {
  const { t } = useTranslation('import')
  return (
    <Stack>
      <Panel title={t('step-file')}>
        <Stack>
          <p className={classes.text}>{t('choose-about')}</p>
          <div className={classes.actions}>
            <PrimaryAction autoFocus shortcut="o" isBusy={opening.isBusy} onAct={onChoose}>
              {t('choose')}
            </PrimaryAction>
          </div>
        </Stack>
      </Panel>
      {onPaste && <PasteList isBusy={opening.isBusy} onPaste={onPaste} />}
      {opening.refusal && <RefusalNote refusal={opening.refusal} />}
    </Stack>
  )
}

interface PasteListProps {
  readonly isBusy: boolean
  readonly onPaste: (text: string) => void
}

function PasteList({ isBusy, onPaste }: PasteListProps) {
  const { t } = useTranslation('import')
  const [text, setText] = useState('')
  return (
    <Panel>
      <Stack>
        <LongTextField label={t('paste')} hint={t('paste-hint')} text={text} onText={setText} maxLength={500_000} />
        <div className={classes.actions}>
          <Action isBusy={isBusy} disabled={text.trim() === ''} onAct={() => onPaste(text)}>
            {t('paste-read')}
          </Action>
        </div>
      </Stack>
    </Panel>
  )
}
