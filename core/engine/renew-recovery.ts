import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { changeDatabaseKey } from './change-database-key.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type RevealedSecret, withKeychainSecret } from './keychain-secret.ts'
import { keyProblem, keyringFile, readKeyring, withSlot } from './keyring.ts'
import { type OpenedKeys, openKeys } from './open-keys.ts'
import { notPermittedHere } from './permitted-here.ts'
import { keepsRecoveryCode, newRecovery } from './recovery.ts'
import type { OpenSession } from './session-state.ts'
import { ownKeysRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

/**
 * Makes a new recovery code, of which the person who asks is the keeper; the older one opens nothing from then on, nor with an older
 * copy of the keyring. Whoever keeps the code may always ask: the answer in which theirs stood may have been lost. Refuses: not-permitted, sign-in-too-soon, sign-in-refused, passphrase-wanted (who found a recovery code makes
 * no other of it), locked, storage-unavailable. Rule: A57.
 */
export async function renewRecovery(
  installation: Installation,
  session: OpenSession,
  { passphrase }: { readonly passphrase: string },
): Promise<Result<{ readonly recoveryCode: string }, Refusal>> {
  const keyring = readKeyring(installation.folder)
  const isKeeper = keyring !== null && keepsRecoveryCode(session, keyring, session)
  const notPermitted = isKeeper ? null : notPermittedHere(session, 'staff')
  if (notPermitted) return refuse(notPermitted)
  const opened = await openKeys(installation, { code: session.code, passphrase })
  if (!opened.ok) return opened
  try {
    if (opened.value.openedWith === 'recovery-code') return refuse({ type: 'passphrase-wanted' })
    return await withKeychainSecret(installation, secret => replaceCode(installation, session, opened.value, secret))
  } finally {
    wipeBundle(opened.value.keys)
  }
}

function replaceCode(
  { folder, session: holder }: Installation,
  session: OpenSession,
  person: OpenedKeys,
  keychainSecret: RevealedSecret,
): Result<{ readonly recoveryCode: string }, Refusal> {
  if (keychainSecret === 'gone') return refuse(refusalOfProblem('keychain-gone'))
  if (holder.open() !== session) return refuse({ type: 'locked' })
  const refusal = ownKeysRefusal(session, person)
  if (refusal) return refuse(refusal)
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  const { databaseKey } = session
  const { code, slot } = newRecovery(person.owner, { databaseKey, seed: person.keys.seed, keychainSecret })
  changeDatabaseKey(folder, session, withSlot(keyring, slot))
  holder.tell()
  return ok({ recoveryCode: code })
}
