import type { Keyring } from './keyring.ts'
import type { OlderSlot } from './older-slot.ts'
import { isInForce, type Standing } from './slot-standing.ts'

/**
 * The slots of the first issue that the books' key waits for: only their owners can give them another. One whose owner lost their place,
 * or has a slot of today, is not waited for; the recovery slot is until another takes its place, because it brings a lost keychain
 * back. Rule: A66.
 */
export const awaitedSlots = (at: Standing, { slots, olderSlots = [] }: Keyring): readonly OlderSlot[] =>
  olderSlots.filter(older => {
    const others = slots.filter(({ opensWith }) => opensWith === older.opensWith)
    return older.opensWith === 'recovery-code'
      ? others.length === 0
      : isInForce(at, older) && !others.some(({ publicKey }) => publicKey === older.publicKey)
  })
