import { useTranslation } from 'react-i18next'
import { useEngineState } from '../../lib/engine-state.ts'
import { Action } from '../../ui/action.tsx'
import { Cover } from '../../ui/cover.tsx'

/** The engine does not answer. It is started again by itself; only when that fails too is there something to do. */
export function EngineDownPage() {
  const { t } = useTranslation('frame')
  const state = useEngineState(engine => engine.state)
  if (state !== 'failed') return <Cover title={t('engine-starting')} subtitle={t('engine-restarting')} />
  return (
    <Cover title={t('engine-failed-title')} subtitle={t('engine-stopped')}>
      <Action onAct={() => window.location.reload()}>{t('weather-again')}</Action>
    </Cover>
  )
}
