import type { SessionAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { inspectInstallation } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type Credentials, openKeys } from './open-keys.ts'
import { openSession } from './open-session.ts'
import { sessionAnswer } from './session-answer.ts'
import { refusalOfProblem } from './translate-fault.ts'

/**
 * Begins a person's session; whoever was signed in before is signed out, but only once the new passphrase is right.
 * Refuses: no-institution, storage-unavailable, sign-in-too-soon, sign-in-refused, staff-suspended, staff-unknown.
 */
export async function signIn(
  installation: Installation,
  credentials: Credentials,
): Promise<Result<SessionAnswer, Refusal>> {
  const { session } = installation
  if (session.state().name === 'unavailable') session.enter(await inspectInstallation(installation))
  const state = session.state()
  if (state.name === 'no-institution') return refuse({ type: 'no-institution' })
  if (state.name === 'unavailable' && state.problem !== 'keychain-gone') return refuse(refusalOfProblem(state.problem))
  const opened = await openKeys(installation, credentials)
  if (!opened.ok) {
    if (isKeychainGone(opened.refusal) && !session.open()) session.enter(await inspectInstallation(installation))
    return opened
  }
  if (session.open()) session.enter({ name: 'signed-out' })
  await session.settled()
  const begun = openSession(installation, opened.value)
  wipeBundle(opened.value.keys)
  if (!begun.ok) return begun
  installation.lastMade.answered = null
  session.enter({ name: 'open', session: begun.value })
  begun.value.sync.start()
  return ok(sessionAnswer(installation))
}

const isKeychainGone = (refusal: Refusal): boolean =>
  refusal.type === 'storage-unavailable' && refusal.code === 'keychain-gone'
