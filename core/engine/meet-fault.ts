import type { Installation } from './installation.ts'
import type { SessionState } from './session-state.ts'
import { faultName, problemOfFault, refusalOfFault } from './translate-fault.ts'

/** What a fault becomes wherever it is met: a line in the log, and where nobody can work any more the page that says so. */
export function meetFault(
  { session, log }: Pick<Installation, 'session' | 'log'>,
  fault: unknown,
  met: SessionState['name'] = session.state().name,
): void {
  log(faultName(fault))
  const problem = problemOfFault(fault, met)
  if (problem) session.enter({ name: 'unavailable', problem, seen: 'inside' })
}

/**
 * A fault where nobody waits for an answer. Damaged books are the same page as at work; a full disk is nobody's matter until they want
 * something of it. What has that page already is not said again. Rule: A70.
 */
export function meetInBackground(installation: Pick<Installation, 'session' | 'log'>, fault: unknown): void {
  const state = installation.session.state()
  const isKnown = state.name === 'unavailable' && state.problem === problemOfFault(fault, 'open')
  if (!isKnown) meetFault(installation, fault, 'open')
}

/** Work of the background that bad weather may keep from being done; a bug in it ends the engine, as one in a timer does. */
export function inWeather(onFault: (fault: unknown) => void, work: () => void): void {
  try {
    work()
  } catch (fault) {
    if (refusalOfFault(fault).type === 'engine-failed') throw fault
    onFault(fault)
  }
}
