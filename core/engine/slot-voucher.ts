import { base64url, fromBase64url, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'
import type { Slot } from './keyring.ts'

type Vouched = Pick<Slot, 'opensWith' | 'staffId' | 'boxKey'>

const messageOf = ({ opensWith, staffId, boxKey }: Vouched): Uint8Array =>
  utf8(['nexum-slot-voucher-1', opensWith, staffId, boxKey].join('/'))

/** The owner's word, with the key that the books know, that what is sealed to this box key is sealed to them. */
export const vouch = (owner: Signer, slot: Vouched): string => base64url(owner.sign(messageOf(slot)))

/** Whether the slot's owner made its box key: a colleague cannot put a key of their own into somebody's slot. */
export const isVouchedFor = (slot: Slot): boolean =>
  isSignedBy(fromBase64url(slot.publicKey), messageOf(slot), fromBase64url(slot.voucher))
