import { useTranslation } from 'react-i18next'
import classes from '../../counter/hit-picker.module.css'
import { useAnswer } from '../../lib/use-answer.ts'
import { QuietAction } from '../../ui/action.tsx'

/** A member by name and number, with the way out of the group. */
export function MemberRow({ clientId, onRemove }: { readonly clientId: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('groups')
  const { answer } = useAnswer({ type: 'client', clientId })
  return (
    <div className={classes.picked}>
      <span>
        <bdi className={classes.name}>{answer?.name}</bdi> <bdi className={classes.detail}>{answer?.number}</bdi>
      </span>
      <QuietAction onAct={onRemove}>{t('remove-member')}</QuietAction>
    </div>
  )
}
