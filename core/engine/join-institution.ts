import { openLog } from '../command/found.ts'
import { signerOf } from '../crypto/signing.ts'
import type { SessionAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { grantById, ownLog } from '../storage/reference.ts'
import { joinInstitution as joinThroughServer } from '../sync/join-institution.ts'
import type { Installation } from './installation.ts'
import { type SlotOwner, sealSlot } from './key-slot.ts'
import { logHeadFile, writeLogHead } from './log-head.ts'
import {
  commitInstallation,
  occupiedRefusal,
  openStagedBooks,
  wipeKeys,
  writeStagedKeyring,
} from './new-installation.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import { newRecovery } from './recovery.ts'
import { notAnAddress } from './server-address.ts'
import { answerWithCode } from './session-answer.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { type JoiningKeys, joiningStage, stageJoining } from './stage-joining.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface Joining {
  readonly key: string
  readonly serverUrl: string
  readonly invitation: string
  readonly passphrase: string
}

/**
 * Makes this folder an installation of an institution that exists: a log of its own, and the books as far as the server serves
 * them. Whole or not at all; after a failure the same invitation and passphrase go on where it stopped, with the same log. The
 * answer holds the recovery code of this installation, which is kept nowhere.
 * Refuses: institution-exists, storage-unavailable, field-invalid (a passphrase too easy to guess), and what the server
 * says. Rule: A38.
 */
export async function joinInstitution(
  installation: Installation,
  joining: Joining,
): Promise<Result<SessionAnswer, Refusal>> {
  const { session, lastMade } = installation
  const { answered } = lastMade
  if (answered?.key === joining.key) return ok(answerWithCode(installation, answered.recoveryCode))
  const refusal = (await occupiedRefusal(installation)) ?? notAnAddress(joining.serverUrl)
  if (refusal) return refuse(refusal)
  const joined = await makeWithKeys(installation, joining)
  if (!joined.ok) return joined
  lastMade.answered = { key: joining.key, recoveryCode: joined.value }
  session.enter({ name: 'signed-out' })
  return ok(answerWithCode(installation, joined.value))
}

async function makeWithKeys(installation: Installation, joining: Joining): Promise<Result<string, Refusal>> {
  const keys = await stageJoining(installation, joining)
  try {
    return await makeJoined(installation, joining, keys)
  } finally {
    wipeKeys(keys)
    keys.seed.fill(0)
  }
}

/** Gives the recovery code. */
async function makeJoined(
  installation: Installation,
  joining: Joining,
  keys: JoiningKeys,
): Promise<Result<string, Refusal>> {
  const { folder, cost } = installation
  const tooEasy = checkPassphrase(joining.passphrase, keys.keychainSecret !== null, 'passphrase', {})
  if (tooEasy) return refuse(tooEasy)
  const owner = await fillBooks(installation, joining, keys)
  if (!owner.ok) return owner
  const { passphrase } = joining
  const { databaseKey, seed, keychainSecret } = keys
  const slot = await sealSlot(owner.value, seed, { passphrase, keychainSecret, cost })
  const recovery = newRecovery(owner.value, keys)
  writeStagedKeyring(folder, joiningStage, keys, [withDatabaseKeys(slot, [databaseKey]), recovery.slot])
  commitInstallation(folder, joiningStage)
  return ok(recovery.code)
}

/** The books from the server, and the first record of the new log. Gives the person who is to work here. */
async function fillBooks(
  { folder, environment, timekeeper, transport }: Installation,
  { serverUrl, invitation }: Joining,
  keys: JoiningKeys,
): Promise<Result<SlotOwner, Refusal>> {
  const opened = openStagedBooks(folder, joiningStage, keys)
  if (!opened.ok) return refuse(refusalOfProblem(opened.refusal))
  const books = opened.value
  const { log } = keys
  const { signal } = new AbortController()
  const { now } = environment
  try {
    const way = { open: transport, serverUrl, invitation, now, signal, later: timekeeper.after }
    const joined = await joinThroughServer({ books, log, ...way })
    if (!joined.ok) return joined
    const { staffId } = joined.value
    const staffKey = signerOf(keys.seed).publicKey
    openOwnLog(books, () => openLog(books, { environment, log, staffId }, { ...joined.value, staffKey, now: now() }))
    writeLogHead(folder, log, books.db, `${joiningStage}/${logHeadFile}`)
    const grant = grantById(books.db, staffId)
    return grant ? ok({ staffId, code: grant.code }) : refuse({ type: 'staff-unknown' })
  } finally {
    books.close()
  }
}

/** Once: a joining that was cut off after it finds its log open already. */
function openOwnLog({ db }: Books, open: () => void): void {
  if (ownLog(db) !== null) return
  inTransaction(db, () => {
    open()
    return ok(null)
  })
}
