import type { KnownDevice } from '../institution/known-device.ts'
import type { SeizureState } from '../institution/seize-custody.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { isRevocationSettled, knownDevice } from '../storage/devices.ts'
import type { CommandOf } from './command.ts'

/** Refuses device-unknown. */
export function loadRevocation({ db }: Books, { log }: CommandOf<'device.revoke'>): Result<KnownDevice, Refusal> {
  const device = knownDevice(db, log)
  return device ? ok(device) : refuse({ type: 'device-unknown' })
}

/** Refuses device-unknown for either of the two. */
export function loadSeizure({ db }: Books, { from, to }: CommandOf<'custody.seize'>): Result<SeizureState, Refusal> {
  const [old, next] = [knownDevice(db, from), knownDevice(db, to)]
  return old && next
    ? ok({ from: old, to: next, isSettled: isRevocationSettled(db, from) })
    : refuse({ type: 'device-unknown' })
}
