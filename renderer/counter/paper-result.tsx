import { useTranslation } from 'react-i18next'
import { Around, place } from '../ui/around.tsx'
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
      <Around sentence={made.printer ? t('printed-on', { printer: place }) : t('saved-as', { path: place })}>
        <bdi dir="ltr">{made.printer ?? made.path}</bdi>
      </Around>
    </p>
  )
}
