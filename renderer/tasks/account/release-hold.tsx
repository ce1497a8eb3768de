import { useTranslation } from 'react-i18next'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/savings-answers.ts'
import { ConfirmDialog } from '../../counter/confirm-dialog.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { HoldWords } from './hold-words.tsx'

interface ReleaseHoldProps {
  readonly account: AccountAnswer
  readonly hold: HoldAnswer
  readonly onClose: () => void
}

/** Confirms that held money is free again, and shows how much can be paid out then. */
export function ReleaseHold({ account, hold, onClose }: ReleaseHoldProps) {
  const { t } = useTranslation('savings')
  const { key } = useOperationKey()
  const operation = useOperation<'hold.release'>({ type: 'hold.release', key, holdId: hold.holdId }, { key })
  return (
    <ConfirmDialog
      title={t('release-title')}
      about={t('release-about')}
      label={t('release-confirm')}
      operation={operation}
      onClose={onClose}
    >
      <HoldWords hold={hold} account={account} />
    </ConfirmDialog>
  )
}
