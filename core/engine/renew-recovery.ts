import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { changeDatabaseKey } from './change-database-key.ts'
import { keychainSecretOf } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { keyProblem, keyringFile, readKeyring, withSlot } from './keyring.ts'
import { type OpenedKeys, openKeys } from './open-keys.ts'
import { notPermittedHere } from './permitted-here.ts'
import { newRecovery } from './recovery.ts'
import type { OpenSession } from './session-state.ts'
import { ownerRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

/**
 * Makes a new recovery code, of which the person who asks is the keeper; the older one opens nothing from then on, nor with an older
 * copy of the keyring. Refuses: not-permitted, sign-in-too-soon, sign-in-refused, locked, storage-unavailable. Rule: A57.
 */
export async function renewRecovery(
  installation: Installation,
  session: OpenSession,
  { passphrase }: { readonly passphrase: string },
): Promise<Result<{ readonly recoveryCode: string }, Refusal>> {
  const notPermitted = notPermittedHere(session, 'staff')
  if (notPermitted) return refuse(notPermitted)
  const opened = await openKeys(installation, { code: session.code, passphrase })
  if (!opened.ok) return opened
  try {
    return await replaceCode(installation, session, opened.value)
  } finally {
    wipeBundle(opened.value.keys)
  }
}

async function replaceCode(
  { folder, keychain, session: holder }: Installation,
  session: OpenSession,
  person: OpenedKeys,
): Promise<Result<{ readonly recoveryCode: string }, Refusal>> {
  const keychainSecret = await keychainSecretOf(folder, keychain)
  if (keychainSecret === 'gone') return refuse(refusalOfProblem('keychain-gone'))
  if (holder.open() !== session) return refuse({ type: 'locked' })
  const refusal = ownerRefusal(session, person)
  if (refusal) return refuse(refusal)
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  const { databaseKey } = session
  const { code, slot } = newRecovery(person.owner, { databaseKey, seed: person.keys.seed, keychainSecret })
  keychainSecret?.fill(0)
  changeDatabaseKey(folder, session, withSlot(keyring, slot))
  return ok({ recoveryCode: code })
}
