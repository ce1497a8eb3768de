import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import type { OpenSession, SessionHolder } from './session-state.ts'

/** Work that changes keys, one piece at a time, in the order it was asked for. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

export function oneAtATime(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/** As `exclusive`, for work that belongs to a session: it is not begun when the session has ended while it waited. */
export const inTurn = <T>(
  { exclusive, session }: { readonly exclusive: Exclusive; readonly session: SessionHolder },
  open: OpenSession,
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  exclusive(async () => (session.open() === open ? work() : refuse({ type: 'locked' } as const)))
