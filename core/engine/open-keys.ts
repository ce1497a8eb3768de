import { base64url } from '../crypto/hash.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import { readRecoveryCode } from '../crypto/recovery-code.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Installation } from './installation.ts'
import { type KeyBundle, wipeBundle } from './key-bundle.ts'
import { type KeychainSecret, openRecoverySlot, openSlot, type SlotOwner } from './key-slot.ts'
import { type RevealedSecret, withKeychainSecret } from './keychain-secret.ts'
import {
  type Keyring,
  keyProblem,
  keyringFile,
  olderSlotsOf,
  type PassphraseSlot,
  passphraseSlotsOf,
  readKeyring,
  recoverySlotOf,
  type Slot,
  writeKeyring,
} from './keyring.ts'
import { type OlderSlot, openOlderSlot } from './older-slot.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface OpenedKeys {
  readonly owner: SlotOwner
  readonly keys: KeyBundle
  readonly openedWith: Slot['opensWith']
  /** The slot is one of the first issue. */
  readonly isOlder?: boolean
}

export interface Credentials {
  readonly code: string
  /** What the person typed: the passphrase, or the recovery code that was written down at the founding. */
  readonly passphrase: string
}

/**
 * Opens a person's slot. A wrong passphrase and an unknown code cost the same work and get the same refusal, and so does the recovery
 * code of a keeper who lost their place; it brings a lost keychain back all the same.
 * Refuses, in this order: sign-in-too-soon, storage-unavailable (key-missing, keychain-gone), sign-in-refused. Rules: A22 to A25.
 */
export async function openKeys(
  installation: Installation,
  credentials: Credentials,
): Promise<Result<OpenedKeys, Refusal>> {
  const { attempts, folder } = installation
  const waitSeconds = attempts.waitSeconds(credentials.code)
  if (waitSeconds > 0) return refuse({ type: 'sign-in-too-soon', waitSeconds })
  const keyring = readKeyring(folder)
  if (!keyring) return refuse(refusalOfProblem(keyProblem(folder, keyringFile)))
  return withKeychainSecret(installation, secret => tryKeys(installation, keyring, credentials, secret))
}

async function tryKeys(
  installation: Installation,
  keyring: Keyring,
  credentials: Credentials,
  secret: RevealedSecret,
): Promise<Result<OpenedKeys, Refusal>> {
  const { attempts } = installation
  const { code, passphrase } = credentials
  const older = olderSlotsOf(keyring, code)
  const kept = passphraseSlotsOf(keyring, code)
  const slots = kept.length + older.length > 0 ? kept : [decoySlot(installation, keyring, code)]
  if (secret === 'gone' && [...slots, ...older].some(needsKeychain) && !readRecoveryCode(passphrase))
    return refuse(refusalOfProblem('keychain-gone'))
  attempts.count(code)
  const keychainSecret = secret === 'gone' ? null : secret
  const opened =
    (await openWithPassphrase(slots, passphrase, keychainSecret)) ??
    openWithRecoveryCode(keyring, credentials) ??
    (await openOlder(older, passphrase, keychainSecret))
  if (!opened) return refuse({ type: 'sign-in-refused', waitSeconds: attempts.waitSeconds(code) })
  if (secret === 'gone') await renewKeychain(installation, opened.keys)
  if (opened.keys.databaseKeys.length === 0) {
    wipeBundle(opened.keys)
    return refuse({ type: 'sign-in-refused', waitSeconds: attempts.waitSeconds(code) })
  }
  attempts.forgive(code)
  return ok(opened)
}

const needsKeychain = (slot: Slot | OlderSlot): boolean => slot.opensWith === 'passphrase' && slot.needsKeychain

/** Nobody's slot: it opens with nothing, and takes as long to say so. */
const decoySlot = ({ cost, environment }: Installation, { keychainBox }: Keyring, code: string): PassphraseSlot => ({
  opensWith: 'passphrase',
  code,
  staffId: environment.newId(),
  publicKey: base64url(randomBytes(32)),
  salt: base64url(randomBytes(16)),
  cost,
  needsKeychain: keychainBox !== undefined,
  box: base64url(randomBytes(92)),
  boxKey: '',
  voucher: '',
  keys: [],
})

/** The keys of the first slot that opens, or null. A person has two slots only while a new passphrase is being recorded. */
export async function openWithPassphrase(
  slots: readonly PassphraseSlot[],
  passphrase: string,
  keychainSecret: KeychainSecret,
): Promise<OpenedKeys | null> {
  for (const slot of slots) {
    const keys = await openSlot(slot, passphrase, keychainSecret)
    if (keys) return { owner: { code: slot.code, staffId: slot.staffId }, keys, openedWith: slot.opensWith }
  }
  return null
}

async function openOlder(
  slots: readonly OlderSlot[],
  text: string,
  keychainSecret: KeychainSecret,
): Promise<OpenedKeys | null> {
  for (const slot of slots) {
    const { code, staffId, opensWith } = slot
    const keys = await openOlderSlot(slot, text, keychainSecret)
    if (keys) return { owner: { code, staffId }, keys, openedWith: opensWith, isOlder: true }
  }
  return null
}

function openWithRecoveryCode(keyring: Keyring, { code, passphrase }: Credentials): OpenedKeys | null {
  const slot = recoverySlotOf(keyring, code)
  const keys = slot ? openRecoverySlot(slot, passphrase) : null
  return slot && keys ? { owner: { code, staffId: slot.staffId }, keys, openedWith: slot.opensWith } : null
}

/** The recovery code brings the keychain's secret back: the keychain takes it again, and everybody's passphrase works as before. */
async function renewKeychain({ folder, keychain }: Installation, { keychainSecret }: KeyBundle): Promise<void> {
  const box = keychainSecret && (await keychain.protect(keychainSecret))
  const keyring = readKeyring(folder)
  if (box && keyring) writeKeyring(folder, { ...keyring, keychainBox: base64url(box) })
}
