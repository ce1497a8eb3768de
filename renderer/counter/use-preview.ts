import type { JournalCommand } from '../../core/command/command.ts'
import type { Effect } from '../../core/command/outcome.ts'
import type { Refusal } from '../../core/refusal.ts'
import { useAnswer } from '../lib/use-answer.ts'

export interface Preview {
  /** The effect to show, above a limit the one after a second signature; while the next is being worked out, the last one. */
  readonly effect: Effect | undefined
  readonly refusal: Refusal | undefined
  /** True when what is shown belongs to exactly this command. */
  readonly isSettled: boolean
  readonly isAllowed: boolean
  /** False while the form does not make a command: there is nothing to ask about. */
  readonly isMade: boolean
}

const nothing: Preview = { effect: undefined, refusal: undefined, isSettled: false, isAllowed: false, isMade: false }

/** What the command would do, decided by the engine as the person types; nothing while the form does not make a command. */
export function usePreview(command: JournalCommand | undefined): Preview {
  const enabled = command !== undefined
  const query = { type: 'preview', command: command as JournalCommand } as const
  const exact = useAnswer(query, { enabled })
  const shown = useAnswer(query, { enabled, keepPrevious: true })
  if (!enabled) return nothing
  const answer = shown.answer
  return {
    effect: answer?.effect,
    refusal: shown.refusal ?? (answer && !answer.allowed ? answer.refusal : undefined),
    isSettled: !exact.isPending,
    isAllowed: exact.answer?.allowed ?? false,
    isMade: true,
  }
}
