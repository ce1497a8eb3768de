import { deriveKey } from '../crypto/derive-key.ts'
import { base64url, fromBase64url } from '../crypto/hash.ts'
import { type ScryptCost, stretchPassphrase } from '../crypto/passphrase.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import { readRecoveryCode } from '../crypto/recovery-code.ts'
import { generateBoxKey } from '../crypto/sealed-to.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import { signerOf } from '../crypto/signing.ts'
import { decodeSecrets, encodeSecrets, type KeyBundle, type SlotSecrets } from './key-bundle.ts'
import type { PassphraseSlot, RecoverySlot, Slot } from './keyring.ts'
import { databaseKeysOf } from './slot-keys.ts'
import { vouch } from './slot-voucher.ts'

export interface SlotOwner {
  readonly code: string
  readonly staffId: string
}

/** The second half of every passphrase's key: the keychain's secret, or null where there is no keychain. */
export type KeychainSecret = Uint8Array | null

type Head<S> = Omit<S, 'box' | 'keys'>

/** Everything that stands in the slot is bound into its box; the database keys are sealed to it and change without it. */
const purposeOf = (head: Head<PassphraseSlot> | Head<RecoverySlot>): string => {
  const owner = [head.code, head.staffId, head.publicKey, head.salt, head.boxKey, head.voucher]
  return head.opensWith === 'passphrase'
    ? ['nexum-slot-1', ...owner, head.cost.N, head.cost.r, head.cost.p, head.needsKeychain].join('/')
    : ['nexum-recovery-1', ...owner].join('/')
}

/**
 * Half a second of work: the passphrase is stretched, and joined by the keychain's secret where there is one. The slot opens no books
 * until the database key is sealed to it (`withDatabaseKeys`).
 */
export async function sealSlot(
  owner: SlotOwner,
  seed: Uint8Array,
  secrets: { readonly passphrase: string; readonly keychainSecret: KeychainSecret; readonly cost: ScryptCost },
): Promise<PassphraseSlot> {
  const { passphrase, keychainSecret, cost } = secrets
  const { privateKey, ...ownerPart } = newOwnerPart('passphrase', owner, seed)
  const head: Head<PassphraseSlot> = {
    ...ownerPart,
    opensWith: 'passphrase',
    cost: { ...cost },
    needsKeychain: keychainSecret !== null,
  }
  const key = await slotKey(head, passphrase, keychainSecret)
  return { ...head, box: sealedSecrets(key, { seed, boxKey: privateKey }, purposeOf(head)), keys: [] }
}

function newOwnerPart(opensWith: Slot['opensWith'], { code, staffId }: SlotOwner, seed: Uint8Array) {
  const signer = signerOf(seed)
  const { publicKey, privateKey } = generateBoxKey()
  const boxKey = base64url(publicKey)
  return {
    code,
    staffId,
    publicKey: base64url(signer.publicKey),
    salt: base64url(randomBytes(16)),
    boxKey,
    voucher: vouch(signer, { opensWith, staffId, boxKey }),
    privateKey,
  }
}

/** The keys, or null when the passphrase, the keychain's secret or the slot itself is not the one it was sealed with. */
export async function openSlot(
  slot: PassphraseSlot,
  passphrase: string,
  keychainSecret: KeychainSecret,
): Promise<KeyBundle | null> {
  const key = await slotKey(slot, passphrase, slot.needsKeychain ? keychainSecret : null)
  return openedWith(key, slot)
}

export async function slotKey(
  { salt, cost }: Pick<PassphraseSlot, 'salt' | 'cost'>,
  passphrase: string,
  keychainSecret: KeychainSecret,
): Promise<Uint8Array> {
  const stretched = await stretchPassphrase(passphrase, fromBase64url(salt), cost)
  const both = Uint8Array.from([...stretched, ...(keychainSecret ?? [])])
  const key = deriveKey(both, 'nexum-slot-key-1', fromBase64url(salt))
  for (const secret of [stretched, both]) secret.fill(0)
  return key
}

/** The recovery secret has 160 random bits: it needs no stretching, and no keychain. */
export function sealRecoverySlot(
  owner: SlotOwner,
  { seed, keychainSecret }: { readonly seed: Uint8Array; readonly keychainSecret: KeychainSecret },
  secret: Uint8Array,
): RecoverySlot {
  const { privateKey, ...ownerPart } = newOwnerPart('recovery-code', owner, seed)
  const head: Head<RecoverySlot> = { ...ownerPart, opensWith: 'recovery-code' }
  const secrets = { seed, boxKey: privateKey, ...(keychainSecret ? { keychainSecret } : {}) }
  return { ...head, box: sealedSecrets(recoveryKey(head, secret), secrets, purposeOf(head)), keys: [] }
}

/** The keys, or null when the text is not a recovery code or not this slot's. */
export function openRecoverySlot(slot: RecoverySlot, text: string): KeyBundle | null {
  const secret = readRecoveryCode(text)
  return secret && openedWith(recoveryKey(slot, secret), slot)
}

export const recoveryKey = ({ salt }: Pick<RecoverySlot, 'salt'>, secret: Uint8Array): Uint8Array =>
  deriveKey(secret, 'nexum-recovery-key-1', fromBase64url(salt))

function sealedSecrets(key: Uint8Array, secrets: SlotSecrets, purpose: string): string {
  const plain = encodeSecrets(secrets)
  const box = seal(key, plain, purpose)
  for (const secret of [plain, key, secrets.boxKey]) secret.fill(0)
  return base64url(box)
}

function openedWith(key: Uint8Array, slot: Slot): KeyBundle | null {
  const plain = unseal(key, fromBase64url(slot.box), purposeOf(slot))
  key.fill(0)
  if (!plain) return null
  const { boxKey, ...owners } = decodeSecrets(plain)
  plain.fill(0)
  const databaseKeys = databaseKeysOf(slot, boxKey)
  boxKey.fill(0)
  return databaseKeys && { ...owners, databaseKeys }
}
