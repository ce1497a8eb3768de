import { runNextClose } from '../command/run-next-close.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { deskOf } from './desk-of.ts'
import type { Installation } from './installation.ts'
import { meetInBackground } from './meet-fault.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { refusalOfFault } from './translate-fault.ts'

/** Whether the close of business is under way in a session, or why it is not. */
export interface Closing {
  isRunning: boolean
  /** A person has said so; it goes on when one says so, and when a day is opened or closed. */
  isStopped: boolean
  refusal: Refusal | null
}

const tellEveryMs = 250

/**
 * Does what is due of the close of business, a piece at a time, and lets others be served in between: after a day was opened or closed,
 * and after the sign-in of somebody who may do so, for what was cut off. It ends with the session, and goes on with the next.
 * Rules: E13, E14.
 */
export function goOnClosing(installation: Installation, session: OpenSession): void {
  const { closing } = session
  if (closing.isRunning || closing.isStopped || notPermittedHere(session, 'day')) return
  closing.isRunning = true
  closing.refusal = null
  void run(installation, session)
}

async function run(installation: Installation, session: OpenSession): Promise<void> {
  const { closing } = session
  const topics = new Set<string>()
  const isLeft = (): boolean => installation.session.open() !== session
  let toldMs = installation.timekeeper.elapsedMs()
  for (;;) {
    await new Promise<void>(resolve => setImmediate(resolve))
    if (isLeft() || closing.isStopped) break
    const ran = oneMore(installation, session)
    if (!ran.ok) closing.refusal = ran.refusal
    if (!ran.ok || ran.value === null) break
    for (const topic of ran.value) topics.add(topic)
    const nowMs = installation.timekeeper.elapsedMs()
    if (nowMs - toldMs < tellEveryMs) continue
    toldMs = nowMs
    tell(installation, topics)
  }
  closing.isRunning = false
  if (isLeft()) return
  if (topics.size > 0) session.sync.wake()
  tell(installation, topics)
}

/** The topics that changed; null where nothing is due. Bad weather is told to the log, said like any other refusal, and the next sign-in tries again. */
function oneMore(installation: Installation, session: OpenSession): Result<readonly string[] | null, Refusal> {
  try {
    const ran = runNextClose(session.books, deskOf(installation, session))
    if (!ran.ok) return ran
    if (ran.value === null) return ok(null)
    session.head.follow()
    return ok(ran.value.topics)
  } catch (fault) {
    meetInBackground(installation, fault)
    return refuse(refusalOfFault(fault))
  }
}

function tell({ changed }: Installation, topics: Set<string>): void {
  changed([...topics, 'close-of-business'])
  topics.clear()
}

/** Ends it after the piece under way. Refuses not-permitted (day). Rule: E13. */
export function stopClosing({ changed }: Installation, session: OpenSession): Result<null, Refusal> {
  const refusal = notPermittedHere(session, 'day')
  if (refusal) return refuse(refusal)
  session.closing.isStopped = true
  changed(['close-of-business'])
  return ok(null)
}

/** Goes on where it was stopped or refused. Refuses not-permitted (day). Rule: E13. */
export function resumeClosing(installation: Installation, session: OpenSession): Result<null, Refusal> {
  const refusal = notPermittedHere(session, 'day')
  if (refusal) return refuse(refusal)
  session.closing.isStopped = false
  goOnClosing(installation, session)
  installation.changed(['close-of-business'])
  return ok(null)
}
