import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstructionAnswer } from '../../../core/query/savings-answers.ts'
import { ConfirmDialog } from '../../counter/confirm-dialog.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'

interface CancelInstructionProps {
  readonly instruction: InstructionAnswer
  readonly onClose: () => void
  /** The order in words. */
  readonly children: ReactNode
}

/** Ends an order to pay: what was paid stays paid, nothing more goes. */
export function CancelInstruction({ instruction: { instructionId }, onClose, children }: CancelInstructionProps) {
  const { t } = useTranslation('savings')
  const { key } = useOperationKey()
  const operation = useOperation<'standing-instruction.cancel'>(
    { type: 'standing-instruction.cancel', key, instructionId },
    { key },
  )
  return (
    <ConfirmDialog
      title={t('instruction-cancel-title')}
      about={t('instruction-cancel-about')}
      label={t('instruction-cancel-confirm')}
      operation={operation}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  )
}
