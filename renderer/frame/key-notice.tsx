import { useTranslation } from 'react-i18next'
import type { OpenSession } from '../lib/session.ts'
import classes from './engine-notice.module.css'

/** Somebody was shut out, and the books could not get their new key: until they have it, an older copy of the keyring opens them. */
export function KeyNotice({ session }: { readonly session: OpenSession }) {
  const { t } = useTranslation('frame')
  if (!session.isKeyChangeWaiting) return null
  return (
    <div className={classes.notice} role="status">
      {t('key-change-waits')}
    </div>
  )
}
