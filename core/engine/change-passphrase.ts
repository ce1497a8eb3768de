import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { institutionRow } from '../storage/reference.ts'
import { changeDatabaseKey } from './change-database-key.ts'
import type { Installation } from './installation.ts'
import { type KeyBundle, wipeBundle } from './key-bundle.ts'
import { type SlotOwner, sealSlot } from './key-slot.ts'
import { type RevealedSecret, withKeychainSecret } from './keychain-secret.ts'
import { keyProblem, keyringFile, readKeyring, withSlot } from './keyring.ts'
import { openKeys } from './open-keys.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import type { OpenSession } from './session-state.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { ownerRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface PassphraseChange {
  /** The old passphrase, or the recovery code when the old one is forgotten. */
  readonly current: string
  readonly next: string
}

/**
 * Seals the signed-in person's keys under a new passphrase, and puts the books under a new key: from then on the old one opens nothing
 * here, nor with an older copy of the keyring.
 * Refuses: sign-in-too-soon, sign-in-refused, field-invalid, locked, storage-unavailable. Rules: A30, A55.
 */
export async function changePassphrase(
  installation: Installation,
  session: OpenSession,
  { current, next }: PassphraseChange,
): Promise<Result<null, Refusal>> {
  const opened = await openKeys(installation, { code: session.code, passphrase: current })
  if (!opened.ok) return opened
  const { owner, keys } = opened.value
  try {
    if (installation.session.open() !== session) return refuse({ type: 'locked' })
    const refusal = ownerRefusal(session, opened.value)
    if (refusal) return refuse(refusal)
    return await withKeychainSecret(installation, secret =>
      reseal(installation, session, { owner, keys, next, secret }),
    )
  } finally {
    wipeBundle(keys)
  }
}

async function reseal(
  { folder, cost, session: holder }: Installation,
  session: OpenSession,
  { owner, keys, next, secret }: { owner: SlotOwner; keys: KeyBundle; next: string; secret: RevealedSecret },
): Promise<Result<null, Refusal>> {
  const keychainSecret = secret === 'gone' ? null : secret
  const institutionName = institutionRow(session.books.db)?.name ?? ''
  const tooEasy = checkPassphrase(next, keychainSecret !== null, 'next', { code: session.code, institutionName })
  if (tooEasy) return refuse(tooEasy)
  const slot = await sealSlot(owner, keys.seed, { passphrase: next, keychainSecret, cost })
  if (holder.open() !== session) return refuse({ type: 'locked' })
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  changeDatabaseKey(folder, session, withSlot(keyring, withDatabaseKeys(slot, [session.databaseKey])))
  return ok(null)
}
