import { useTranslation } from 'react-i18next'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/savings-answers.ts'
import { ConfirmButton } from '../../counter/confirm-button.tsx'
import { EffectPanel } from '../../counter/effect-panel.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
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
  const { preview, run, refusal } = operation
  const step = useConfirmStep(preview, true)
  async function confirm(): Promise<void> {
    if (await operation.post()) onClose()
  }
  return (
    <Dialog title={t('release-title')} onClose={onClose}>
      <HoldWords hold={hold} account={account} />
      <EffectPanel effect={operation.shown} isSettled={preview.isSettled} />
      {refusal && <RefusalNote refusal={refusal} />}
      <ConfirmButton
        buttonRef={step.button}
        label={t('release-confirm')}
        isBusy={run.isBusy}
        disabled={!preview.isAllowed}
        onConfirm={() => void confirm()}
        onBack={onClose}
      />
    </Dialog>
  )
}
