import { useTranslation } from 'react-i18next'
import { QuietAction } from '../ui/action.tsx'
import classes from './restored-note.module.css'

/** Something typed earlier was found again: said quietly, with the way to begin anew. */
export function RestoredNote({
  draft,
}: {
  readonly draft: { readonly isRestored: boolean; readonly discard: () => void }
}) {
  const { t } = useTranslation('cash')
  if (!draft.isRestored) return null
  return (
    <div className={classes.note} role="status">
      {t('draft-restored')}
      <QuietAction onAct={draft.discard}>{t('draft-begin-anew')}</QuietAction>
    </div>
  )
}
