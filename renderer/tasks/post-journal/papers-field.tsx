import { FileButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Action, QuietAction } from '../../ui/action.tsx'
import classes from './post-journal.module.css'

interface PapersFieldProps {
  readonly papers: readonly Uint8Array<ArrayBuffer>[]
  readonly onPapers: (papers: readonly Uint8Array<ArrayBuffer>[]) => void
}

const papersMax = 3

/** Scanned papers that are sealed beside the journal: at most three, each PDF, JPEG or PNG. */
export function PapersField({ papers, onPapers }: PapersFieldProps) {
  const { t } = useTranslation('ledger')
  async function take(files: readonly File[]): Promise<void> {
    const read = await Promise.all(files.map(async file => new Uint8Array(await file.arrayBuffer())))
    onPapers([...papers, ...read].slice(0, papersMax))
  }
  return (
    <div className={classes.papers}>
      <FileButton multiple accept="application/pdf,image/jpeg,image/png" onChange={files => void take(files)}>
        {({ onClick }) => (
          <Action onAct={onClick} disabled={papers.length >= papersMax} icon={<IconPaperclip size={15} aria-hidden />}>
            {t('attach')}
          </Action>
        )}
      </FileButton>
      <span className={classes.hint}>
        {papers.length === 0 ? t('attach-hint') : t('attached', { number: papers.length })}
      </span>
      {papers.length > 0 && <QuietAction onAct={() => onPapers([])}>{t('attached-remove')}</QuietAction>}
    </div>
  )
}
