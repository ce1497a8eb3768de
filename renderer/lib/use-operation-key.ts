import { useState } from 'react'

export const newOperationKey = (): string => crypto.randomUUID()

/**
 * The key of the operation that a form is for, minted when the form opens: every click and every retry is that same
 * operation. `renew` is for a form that stays open for the next one.
 */
export function useOperationKey(): { readonly key: string; readonly renew: () => void } {
  const [key, setKey] = useState(newOperationKey)
  return { key, renew: () => setKey(newOperationKey()) }
}
