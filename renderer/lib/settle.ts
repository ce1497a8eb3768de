import type { CommandAnswer } from '../../core/engine/port.ts'
import type { Refusal } from '../../core/refusal.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { type AnyCommand, ask, execute } from './branch.ts'

const pauseMs = 600
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, pauseMs))

/**
 * Executes a command and does not rest before its fate is known. An engine that dies takes the answer with it, not the
 * operation: its key is asked for until an engine is there again. `onAsking` is told when that begins.
 */
export async function settle<C extends AnyCommand>(
  command: C,
  onAsking: () => void,
  signal: AbortSignal,
): Promise<Result<CommandAnswer<C>, Refusal>> {
  const result = await execute(command)
  if (result.ok || result.refusal.type !== 'outcome-unknown' || !('key' in command)) return result
  onAsking()
  return (await whatIsKnown(command.key, signal)) as Result<CommandAnswer<C>, Refusal>
}

async function whatIsKnown(key: string, signal: AbortSignal): Promise<Result<unknown, Refusal>> {
  while (!signal.aborted) {
    const known = await ask({ type: 'outcome', key })
    if (known.ok) return known.value.known ? ok(known.value.outcome) : refuse({ type: 'engine-failed' })
    await pause()
  }
  return refuse({ type: 'outcome-unknown' })
}
