import { isPermitted } from '../command/authorize.ts'
import type { OwnLog } from '../command/desk.ts'
import { base64url } from '../crypto/hash.ts'
import { signerOf } from '../crypto/signing.ts'
import type { Books } from '../storage/books.ts'
import { grantById } from '../storage/reference.ts'
import { staffKeyNow } from '../storage/staff-keys.ts'
import type { Slot } from './keyring.ts'
import type { OpenedKeys } from './open-keys.ts'

/** The books of this installation, and the log whose installation it is. */
export interface Standing {
  readonly books: Pick<Books, 'db'>
  readonly log: Pick<OwnLog, 'logId'>
}

/** A person, and the public half of the key in their slot (base64url). */
export type KeyOfPerson = Pick<Slot, 'staffId' | 'publicKey'>

const isKeyHere = ({ books, log }: Standing, { staffId, publicKey }: KeyOfPerson): boolean => {
  const key = staffKeyNow(books.db, { staffId, logId: log.logId })
  return key !== null && base64url(key) === publicKey
}

/** Whether the slot's owner works here and the slot holds the key that the books name last for them. */
export const isInForce = (at: Standing, slot: KeyOfPerson): boolean =>
  grantById(at.books.db, slot.staffId)?.isActive === true && isKeyHere(at, slot)

/** Whether the slot's owner may say who works here. */
export const managesStaff = ({ books }: Standing, { staffId }: Pick<Slot, 'staffId'>): boolean => {
  const grant = grantById(books.db, staffId)
  return grant !== null && isPermitted(grant, { permission: 'staff' })
}

/**
 * Why a person whose slot has opened has no place in the books; null when they have. A slot without its record, or one whose
 * passphrase was replaced since, is refused like a wrong passphrase. Refuses staff-unknown, staff-suspended, sign-in-refused.
 */
export const ownerRefusal = (at: Standing, { owner, keys }: OpenedKeys): NoPlace | null =>
  placeRefusal(at, { staffId: owner.staffId, publicKey: base64url(signerOf(keys.seed).publicKey) })

/**
 * As `ownerRefusal`, for work on the session's own keys: who holds the books' key can make a slot of their own that bears another
 * person's code, and must not change that person's keys with it.
 */
export const ownKeysRefusal = (session: Standing & { readonly staffId: string }, person: OpenedKeys): NoPlace | null =>
  person.owner.staffId === session.staffId ? ownerRefusal(session, person) : { type: 'sign-in-refused', waitSeconds: 0 }

export type NoPlace =
  | { readonly type: 'staff-unknown' | 'staff-suspended' }
  | { readonly type: 'sign-in-refused'; readonly waitSeconds: 0 }

/** As `ownerRefusal`, for whose seed is wiped already. */
export function placeRefusal(at: Standing, person: KeyOfPerson): NoPlace | null {
  const grant = grantById(at.books.db, person.staffId)
  if (!grant) return { type: 'staff-unknown' }
  if (!grant.isActive) return { type: 'staff-suspended' }
  return isKeyHere(at, person) ? null : { type: 'sign-in-refused', waitSeconds: 0 }
}

/**
 * A passphrase slot is worth nothing without its place in the books: one left by a command that was cut off, one whose passphrase was
 * replaced, one of a person who was suspended. A recovery slot stays, opening no books, until another takes its place. Rules: A29, A41.
 */
export const isStale = (at: Standing, slot: Slot): boolean =>
  !isInForce(at, slot) && (slot.opensWith === 'passphrase' || slot.keys.length > 0)
