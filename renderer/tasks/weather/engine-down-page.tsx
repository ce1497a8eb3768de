import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../core/refusal.ts'
import { useEngineState } from '../../lib/engine-state.ts'
import { Action } from '../../ui/action.tsx'
import { Cover } from '../../ui/cover.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

/** The engine does not answer. It is started again by itself; only when that fails too is there something to do. */
export function EngineDownPage({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('frame')
  const state = useEngineState(engine => engine.state)
  if (state !== 'failed') return <Cover title={t('engine-starting')}>{t('engine-restarting')}</Cover>
  return (
    <Cover
      title={t('engine-failed-title')}
      subtitle={t('engine-stopped')}
      foot={<Action onAct={() => window.location.reload()}>{t('weather-again')}</Action>}
    >
      <RefusalNote refusal={refusal} />
    </Cover>
  )
}
