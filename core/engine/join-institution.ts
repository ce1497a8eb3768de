import type { SessionAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { ownLogOf } from './device-key.ts'
import type { Installation } from './installation.ts'
import { makeStaffKeys } from './make-staff-keys.ts'
import {
  commitStagedBooks,
  type NewKeys,
  newKeys,
  occupiedRefusal,
  openStagedBooks,
  wipeKeys,
} from './new-installation.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import { sessionAnswer } from './session-answer.ts'
import type { JoinRequest, SyncPort } from './sync-port.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface Joining extends JoinRequest {
  readonly passphrase: string
}

/**
 * Makes this folder an installation of an institution that exists: a log of its own, and the books as far as the server sends
 * them. Cut off at any point, the folder holds a whole installation or none. Refuses: institution-exists, storage-unavailable,
 * field-invalid (a passphrase too easy to guess), and what the server says. Rule: A20.
 */
export async function joinInstitution(
  installation: Installation,
  { passphrase, ...request }: Joining,
): Promise<Result<SessionAnswer, Refusal>> {
  const { sync, keychain, session } = installation
  const refusal = await occupiedRefusal(installation)
  if (refusal) return refuse(refusal)
  const tooEasy = checkPassphrase(passphrase, await keychain.available(), 'passphrase')
  if (tooEasy) return refuse(tooEasy)
  if (!sync) return refuse({ type: 'server-unreachable' })
  const keys = await newKeys(installation)
  const joined = await makeJoined(installation, sync, { keys, request, passphrase })
  wipeKeys(keys)
  if (!joined.ok) return joined
  session.enter({ name: 'signed-out' })
  return ok(sessionAnswer(installation))
}

async function makeJoined(
  { folder, environment, timekeeper, cost }: Installation,
  sync: SyncPort,
  { keys, request, passphrase }: { keys: NewKeys; request: JoinRequest; passphrase: string },
): Promise<Result<null, Refusal>> {
  const books = openStagedBooks(folder, keys)
  if (!books.ok) return refuse(refusalOfProblem(books.refusal))
  const desk = { books: books.value, log: ownLogOf(keys.logSeed), environment, timekeeper, changed: () => undefined }
  const joined = await sync.join(desk, request)
  if (!joined.ok) {
    books.value.close()
    return joined
  }
  const made = await makeStaffKeys({ ...joined.value, passphrase }, { ...keys, cost })
  made.seed.fill(0)
  commitStagedBooks(folder, books.value, keys, [made.slot])
  return ok(null)
}
