import { create } from 'zustand'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import { ask, execute } from './branch.ts'
import { newOperationKey } from './use-operation-key.ts'

/** A form under way: what was typed, and the key of the operation that it will become. */
export interface Draft {
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
  readonly isRestored: boolean
}

export const useDrafts = create<{ readonly byForm: Readonly<Record<string, Draft>> }>(() => ({ byForm: {} }))

const saveDelayMs = 250
const timers = new Map<string, ReturnType<typeof setTimeout>>()

const put = (form: string, draft: Draft): void =>
  useDrafts.setState(({ byForm }) => ({ byForm: { ...byForm, [form]: draft } }))

function save(form: string): void {
  clearTimeout(timers.get(form))
  timers.delete(form)
  const draft = useDrafts.getState().byForm[form]
  if (draft) void execute({ type: 'draft.save', form, body: JSON.stringify({ key: draft.key, values: draft.values }) })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parse(body: string): { key: string; values: Record<string, unknown> } | null {
  const saved: unknown = JSON.parse(body)
  if (!isObject(saved) || typeof saved.key !== 'string' || !isObject(saved.values)) return null
  return { key: saved.key, values: saved.values }
}

/** Takes up the draft that the engine keeps for the form, or begins a new one; a locked engine gives neither. */
export async function openDraft(form: string): Promise<void> {
  const saved = await askPatiently(form)
  if (!saved.ok || useDrafts.getState().byForm[form]) return
  const restored = saved.value === null ? null : parse(saved.value)
  put(form, restored ? { ...restored, isRestored: true } : { key: newOperationKey(), values: {}, isRestored: false })
}

/** An engine that is just being started again answers a little later. */
async function askPatiently(form: string): Promise<Result<string | null, Refusal>> {
  for (;;) {
    const saved = await ask({ type: 'draft', form })
    if (saved.ok || saved.refusal.type !== 'outcome-unknown') return saved
    await new Promise(resolve => setTimeout(resolve, saveDelayMs))
  }
}

/** What was typed is with the engine a quarter of a second later, encrypted, and so survives lock, crash and power cut. */
export function changeDraft(form: string, changes: Readonly<Record<string, unknown>>): void {
  const draft = useDrafts.getState().byForm[form]
  if (!draft) return
  put(form, { ...draft, values: { ...draft.values, ...changes } })
  clearTimeout(timers.get(form))
  timers.set(
    form,
    setTimeout(() => save(form), saveDelayMs),
  )
}

/** The operation is done or given up: the next one begins empty, under a new key. */
export function discardDraft(form: string): void {
  clearTimeout(timers.get(form))
  timers.delete(form)
  put(form, { key: newOperationKey(), values: {}, isRestored: false })
  void execute({ type: 'draft.discard', form })
}

/** Before the window locks, and before an operation is posted: what is still waiting goes to the engine. */
export function flushDrafts(): void {
  for (const form of [...timers.keys()]) save(form)
}

/** Nothing of a draft stays in the memory of a locked window. */
export function forgetDrafts(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  useDrafts.setState({ byForm: {} })
}
