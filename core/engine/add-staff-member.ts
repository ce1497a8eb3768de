import type { CommandOf } from '../command/command.ts'
import { decideNow, type Executed, executeJournalCommand, outcomeByKey } from '../command/execute.ts'
import { loadContext } from '../command/load-context.ts'
import { base64url } from '../crypto/hash.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { deskOf } from './desk-of.ts'
import { keychainSecretOf } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import type { KeychainSecret } from './key-slot.ts'
import { readKeyring, withSlot, writeKeyring } from './keyring.ts'
import { makeStaffKeys, type StaffKeys } from './make-staff-keys.ts'
import { dropStaleSlots } from './open-session.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import type { OpenSession } from './session-state.ts'
import { refusalOfProblem } from './translate-fault.ts'

type AddStaff = CommandOf<'staff.add'>

/**
 * Adds a person: first the slot, then the record. Cut off between the two, the slot is nobody's and goes at the next start. What
 * would be refused is refused before any key is made. Refuses what the journal refuses; then storage-unavailable, field-invalid
 * (a passphrase too easy to guess), locked. Rule: A29.
 */
export async function addStaffMember(
  installation: Installation,
  session: OpenSession,
  command: AddStaff,
): Promise<Result<Executed, Refusal>> {
  const { books } = session
  const staffId = installation.environment.newId()
  const desk = deskOf(installation, session, command)
  if (outcomeByKey(books, command.key)) return executeJournalCommand(books, desk, command)
  const foreseen = decideNow(books, command, loadContext(books, { ...desk, newcomer: { staffId, publicKey: '' } }))
  if (!foreseen.ok) return foreseen
  const secret = await keychainSecretOf(installation.folder, installation.keychain)
  if (secret === 'gone') return refuse(refusalOfProblem('keychain-gone'))
  const tooEasy = checkPassphrase(command.passphrase, secret !== null, 'passphrase')
  if (tooEasy) return refuse(tooEasy)
  const made = await makeKeys(installation, session, { staffId, command, keychainSecret: secret })
  if (installation.session.open() !== session) return refuse({ type: 'locked' })
  return recordNewcomer(installation, session, { staffId, command, made })
}

async function makeKeys(
  { cost }: Installation,
  { databaseKey }: OpenSession,
  { staffId, command, keychainSecret }: { staffId: string; command: AddStaff; keychainSecret: KeychainSecret },
): Promise<StaffKeys> {
  const { code, passphrase } = command
  // The session may be locked, and its key wiped, while the passphrase is being stretched.
  const key = Uint8Array.from(databaseKey)
  const made = await makeStaffKeys({ staffId, code, passphrase }, { databaseKey: key, keychainSecret, cost })
  for (const secret of [key, made.seed, keychainSecret]) secret?.fill(0)
  return made
}

function recordNewcomer(
  installation: Installation,
  session: OpenSession,
  { staffId, command, made }: { staffId: string; command: AddStaff; made: StaffKeys },
): Result<Executed, Refusal> {
  const { books } = session
  const { folder } = installation
  dropStaleSlots(folder, books)
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem('key-missing'))
  writeKeyring(folder, withSlot(keyring, made.slot))
  const newcomer = { staffId, publicKey: base64url(made.publicKey) }
  const executed = executeJournalCommand(books, { ...deskOf(installation, session, command), newcomer }, command)
  if (!executed.ok) dropStaleSlots(folder, books)
  return executed
}
