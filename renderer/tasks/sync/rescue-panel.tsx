import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { RescueAction } from '../../ui/rescue-action.tsx'
import classes from './sync.module.css'

/** A copy by hand, on a stick: for the day when the computer does not look well. */
export function RescuePanel() {
  const { t } = useTranslation('frame')
  return (
    <Panel title={t('rescue')}>
      <p className={classes.text}>{t('rescue-about')}</p>
      <RescueAction />
    </Panel>
  )
}
