import { useTranslation } from 'react-i18next'
import { isolateLtr } from '../lib/isolate.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './paper-result.module.css'
import type { PaperRun } from './use-paper.ts'

/** Where the paper went, or why it did not. */
export function PaperResult({ paper }: { readonly paper: PaperRun }) {
  const { t } = useTranslation('cash')
  const { made, run } = paper
  if (run.refusal) return <RefusalNote refusal={run.refusal} />
  if (!made) return null
  return (
    <p className={classes.made} role="status" data-selectable>
      {made.printer
        ? t('printed-on', { printer: isolateLtr(made.printer) })
        : t('saved-as', { path: isolateLtr(made.path ?? '') })}
    </p>
  )
}
