import { deriveKey } from '../crypto/derive-key.ts'
import { base64url, fromBase64url } from '../crypto/hash.ts'
import { type ScryptCost, stretchPassphrase } from '../crypto/passphrase.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import { readRecoveryCode } from '../crypto/recovery-code.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import { signerOf } from '../crypto/signing.ts'
import { decodeBundle, encodeBundle, type KeyBundle } from './key-bundle.ts'
import type { PassphraseSlot, RecoverySlot } from './keyring.ts'

export interface SlotOwner {
  readonly code: string
  readonly staffId: string
}

/** The second half of every passphrase's key: the keychain's secret, or null where there is no keychain. */
export type KeychainSecret = Uint8Array | null

type Head<S> = Omit<S, 'box'>

/** Everything that stands in the slot is bound into its box. */
const purposeOf = (head: Head<PassphraseSlot> | Head<RecoverySlot>): string =>
  head.opensWith === 'passphrase'
    ? [
        'nexum-slot-1',
        head.code,
        head.staffId,
        head.publicKey,
        head.salt,
        head.cost.N,
        head.cost.r,
        head.cost.p,
        head.needsKeychain,
      ].join('/')
    : ['nexum-recovery-1', head.code, head.staffId, head.publicKey, head.salt].join('/')

/** Half a second of work: the passphrase is stretched, and joined by the keychain's secret where there is one. */
export async function sealSlot(
  owner: SlotOwner,
  keys: KeyBundle,
  secrets: { readonly passphrase: string; readonly keychainSecret: KeychainSecret; readonly cost: ScryptCost },
): Promise<PassphraseSlot> {
  const { passphrase, keychainSecret, cost } = secrets
  const head: Head<PassphraseSlot> = {
    opensWith: 'passphrase',
    ...ownerPart(owner, keys),
    cost: { ...cost },
    needsKeychain: keychainSecret !== null,
  }
  const key = await slotKey(head, passphrase, keychainSecret)
  return { ...head, box: sealedBundle(key, keys, purposeOf(head)) }
}

const ownerPart = ({ code, staffId }: SlotOwner, { seed }: KeyBundle) => ({
  code,
  staffId,
  publicKey: base64url(signerOf(seed).publicKey),
  salt: base64url(randomBytes(16)),
})

/** The keys, or null when the passphrase, the keychain's secret or the slot itself is not the one it was sealed with. */
export async function openSlot(
  slot: PassphraseSlot,
  passphrase: string,
  keychainSecret: KeychainSecret,
): Promise<KeyBundle | null> {
  const key = await slotKey(slot, passphrase, slot.needsKeychain ? keychainSecret : null)
  return openedBundle(key, slot.box, purposeOf(slot))
}

async function slotKey(
  { salt, cost }: Head<PassphraseSlot>,
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
export function sealRecoverySlot(owner: SlotOwner, keys: KeyBundle, secret: Uint8Array): RecoverySlot {
  const head: Head<RecoverySlot> = {
    opensWith: 'recovery-code',
    ...ownerPart(owner, keys),
  }
  return { ...head, box: sealedBundle(recoveryKey(head, secret), keys, purposeOf(head)) }
}

/** The keys, or null when the text is not a recovery code or not this slot's. */
export function openRecoverySlot(slot: RecoverySlot, text: string): KeyBundle | null {
  const secret = readRecoveryCode(text)
  return secret && openedBundle(recoveryKey(slot, secret), slot.box, purposeOf(slot))
}

const recoveryKey = ({ salt }: Head<RecoverySlot>, secret: Uint8Array): Uint8Array =>
  deriveKey(secret, 'nexum-recovery-key-1', fromBase64url(salt))

function sealedBundle(key: Uint8Array, keys: KeyBundle, purpose: string): string {
  const plain = encodeBundle(keys)
  const box = seal(key, plain, purpose)
  plain.fill(0)
  key.fill(0)
  return base64url(box)
}

function openedBundle(key: Uint8Array, box: string, purpose: string): KeyBundle | null {
  const plain = unseal(key, fromBase64url(box), purpose)
  key.fill(0)
  const keys = plain && decodeBundle(plain)
  plain?.fill(0)
  return keys
}
