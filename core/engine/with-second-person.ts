import { present } from '../assert.ts'
import { isPermitted } from '../command/authorize.ts'
import type { Cosigner } from '../command/desk.ts'
import { loadContext } from '../command/load-context.ts'
import { signerOf } from '../crypto/signing.ts'
import type { Grant } from '../decision/context.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { deskOf } from './desk-of.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type Credentials, type OpenedKeys, openKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { ownerRefusal } from './slot-standing.ts'

/**
 * Lets a second person, on the same laptop, put their key to each operation of a work that they have seen as a whole, such as the import of
 * a file; the key is wiped when the work is done. Refuses: cosign-own-operation, sign-in-too-soon, sign-in-refused, passphrase-wanted,
 * locked, staff-unknown, staff-suspended, not-permitted, grant-expired. Rules: A4, N10.
 */
export async function withSecondPerson<T>(
  installation: Installation,
  session: OpenSession,
  credentials: Credentials,
  work: (cosigner: Cosigner) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  if (credentials.code === session.code) return refuse({ type: 'cosign-own-operation' })
  const opened = await openKeys(installation, credentials)
  if (!opened.ok) return opened
  const { keys } = opened.value
  try {
    const refusal = noSecondPerson(installation, session, opened.value)
    if (refusal) return refuse(refusal)
    return await work({ staffId: opened.value.owner.staffId, sign: signerOf(keys.seed).sign })
  } finally {
    wipeBundle(keys)
  }
}

function noSecondPerson(installation: Installation, session: OpenSession, person: OpenedKeys): Refusal | null {
  if (person.openedWith === 'recovery-code') return { type: 'passphrase-wanted' }
  if (installation.session.open() !== session) return { type: 'locked' }
  const noPlace = ownerRefusal(session, person)
  if (noPlace) return noPlace
  const { staffId } = person.owner
  const desk = { ...deskOf(installation, session), cosigner: { staffId, sign: signerOf(person.keys.seed).sign } }
  const context = loadContext(session.books, desk)
  return checkerRefusal(present(context.checker, 'a desk with a second person has a checker'), context.now)
}

/** Why somebody may be no second person now; null when they may. */
export function checkerRefusal(checker: Grant, now: string): Refusal | null {
  if (!isPermitted(checker, { permission: 'approve' }))
    return { type: 'not-permitted', permission: 'approve', role: checker.role }
  return checker.validUntil < now ? { type: 'grant-expired', validUntil: checker.validUntil } : null
}
