import type { SessionAnswer } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Installation } from './installation.ts'
import { type Joining, makeJoined } from './make-joined.ts'
import { occupiedRefusal } from './new-installation.ts'
import { notAnAddress } from './server-address.ts'
import { answerWithCode } from './session-answer.ts'

/**
 * Makes this folder an installation of an institution that exists: a log of its own, and the books as far as the server serves
 * them. Whole or not at all; after a failure the same invitation and passphrase go on where it stopped, with the same log. The
 * answer holds the recovery code of this installation, which is kept nowhere.
 * Refuses: institution-exists, storage-unavailable, field-invalid (a passphrase too easy to guess), and what the server
 * says. Rule: A38.
 */
export async function joinInstitution(
  installation: Installation,
  joining: Joining & { readonly key: string },
): Promise<Result<SessionAnswer, Refusal>> {
  const { session, lastMade } = installation
  const { answered } = lastMade
  if (answered?.key === joining.key) return ok(answerWithCode(installation, answered.recoveryCode))
  const refusal = (await occupiedRefusal(installation)) ?? notAnAddress(joining.serverUrl)
  if (refusal) return refuse(refusal)
  const joined = await makeJoined(installation, joining, null)
  if (!joined.ok) return joined
  lastMade.answered = { key: joining.key, recoveryCode: joined.value }
  session.enter({ name: 'signed-out' })
  return ok(answerWithCode(installation, joined.value))
}
