import type { SessionAnswer, StorageProblem } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { goOnClosing } from './close-business.ts'
import { inspectInstallation } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type Credentials, type OpenedKeys, openKeys } from './open-keys.ts'
import { openSession } from './open-session.ts'
import { takeOverRecovery } from './recovery.ts'
import { renewOlderSlot } from './renew-older-slot.ts'
import { sendLast } from './send-last.ts'
import { answerWithCode } from './session-answer.ts'
import { closeSession, type OpenSession } from './session-state.ts'
import { forgetTerminalNotes, terminalNotes } from './terminal-notes.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** What the recovery code is there for. */
const mendedByRecovery: ReadonlySet<StorageProblem> = new Set(['keychain-gone', 'head-missing'])

/**
 * Begins a person's session; whoever was signed in before is signed out, but only once the new passphrase is right.
 * The answer holds a recovery code when the person has become its keeper by signing in. Refuses: no-institution,
 * storage-unavailable, sign-in-too-soon, sign-in-refused, staff-unknown, staff-suspended.
 */
export async function signIn(
  installation: Installation,
  credentials: Credentials,
): Promise<Result<SessionAnswer, Refusal>> {
  const { session } = installation
  if (session.state().name === 'unavailable') session.enter(await inspectInstallation(installation))
  const state = session.state()
  if (state.name === 'no-institution') return refuse({ type: 'no-institution' })
  if (state.name === 'unavailable' && !mendedByRecovery.has(state.problem))
    return refuse(refusalOfProblem(state.problem))
  const opened = await openKeys(installation, credentials)
  if (!opened.ok) {
    if (isKeychainGone(opened.refusal) && !session.open()) session.enter(await inspectInstallation(installation))
    return opened
  }
  if (session.open()) session.enter({ name: 'signed-out' })
  await session.settled()
  try {
    return await begin(installation, opened.value, credentials.passphrase)
  } finally {
    wipeBundle(opened.value.keys)
  }
}

async function begin(
  installation: Installation,
  person: OpenedKeys,
  passphrase: string,
): Promise<Result<SessionAnswer, Refusal>> {
  const begun = openSession(installation, person)
  if (!begun.ok) {
    if (begun.refusal.type === 'staff-suspended') await sendLast(installation, person)
    return begun
  }
  const recoveryCode = await takeOverOrLeave(installation, begun.value, person, passphrase)
  installation.lastMade.answered = null
  installation.session.enter({ name: 'open', session: begun.value })
  tellTerminal(installation, begun.value)
  begun.value.audit.note({ kind: 'signed-in', what: person.openedWith })
  begun.value.sync.start()
  goOnClosing(installation, begun.value)
  return ok(answerWithCode(installation, recoveryCode))
}

/** What was done at the terminal since the last sign-in stands in the trail before this one. Rule: U8. */
function tellTerminal({ folder }: Installation, { audit, databaseKey }: OpenSession): void {
  for (const note of terminalNotes(folder, databaseKey)) audit.note(note)
  forgetTerminalNotes(folder)
}

/** A disk that does not take a new slot ends the sign-in; nothing stays open. */
async function takeOverOrLeave(
  installation: Installation,
  session: OpenSession,
  person: OpenedKeys,
  passphrase: string,
): Promise<string | null> {
  try {
    if (person.isOlder && person.openedWith === 'passphrase')
      await renewOlderSlot(installation, session, person, passphrase)
    return await takeOverRecovery(installation, session, person)
  } catch (error) {
    await closeSession(session)
    throw error
  }
}

const isKeychainGone = (refusal: Refusal): boolean =>
  refusal.type === 'storage-unavailable' && refusal.code === 'keychain-gone'
