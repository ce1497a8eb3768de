import type { CommandOfType } from '../../lib/branch.ts'
import { countOf, type Pieces } from '../../ui/denomination-count.tsx'

type ReceiveCommand = CommandOfType<'cash.receive'>
export type Discrepancy = NonNullable<ReceiveCommand['discrepancy']>

export interface ReceiveForm {
  readonly pieces: Pieces
  /** Nothing until the person says that the difference stands. */
  readonly discrepancy: Discrepancy | ''
  readonly note: string
}

export const emptyReceipt: ReceiveForm = { pieces: {}, discrepancy: '', note: '' }

/** The receipt that the form describes. */
export function receiveCommand(
  key: string,
  transferId: string,
  { pieces, discrepancy, note }: ReceiveForm,
): ReceiveCommand {
  const text = note.trim()
  return {
    type: 'cash.receive',
    key,
    transferId,
    counted: countOf(pieces),
    ...(discrepancy === '' ? {} : { discrepancy }),
    ...(discrepancy !== '' && text ? { note: text } : {}),
  }
}
