import { FileButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ofPaper, scalePhoto } from '../lib/scale-photo.ts'
import { Action, QuietAction } from '../ui/action.tsx'
import classes from './papers-field.module.css'

interface PapersFieldProps {
  /** What they may be, and what they are sealed with. */
  readonly hint: string
  readonly papers: readonly Uint8Array<ArrayBuffer>[]
  readonly onPapers: (papers: readonly Uint8Array<ArrayBuffer>[]) => void
}

const papersMax = 3

/** A picture that is too large for a record, as one of a telephone is, is scaled down until it fits. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const scaled = file.type.startsWith('image/') && file.size > ofPaper.bytesMax ? await scalePhoto(file, ofPaper) : null
  return scaled?.bytes ?? new Uint8Array(await file.arrayBuffer())
}

/** Scanned papers that are sealed beside a record: at most three, each PDF, JPEG or PNG. */
export function PapersField({ hint, papers, onPapers }: PapersFieldProps) {
  const { t } = useTranslation('ledger')
  async function take(files: readonly File[]): Promise<void> {
    const read = await Promise.all(files.map(bytesOf))
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
      <span className={classes.hint}>{papers.length === 0 ? hint : t('attached', { number: papers.length })}</span>
      {papers.length > 0 && <QuietAction onAct={() => onPapers([])}>{t('attached-remove')}</QuietAction>}
    </div>
  )
}
