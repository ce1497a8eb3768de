import { present } from '../assert.ts'
import type { CommandOf } from '../command/command.ts'
import { decideNow, type Executed, executeJournalCommand, outcomeByKey } from '../command/execute.ts'
import { loadContext } from '../command/load-context.ts'
import { base64url } from '../crypto/hash.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { grantById, institutionRow } from '../storage/reference.ts'
import { renewAccess } from './change-database-key.ts'
import { deskOf } from './desk-of.ts'
import type { Installation } from './installation.ts'
import { type RevealedSecret, withKeychainSecret } from './keychain-secret.ts'
import { keyProblem, keyringFile, readKeyring, withSlot, writeKeyring } from './keyring.ts'
import { makeStaffKeys, type StaffKeys } from './make-staff-keys.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import type { OpenSession } from './session-state.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** The commands that give a person a passphrase here: a newcomer's first, or a colleague's new one. */
export type GivesPassphrase = CommandOf<'staff.add' | 'staff.set-passphrase'>

/**
 * Gives a person a passphrase: first the slot, then the record. Cut off between the two, the slot is nobody's and goes at the next
 * sign-in, and the one that was there before still opens; once the record is there, the older one goes. What would be refused is
 * refused before any key is made. Refuses what the journal refuses; then storage-unavailable, field-invalid (a passphrase too easy
 * to guess), locked. Rules: A29, A39, A40.
 */
export async function givePassphrase(
  installation: Installation,
  session: OpenSession,
  command: GivesPassphrase,
): Promise<Result<Executed, Refusal>> {
  const { books } = session
  const staffId = command.type === 'staff.add' ? installation.environment.newId() : command.staffId
  const desk = deskOf(installation, session, command)
  if (outcomeByKey(books, command.key)) return executeJournalCommand(books, desk, command)
  const foreseen = decideNow(books, command, loadContext(books, { ...desk, newcomer: { staffId, publicKey: '' } }))
  if (!foreseen.ok) return foreseen
  return withKeychainSecret(installation, secret => giveWith(installation, session, { staffId, command, secret }))
}

async function giveWith(
  installation: Installation,
  session: OpenSession,
  given: { readonly staffId: string; readonly command: GivesPassphrase; readonly secret: RevealedSecret },
): Promise<Result<Executed, Refusal>> {
  const { staffId, command, secret } = given
  if (secret === 'gone') return refuse(refusalOfProblem('keychain-gone'))
  const owner = { staffId, code: codeOf(session, command) }
  const institutionName = institutionRow(session.books.db)?.name ?? ''
  const known = { code: owner.code, institutionName }
  const tooEasy = checkPassphrase(command.passphrase, secret !== null, 'passphrase', known)
  if (tooEasy) return refuse(tooEasy)
  const newPerson = { ...owner, passphrase: command.passphrase }
  const made = await makeStaffKeys(newPerson, { keychainSecret: secret, cost: installation.cost })
  made.seed.fill(0)
  if (installation.session.open() !== session) return refuse({ type: 'locked' })
  return recordKey(installation, session, { staffId, command, made })
}

const codeOf = ({ books }: OpenSession, command: GivesPassphrase): string =>
  command.type === 'staff.add'
    ? command.code
    : present(grantById(books.db, command.staffId), 'a colleague is on the staff').code

function recordKey(
  installation: Installation,
  session: OpenSession,
  { staffId, command, made }: { staffId: string; command: GivesPassphrase; made: StaffKeys },
): Result<Executed, Refusal> {
  const { folder } = installation
  renewAccess(folder, session)
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  writeKeyring(folder, withSlot(keyring, withDatabaseKeys(made.slot, [session.databaseKey])))
  const newcomer = { staffId, publicKey: base64url(made.publicKey) }
  const desk = { ...deskOf(installation, session, command), newcomer }
  const executed = executeJournalCommand(session.books, desk, command)
  if (!executed.ok) renewAccess(folder, session)
  return executed
}
