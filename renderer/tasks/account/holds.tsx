import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/savings-answers.ts'
import { usePermission } from '../../lib/session.ts'
import { Action } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CaptureHold } from './capture-hold.tsx'
import { HoldWords } from './hold-words.tsx'
import classes from './holds.module.css'
import { ReleaseHold } from './release-hold.tsx'

/** Money of the account that may not leave, and why. Absent while there is none. */
export function Holds({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const [releasing, setReleasing] = useState<HoldAnswer>()
  const [capturing, setCapturing] = useState<HoldAnswer>()
  const mayHold = usePermission('hold')
  if (account.holds.length === 0) return null
  return (
    <Panel title={t('holds-title')}>
      <ul className={classes.list}>
        {account.holds.map(hold => (
          <li key={hold.holdId} className={classes.hold}>
            <HoldWords hold={hold} account={account} />
            {mayHold && (
              <div className={classes.acts}>
                <Action onAct={() => setCapturing(hold)}>{t('capture')}</Action>
                <Action onAct={() => setReleasing(hold)}>{t('release')}</Action>
              </div>
            )}
          </li>
        ))}
      </ul>
      {capturing && <CaptureHold account={account} hold={capturing} onClose={() => setCapturing(undefined)} />}
      {releasing && <ReleaseHold account={account} hold={releasing} onClose={() => setReleasing(undefined)} />}
    </Panel>
  )
}
