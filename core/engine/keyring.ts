import { z } from 'zod'
import { fromBase64url, utf8 } from '../crypto/hash.ts'
import { publicKeyTextSchema } from '../enrolment/key-text.ts'
import { uuidSchema } from '../journal/record.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { staffCodeSchema } from '../text-fields.ts'
import { base64urlSchema as base64url, costSchema } from './keyring-fields.ts'
import { type OlderSlot, olderSlotSchema } from './older-slot.ts'

const slotHead = {
  code: staffCodeSchema,
  staffId: uuidSchema,
  /** The public half of the key in the box: by it the books say whether the slot is in force. */
  publicKey: publicKeyTextSchema,
  salt: base64url,
  box: base64url,
  /** Database keys are sealed to this key, whose private half is in the box. */
  boxKey: base64url,
  /** The owner's signature over the box key. */
  voucher: base64url,
  /** One; two while the key of the books is being changed; none in a recovery slot whose keeper lost their place. */
  keys: z.array(z.strictObject({ box: base64url, mac: base64url })).max(2),
}

const passphraseSlotSchema = z.strictObject({
  opensWith: z.literal('passphrase'),
  ...slotHead,
  cost: costSchema,
  /** Whether the keychain's secret is needed as well. */
  needsKeychain: z.boolean(),
})
const recoverySlotSchema = z.strictObject({ opensWith: z.literal('recovery-code'), ...slotHead })

/**
 * The file beside the books that says who may open them. It names staff codes, ids and public keys, never people; every box is sealed
 * with its whole slot bound in, so that a slot which was changed, swapped or renamed opens nothing. The key of the books is sealed to
 * each slot's own key pair: it can be changed while only one person is there.
 */
export const keyringSchema = z.strictObject({
  v: z.literal(1),
  /** The keychain's secret as the keychain protects it; absent where the founding found no keychain. */
  keychainBox: base64url.optional(),
  slots: z.array(z.discriminatedUnion('opensWith', [passphraseSlotSchema, recoverySlotSchema])).max(200),
  /** Those of the first issue whose owners have not signed in since the update. */
  olderSlots: z.array(olderSlotSchema).max(200).optional(),
})
export type Keyring = z.infer<typeof keyringSchema>
export type Slot = Keyring['slots'][number]
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>
export type RecoverySlot = z.infer<typeof recoverySlotSchema>

/** As the program of the first issue wrote it. */
const olderKeyringSchema = keyringSchema
  .omit({ olderSlots: true })
  .extend({ slots: z.array(olderSlotSchema).min(1).max(200) })
  .transform(({ slots, ...rest }): Keyring => ({ ...rest, slots: [], olderSlots: slots }))

const readableKeyringSchema = z.union([keyringSchema, olderKeyringSchema])

export const keyringFile = 'keyring.json'

/** The keyring, or null when it is not there, cannot be read, or is not one that this program wrote. */
export function readKeyring(folder: InstallationFolder, name: string = keyringFile): Keyring | null {
  const bytes = bytesOf(folder, name)
  if (bytes === null || bytes.byteLength > 1_000_000) return null
  return parseKeyring(new TextDecoder().decode(bytes))
}

/** A file that the system does not give out is as good as a damaged one; it is not gone. */
function bytesOf(folder: InstallationFolder, name: string): Uint8Array | null {
  try {
    return folder.read(name)
  } catch {
    return null
  }
}

/** Why there is no key to work with: its file is gone, or it is there and is of no use. */
export const keyProblem = (folder: InstallationFolder, name: string): 'key-missing' | 'key-unreadable' =>
  folder.has(name) ? 'key-unreadable' : 'key-missing'

function parseKeyring(text: string): Keyring | null {
  try {
    return readableKeyringSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export const writeKeyring = (folder: InstallationFolder, keyring: Keyring, name: string = keyringFile): void =>
  folder.write(name, utf8(`${JSON.stringify(keyring, null, 2)}\n`))

/** The staff codes that may sign in here, in the order they were added. */
export const codesOf = ({ slots, olderSlots = [] }: Keyring): readonly string[] => [
  ...new Set([...slots, ...olderSlots].filter(slot => slot.opensWith === 'passphrase').map(slot => slot.code)),
]

/** A person has one; two for as long as a new passphrase stands beside the old one and the books have not said which is in force. */
export const passphraseSlotsOf = ({ slots }: Keyring, code: string): readonly PassphraseSlot[] =>
  slots.filter((slot): slot is PassphraseSlot => slot.opensWith === 'passphrase' && slot.code === code)

export const recoverySlotOf = (keyring: Keyring, code: string): RecoverySlot | undefined =>
  keyring.slots.find((slot): slot is RecoverySlot => slot.opensWith === 'recovery-code' && slot.code === code)

export const olderSlotsOf = ({ olderSlots = [] }: Keyring, code: string): readonly OlderSlot[] =>
  olderSlots.filter(slot => slot.code === code)

/** Whether nobody has signed in since the program of the first issue was there last. */
export const isOfFirstIssue = ({ slots, olderSlots = [] }: Keyring): boolean =>
  slots.length === 0 && olderSlots.length > 0

export const keychainBoxOf = ({ keychainBox }: Keyring): Uint8Array | null =>
  keychainBox === undefined ? null : fromBase64url(keychainBox)

/** The keyring with this slot in the place of the one for the same key; of recovery slots there is one for everybody. */
export const withSlot = (keyring: Keyring, slot: Slot): Keyring => ({
  ...withOlderSlots(
    keyring,
    (keyring.olderSlots ?? []).filter(other => !isReplacedBy(other, slot)),
  ),
  slots: [...keyring.slots.filter(other => !isReplacedBy(other, slot)), slot],
})

/** The keyring with these slots of the first issue, and no others. */
export const withOlderSlots = (
  { olderSlots: _before, ...keyring }: Keyring,
  olderSlots: readonly OlderSlot[],
): Keyring => ({ ...keyring, ...(olderSlots.length > 0 ? { olderSlots: [...olderSlots] } : {}) })

const isReplacedBy = (old: Slot | OlderSlot, next: Slot): boolean =>
  old.opensWith === next.opensWith &&
  (next.opensWith === 'recovery-code' || (old.staffId === next.staffId && old.publicKey === next.publicKey))
