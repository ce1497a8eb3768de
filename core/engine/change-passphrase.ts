import { recordOwnKey } from '../command/record-own-key.ts'
import { base64url } from '../crypto/hash.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { institutionRow } from '../storage/reference.ts'
import { changeDatabaseKey, renewAccess } from './change-database-key.ts'
import { deskOf } from './desk-of.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type RevealedSecret, withKeychainSecret } from './keychain-secret.ts'
import { keyProblem, keyringFile, readKeyring, withSlot, writeKeyring } from './keyring.ts'
import { makeStaffKeys, type StaffKeys } from './make-staff-keys.ts'
import { type OpenedKeys, openKeys } from './open-keys.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import { keepsRecoveryCode, newRecovery } from './recovery.ts'
import type { OpenSession } from './session-state.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { ownKeysRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface PassphraseChange {
  /** The old passphrase, or the recovery code when the old one is forgotten. */
  readonly current: string
  readonly next: string
}

export interface PassphraseChanged {
  /** Of the person who keeps the recovery code of this installation: the one before held their old key, and opens nothing any more. */
  readonly recoveryCode?: string
}

/**
 * Gives the signed-in person a new key under a new passphrase, and puts the books under a new key: from then on the old one opens
 * nothing here, nor with an older copy of the keyring, and signs nothing. First the slot, then the record, as for a passphrase that
 * is given: cut off between the two, the old one still opens, and the new one nothing.
 * Refuses: sign-in-too-soon, sign-in-refused, field-invalid, locked, device-revoked, storage-unavailable. Rules: A30, A55.
 */
export async function changePassphrase(
  installation: Installation,
  session: OpenSession,
  { current, next }: PassphraseChange,
): Promise<Result<PassphraseChanged, Refusal>> {
  const opened = await openKeys(installation, { code: session.code, passphrase: current })
  if (!opened.ok) return opened
  const person = opened.value
  try {
    if (installation.session.open() !== session) return refuse({ type: 'locked' })
    const refusal = ownKeysRefusal(session, person)
    if (refusal) return refuse(refusal)
    return await withKeychainSecret(installation, secret => giveNewKey(installation, session, { person, next, secret }))
  } finally {
    wipeBundle(person.keys)
  }
}

interface Change {
  readonly person: OpenedKeys
  readonly next: string
  readonly secret: RevealedSecret
}

async function giveNewKey(
  installation: Installation,
  session: OpenSession,
  { person, next, secret }: Change,
): Promise<Result<PassphraseChanged, Refusal>> {
  const keychainSecret = secret === 'gone' ? null : secret
  const institutionName = institutionRow(session.books.db)?.name ?? ''
  const tooEasy = checkPassphrase(next, keychainSecret !== null, 'next', { code: session.code, institutionName })
  if (tooEasy) return refuse(tooEasy)
  const { cost } = installation
  const made = await makeStaffKeys({ ...person.owner, passphrase: next }, { keychainSecret, cost })
  try {
    if (installation.session.open() !== session) return refuse({ type: 'locked' })
    return recordAndClose(installation, session, { person, made, secret })
  } finally {
    made.seed.fill(0)
  }
}

interface MadeKeys extends Omit<Change, 'next'> {
  readonly made: StaffKeys
}

/** Who kept the recovery code keeps a new one: in the slot of the old one is the key that signs nothing any more. */
function recordAndClose(
  installation: Installation,
  session: OpenSession,
  { person, made, secret }: MadeKeys,
): Result<PassphraseChanged, Refusal> {
  const { folder, changed } = installation
  renewAccess(folder, session)
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  const { databaseKey } = session
  const both = withSlot(keyring, withDatabaseKeys(made.slot, [databaseKey]))
  const keychainSecret = person.keys.keychainSecret ?? secret
  const recovery =
    keepsRecoveryCode(session, keyring, person.owner) && keychainSecret !== 'gone'
      ? newRecovery(person.owner, { databaseKey, seed: made.seed, keychainSecret })
      : null
  writeKeyring(folder, both)
  const recorded = recordOwnKey(session.books, deskOf(installation, session), base64url(made.publicKey))
  if (!recorded.ok) {
    renewAccess(folder, session)
    return recorded
  }
  changeDatabaseKey(folder, session, recovery ? withSlot(both, recovery.slot) : both)
  installation.session.tell()
  session.head.follow()
  session.sync.wake()
  changed(recorded.value.topics)
  return ok(recovery ? { recoveryCode: recovery.code } : {})
}
