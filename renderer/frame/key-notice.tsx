import { useTranslation } from 'react-i18next'
import type { OpenSession } from '../lib/session.ts'
import classes from './engine-notice.module.css'

/**
 * What stands in the way of the books' keys: whoever has yet to sign in after the update, a change that another program holds up, and
 * people whose slot is damaged or gone. Until the books have their new key, an older copy of the keyring opens them.
 */
export function KeyNotice({ session }: { readonly session: OpenSession }) {
  const { t } = useTranslation('frame')
  const { isKeyChangeWaiting, awaitedCodes, lostSlots, signedIn } = session
  const isOwnLost = lostSlots?.includes(signedIn.code)
  const notices = [
    awaitedCodes && t('key-change-waits-for', { codes: awaitedCodes.join(', ') }),
    isKeyChangeWaiting && !awaitedCodes && !isOwnLost && t('key-change-waits'),
    lostSlots && t('lost-slots', { codes: lostSlots.join(', ') }),
  ].filter(notice => typeof notice === 'string')
  return notices.map(notice => (
    <div key={notice} className={classes.notice} role="status">
      {notice}
    </div>
  ))
}
