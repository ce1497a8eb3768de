import { useEffect, useState } from 'react'
import type { JournalCommand } from '../../core/command/command.ts'
import type { Effect, Outcome } from '../../core/command/outcome.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { CommandOfType } from '../lib/branch.ts'
import { flushDrafts } from '../lib/drafts.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { type CommandRun, useCommand } from '../lib/use-command.ts'
import { type Preview, usePreview } from './use-preview.ts'

export type OperationType = Exclude<JournalCommand['type'], 'approval.request' | 'approval.decide' | 'device.invite'>

export interface Operation<T extends OperationType> {
  readonly command: CommandOfType<T> | undefined
  readonly preview: Preview
  readonly run: CommandRun<T>
  /** The refusal to show: what the engine said to the command itself, else what it says to the preview. */
  readonly refusal: Refusal | undefined
  /** True when Enter could only be refused; while the preview is on its way, the engine itself may be asked. */
  readonly isBlocked: boolean
  /** The effect that was on the screen last; it stays when the operation is done. */
  readonly shown: Effect | undefined
  /** What came of it, also when an earlier life of this form had posted it already. */
  readonly outcome: Outcome | undefined
  readonly post: () => Promise<Outcome | undefined>
  /** The request under which the operation waits for somebody who may decide it. */
  readonly request: Outcome | undefined
  readonly noteRequest: (request: Outcome) => void
}

interface OperationOptions {
  readonly key: string
  /** The form was found again after a lock or a crash: its operation may already be in the books. */
  readonly isRestored?: boolean
  /** What to ask the engine about while typing, when the command carries a picture that need not be asked about. */
  readonly previewed?: CommandOfType<OperationType> | undefined
  readonly onPosted?: () => void
}

/** One operation of the counter from the form to its outcome: previewed while it is typed, then posted once. */
export function useOperation<T extends OperationType>(
  command: CommandOfType<T> | undefined,
  { key, isRestored = false, previewed = command, onPosted }: OperationOptions,
): Operation<T> {
  const run = useCommand<T>()
  const [posted, setPosted] = useState<Outcome>()
  const [request, setRequest] = useState<Outcome>()
  const before = useAnswer({ type: 'outcome', key }, { enabled: isRestored && posted === undefined })
  const earlier = before.answer?.known ? before.answer.outcome : undefined
  const outcome = posted ?? earlier
  useEffect(() => {
    if (earlier === undefined || posted !== undefined) return
    setPosted(earlier)
    onPosted?.()
  })
  const preview = usePreview(outcome ? undefined : (previewed as JournalCommand | undefined))
  const shown = useLast(preview.effect)
  useForgetWhenChanged(run, previewed)
  async function post(): Promise<Outcome | undefined> {
    if (!command) return undefined
    flushDrafts()
    const result = await run.run(command)
    if (!result.ok) return undefined
    const answer = result.value as Outcome
    setPosted(answer)
    onPosted?.()
    return answer
  }
  const refusal = run.isBusy ? undefined : (run.refusal ?? preview.refusal)
  const isBlocked = command === undefined || (preview.isSettled && !preview.isAllowed)
  function noteRequest(made: Outcome): void {
    setRequest(made)
    onPosted?.()
  }
  return { command, preview, shown, run, refusal, isBlocked, outcome, post, request, noteRequest }
}

function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  useEffect(() => {
    if (value !== undefined) setLast(value)
  }, [value])
  return value ?? last
}

const textOf = (command: unknown): string =>
  JSON.stringify(command, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? ''

/** A refusal speaks of the command that was refused: once the person changes that, it no longer stands. */
function useForgetWhenChanged<T extends OperationType>(run: CommandRun<T>, command: unknown): void {
  const text = textOf(command)
  const [seen, setSeen] = useState(text)
  const { forget, state } = run
  useEffect(() => {
    if (seen === text) return
    setSeen(text)
    if (state === 'refused') forget()
  })
}
