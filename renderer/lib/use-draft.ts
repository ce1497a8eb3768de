import { useEffect } from 'react'
import { changeDraft, discardDraft, openDraft, useDrafts } from './drafts.ts'

export interface DraftForm<T> {
  readonly values: T
  readonly key: string
  /** False for the moment until the engine has said whether there is a draft; show the form when true. */
  readonly isReady: boolean
  /** Something typed earlier was found again: say so, quietly. */
  readonly isRestored: boolean
  readonly change: (changes: Partial<T>) => void
  readonly discard: () => void
}

/** Only what the form knows, in the form's own types, is taken from a saved draft. */
function merge<T extends object>(initial: T, saved: Readonly<Record<string, unknown>>): T {
  const known = Object.entries(initial).map(([name, value]) => {
    const kept = saved[name]
    return [name, kept !== undefined && typeof kept === typeof value ? kept : value]
  })
  return Object.fromEntries(known) as T
}

/**
 * A form's values and its operation key, kept by the engine while the form is under way. Give each form of each subject
 * its own name, such as `deposit/<accountId>`; values are plain JSON, texts as typed.
 */
export function useDraft<T extends object>(form: string, initial: T): DraftForm<T> {
  const draft = useDrafts(({ byForm }) => byForm[form])
  const isOpen = draft !== undefined
  useEffect(() => {
    if (!isOpen) void openDraft(form)
  }, [form, isOpen])
  return {
    values: merge(initial, draft?.values ?? {}),
    key: draft?.key ?? '',
    isReady: isOpen,
    isRestored: draft?.isRestored ?? false,
    change: changes => changeDraft(form, changes),
    discard: () => discardDraft(form),
  }
}
