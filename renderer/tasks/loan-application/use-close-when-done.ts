import { useEffect } from 'react'
import type { Operation, OperationType } from '../../counter/use-operation.ts'

/** A sheet whose operation is recorded has nothing more to ask. */
export function useCloseWhenDone<T extends OperationType>({ outcome }: Operation<T>, onClose: () => void): void {
  useEffect(() => {
    if (outcome) onClose()
  }, [outcome, onClose])
}
