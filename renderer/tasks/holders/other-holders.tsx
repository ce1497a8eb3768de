import { useTranslation } from 'react-i18next'
import classes from '../../counter/hit-picker.module.css'
import { useAnswer } from '../../lib/use-answer.ts'
import { QuietAction } from '../../ui/action.tsx'

interface OtherHoldersProps {
  readonly others: readonly string[]
  readonly onOthers: (others: readonly string[]) => void
}

/** The people who hold the account besides the client, each with the way out. */
export function OtherHolders({ others, onOthers }: OtherHoldersProps) {
  return others.map(clientId => (
    <OtherHolder
      key={clientId}
      clientId={clientId}
      onRemove={() => onOthers(others.filter(other => other !== clientId))}
    />
  ))
}

function OtherHolder({ clientId, onRemove }: { readonly clientId: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('savings')
  return (
    <div className={classes.picked}>
      <HolderName clientId={clientId} />
      <QuietAction onAct={onRemove}>{t('holders-remove')}</QuietAction>
    </div>
  )
}

/** A client by name and number. */
export function HolderName({ clientId }: { readonly clientId: string }) {
  const { answer } = useAnswer({ type: 'client', clientId })
  return (
    <span>
      <bdi className={classes.name}>{answer?.name}</bdi> <bdi className={classes.detail}>{answer?.number}</bdi>
    </span>
  )
}
