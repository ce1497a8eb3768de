import { openLog } from '../command/found.ts'
import { signerOf } from '../crypto/signing.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { grantById, ownLog } from '../storage/reference.ts'
import { joinInstitution as joinThroughServer } from '../sync/join-institution.ts'
import type { Installation } from './installation.ts'
import { type SlotOwner, sealSlot } from './key-slot.ts'
import { logHeadFile, writeLogHead } from './log-head.ts'
import { commitInstallation, openStagedBooks, wipeKeys, writeStagedKeyring } from './new-installation.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import { newRecovery } from './recovery.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { type JoiningKeys, joiningStage, stageJoining } from './stage-joining.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface Joining {
  readonly serverUrl: string
  readonly invitation: string
  readonly passphrase: string
}

/** The installation in this folder that the joined one is to replace. */
export interface Former {
  readonly log: string
  /** Takes what the server did not take of it over into the new books. */
  readonly carry: (books: Books) => Result<null, Refusal>
  /** Saves and closes it, when all that is to take its place is ready. */
  readonly leave: () => Promise<Result<null, Refusal>>
}

/** Joins on a stage and lets it take its place. Gives the recovery code. */
export async function makeJoined(
  installation: Installation,
  joining: Joining,
  former: Former | null,
): Promise<Result<string, Refusal>> {
  const keys = await stageJoining(installation, joining)
  try {
    return await makeWithKeys(installation, joining, keys, former)
  } finally {
    wipeKeys(keys)
    keys.seed.fill(0)
  }
}

async function makeWithKeys(
  installation: Installation,
  joining: Joining,
  keys: JoiningKeys,
  former: Former | null,
): Promise<Result<string, Refusal>> {
  const { folder, cost } = installation
  const tooEasy = checkPassphrase(joining.passphrase, keys.keychainSecret !== null, 'passphrase', {})
  if (tooEasy) return refuse(tooEasy)
  const owner = await fillBooks(installation, joining, keys, former)
  if (!owner.ok) return owner
  const { passphrase } = joining
  const { databaseKey, seed, keychainSecret } = keys
  const slot = await sealSlot(owner.value, seed, { passphrase, keychainSecret, cost })
  const recovery = newRecovery(owner.value, keys)
  writeStagedKeyring(folder, joiningStage, keys, [withDatabaseKeys(slot, [databaseKey]), recovery.slot])
  const left = await former?.leave()
  if (left?.ok === false) return left
  commitInstallation(folder, joiningStage)
  return ok(recovery.code)
}

/** The books from the server, and the first record of the new log. Gives the person who is to work here. */
async function fillBooks(
  { folder, environment, timekeeper, transport }: Installation,
  { serverUrl, invitation }: Joining,
  keys: JoiningKeys,
  former: Former | null,
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
    const opening = { ...joined.value, staffKey, now: now(), ...(former ? { supersedes: former.log } : {}) }
    openOwnLog(books, () => openLog(books, { environment, log, staffId }, opening))
    const carried = former?.carry(books)
    if (carried?.ok === false) return carried
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
