import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEngineState } from '../lib/engine-state.ts'
import classes from './engine-notice.module.css'

/** One calm line while the engine is started again: what is on the screen stays, and nothing recorded is lost. */
export function EngineNotice() {
  const { t } = useTranslation('frame')
  const state = useEngineState(engine => engine.state)
  if (state === 'ready') return null
  return (
    <div className={classes.notice} role="status">
      {state === 'restarting' && <Loader size={14} color="yellow" />}
      {t(state === 'restarting' ? 'engine-restarting' : 'engine-stopped')}
    </div>
  )
}
