import { assert, present } from '../assert.ts'
import type { JournalCommand } from '../command/command.ts'
import type { Cosigner } from '../command/desk.ts'
import { loadContext } from '../command/load-context.ts'
import { cosignMessage, requestHashOf } from '../command/request-hash.ts'
import { sameBytes } from '../crypto/hash.ts'
import { signerOf } from '../crypto/signing.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { deskOf } from './desk-of.ts'
import type { Installation } from './installation.ts'
import { wipeBundle } from './key-bundle.ts'
import { type OpenedKeys, openKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { ownerRefusal } from './slot-standing.ts'
import { checkerRefusal } from './with-second-person.ts'

export interface CosignRequest {
  readonly code: string
  readonly passphrase: string
  readonly command: JournalCommand
}

/** Second signatures that wait at one time; a desk has one command before it, seldom two. */
const waitingMax = 8

/**
 * A second person, on the same laptop, puts their key to this very command; executed unchanged, it carries the signature, once.
 * Refuses: cosign-own-operation, sign-in-too-soon, sign-in-refused, passphrase-wanted (the recovery code opens books and signs
 * nothing), locked, staff-unknown, staff-suspended, not-permitted, grant-expired. Rules: A4, A28.
 */
export async function cosign(
  installation: Installation,
  session: OpenSession,
  { code, passphrase, command }: CosignRequest,
): Promise<Result<{ readonly cosignedBy: string }, Refusal>> {
  if (code === session.code) return refuse({ type: 'cosign-own-operation' })
  const opened = await openKeys(installation, { code, passphrase })
  if (!opened.ok) return opened
  try {
    if (opened.value.openedWith === 'recovery-code') return refuse({ type: 'passphrase-wanted' })
    if (installation.session.open() !== session) return refuse({ type: 'locked' })
    return keepSignature(installation, session, opened.value, command)
  } finally {
    wipeBundle(opened.value.keys)
  }
}

function keepSignature(
  installation: Installation,
  session: OpenSession,
  person: OpenedKeys,
  command: JournalCommand,
): Result<{ readonly cosignedBy: string }, Refusal> {
  const { log, books, cosigners } = session
  const noPlace = ownerRefusal(session, person)
  if (noPlace) return refuse(noPlace)
  const { owner, keys } = person
  const requestHash = requestHashOf(log, command)
  const { sign } = signerOf(keys.seed)
  const cosigner = onlyFor(cosignMessage(log.logId, command.key, requestHash), owner.staffId, sign)
  const context = loadContext(books, { ...deskOf(installation, session), cosigner })
  const checker = present(context.checker, 'a desk with a second person has a checker')
  const refusal = checkerRefusal(checker, context.now)
  if (refusal) return refuse(refusal)
  cosigners.delete(requestHash)
  cosigners.set(requestHash, cosigner)
  for (const oldest of [...cosigners.keys()].slice(0, -waitingMax)) cosigners.delete(oldest)
  return ok({ cosignedBy: checker.name })
}

/** Only the signature is kept, never the key that made it. */
function onlyFor(signed: Uint8Array, staffId: string, sign: Cosigner['sign']): Cosigner {
  const signature = sign(signed)
  return {
    staffId,
    sign: message => {
      assert(sameBytes(message, signed), 'a second signature is for the command that was shown')
      return signature
    },
  }
}
