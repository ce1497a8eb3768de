import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../core/refusal.ts'
import { ClientPhoto } from '../../counter/client-photo.tsx'
import { Refused } from '../../counter/refused.tsx'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './client-refusal.module.css'

interface ClientRefusalProps {
  readonly refusal: Refusal
  readonly onSomebodyElse: () => void
}

/** Why the person cannot be registered as it stands; a likely duplicate is shown with face and number. */
export function ClientRefusal({ refusal, onSomebodyElse }: ClientRefusalProps) {
  const { t } = useTranslation('clients')
  if (refusal.type !== 'client-may-exist') return <Refused refusal={refusal} />
  const { clientId, name, number, because } = refusal
  return (
    <div className={classes.duplicate}>
      <RefusalNote
        refusal={refusal}
        action={
          <>
            <Action shortcut="alt+o" onAct={() => goTo({ task: 'client', clientId })}>
              {t('open-known')}
            </Action>
            {because !== 'id-number' && (
              <Action shortcut="alt+s" onAct={onSomebodyElse}>
                {t('somebody-else')}
              </Action>
            )}
          </>
        }
      />
      <div className={classes.person}>
        <ClientPhoto clientId={clientId} name={name} size="small" />
        <div>
          <div className={classes.name}>
            <bdi>{name}</bdi>
          </div>
          <bdi>{number}</bdi>
        </div>
      </div>
    </div>
  )
}
