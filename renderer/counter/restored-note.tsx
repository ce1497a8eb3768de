import { useTranslation } from 'react-i18next'
import { useAnswer } from '../lib/use-answer.ts'
import type { DraftForm } from '../lib/use-draft.ts'
import { QuietAction } from '../ui/action.tsx'
import classes from './restored-note.module.css'

/** Something typed earlier was found again: said quietly, with what became of its operation, and the way to begin anew. Rule: W26. */
export function RestoredNote({ draft }: { readonly draft: Pick<DraftForm<object>, 'key' | 'isRestored' | 'discard'> }) {
  const { t } = useTranslation('cash')
  const { answer, isPending } = useAnswer({ type: 'outcome', key: draft.key }, { enabled: draft.isRestored })
  if (!draft.isRestored) return null
  return (
    <div className={classes.note} role="status">
      <span>
        {t('draft-restored')} {isPending && t('asking-outcome')}
        {answer?.known === false && t('draft-not-posted')}
      </span>
      <QuietAction onAct={draft.discard}>{t('draft-begin-anew')}</QuietAction>
    </div>
  )
}
