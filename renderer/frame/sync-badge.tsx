import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatAge } from '../lib/format-date.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { useNow } from '../lib/use-now.ts'
import { hashOf } from '../routes.ts'
import classes from './top-bar.module.css'

/** What has not been sent yet, and since when. Offline is normal: nothing here blinks or is red. */
export function SyncBadge() {
  const { t, i18n } = useTranslation('frame')
  const nowMs = useNow(60_000)
  const sync = useAnswer({ type: 'sync' }).answer
  if (!sync) return null
  const { unsent, state } = sync
  const isConnected = state !== 'not-connected'
  const Icon = !isConnected ? IconCloudOff : unsent.count === 0 ? IconCloudCheck : IconCloudUp
  return (
    <a className={classes.fact} href={hashOf({ task: 'sync' })} data-sync={state}>
      <span className={classes.value}>
        <Icon size={15} stroke={1.75} className={classes.cloud} aria-hidden />
        {unsent.count === 0 ? t('all-sent') : t('unsent', { count: unsent.count })}
      </span>
      <span className={classes.label}>
        {unsent.count === 0 || !unsent.oldestRecordedAt
          ? t(isConnected ? `sync-${state}` : 'sync-not-connected')
          : t('oldest', { age: formatAge(unsent.oldestRecordedAt, nowMs, i18n.language) })}
      </span>
    </a>
  )
}
