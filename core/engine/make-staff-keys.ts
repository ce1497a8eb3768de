import type { ScryptCost } from '../crypto/passphrase.ts'
import { generateSigningKey } from '../crypto/signing.ts'
import { type KeychainSecret, sealSlot } from './key-slot.ts'
import type { PassphraseSlot } from './keyring.ts'

export interface NewPerson {
  readonly staffId: string
  readonly code: string
  readonly passphrase: string
}

/** A person's new Ed25519 key: the public half goes into the books, the seed only into their slot. */
export interface StaffKeys {
  readonly publicKey: Uint8Array
  readonly seed: Uint8Array
  readonly slot: PassphraseSlot
}

/** Makes a person's key and the slot that only their passphrase opens. The caller wipes the seed, and gives the slot the database key. */
export async function makeStaffKeys(
  { staffId, code, passphrase }: NewPerson,
  secrets: { readonly keychainSecret: KeychainSecret; readonly cost: ScryptCost },
): Promise<StaffKeys> {
  const { keychainSecret, cost } = secrets
  const { publicKey, seed } = generateSigningKey()
  const slot = await sealSlot({ staffId, code }, seed, { passphrase, keychainSecret, cost })
  return { publicKey, seed, slot }
}
