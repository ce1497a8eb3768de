import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { ConfirmDialog } from '../../counter/confirm-dialog.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { usePermission } from '../../lib/session.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action } from '../../ui/action.tsx'
import classes from './holds.module.css'

/** Nobody has used the account for long: why nothing moves, and who brings it back. */
export function AccountAsleep({ account: { accountId } }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const mayWake = usePermission('approve')
  const [isWaking, setWaking] = useState(false)
  return (
    <div className={classes.asleep} role="status">
      <span>{t(mayWake ? 'asleep' : 'asleep-ask')}</span>
      {mayWake && (
        <Action shortcut="a" onAct={() => setWaking(true)}>
          {t('reactivate')}
        </Action>
      )}
      {isWaking && <Reactivate accountId={accountId} onClose={() => setWaking(false)} />}
    </div>
  )
}

function Reactivate({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('savings')
  const { key } = useOperationKey()
  const operation = useOperation<'savings.reactivate'>({ type: 'savings.reactivate', key, accountId }, { key })
  return (
    <ConfirmDialog
      title={t('reactivate-title')}
      about={t('reactivate-about')}
      label={t('reactivate-confirm')}
      operation={operation}
      onClose={onClose}
    />
  )
}
