import { ageOn } from '../calendar/business-date.ts'
import { utf8 } from '../crypto/hash.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision, PlainBlob } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ClientProfile, NewClient } from './client-profile.ts'
import type { RegisterClient, UpdateClient } from './customer-commands.ts'

/** The age from which a person may hold an account alone; younger ones need a guardian's account. */
export const minimumAge = 16

export interface LikelyDuplicate {
  readonly clientId: string
  readonly number: string
  readonly name: string
  readonly because: 'id-number' | 'phone' | 'name-and-birth-date'
}

export interface RegistrationState {
  readonly number: string
  readonly duplicates: readonly LikelyDuplicate[]
}

/**
 * Registers a person. Refuses birth-date-in-future, client-too-young, then client-may-exist for the likeliest duplicate: an ID
 * number can never be registered twice; a phone or name shared with somebody needs a person's word (`notADuplicate`). Rules: K1, K2, K3.
 */
export function registerClient(
  { number, duplicates }: RegistrationState,
  { client }: RegisterClient,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const person = checkPerson(client, duplicates, context)
  if (!person.ok) return person
  const clientId = context.newId()
  const others = duplicates.map(duplicate => duplicate.clientId)
  return ok({
    type: 'client.registered',
    class: 'fact',
    entries: [],
    body: {
      clientId,
      number,
      ...(others.length > 0 ? { notADuplicateOf: others } : {}),
    },
    blobs: profileBlobs(clientId, client),
  })
}

/** Replaces a person's profile by a new version; the old blob stays under the same key. Refuses as registration does. Rule: K4. */
export function updateClient(
  { duplicates }: Pick<RegistrationState, 'duplicates'>,
  { clientId, client }: UpdateClient,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const others = duplicates.filter(duplicate => duplicate.clientId !== clientId)
  const person = checkPerson(client, others, context)
  if (!person.ok) return person
  return ok({
    type: 'client.updated',
    class: 'fact',
    entries: [],
    body: { clientId },
    blobs: profileBlobs(clientId, client),
  })
}

function checkPerson(
  client: NewClient,
  duplicates: readonly LikelyDuplicate[],
  { businessDate }: OpenDayContext,
): Result<null, Refusal> {
  if (client.birthDate > businessDate) return refuse({ type: 'birth-date-in-future' })
  if (ageOn(client.birthDate, businessDate) < minimumAge) return refuse({ type: 'client-too-young', minimumAge })
  const known = duplicates.find(duplicate => duplicate.because === 'id-number' || !client.notADuplicate)
  return known ? refuse({ type: 'client-may-exist', ...known }) : ok(null)
}

function profileBlobs(subject: string, { photo, notADuplicate: _, ...profile }: NewClient): readonly PlainBlob[] {
  const kept: ClientProfile = profile
  const blobs: PlainBlob[] = [{ name: 'profile', subject, content: utf8(JSON.stringify(kept)) }]
  if (photo)
    blobs.push({
      name: `photo-${photo.mediaType.slice('image/'.length)}`,
      subject,
      content: photo.bytes,
    })
  return blobs
}
