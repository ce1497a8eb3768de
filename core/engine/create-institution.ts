import { present } from '../assert.ts'
import { found } from '../command/found.ts'
import { generateSigningKey } from '../crypto/signing.ts'
import type { Founding } from '../institution/founding.ts'
import type { SessionAnswer } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import type { ShapeRefusal } from '../refusals/request-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { deviceKeyFile, ownLogOf, writeDeviceKey } from './device-key.ts'
import type { Installation } from './installation.ts'
import { logHeadFile, writeLogHead } from './log-head.ts'
import { makeStaffKeys, type StaffKeys } from './make-staff-keys.ts'
import {
  commitInstallation,
  type NewKeys,
  newKeys,
  occupiedRefusal,
  openStagedBooks,
  wipeKeys,
  writeStagedKeyring,
} from './new-installation.ts'
import { checkPassphrase } from './passphrase-rule.ts'
import { newRecovery } from './recovery.ts'
import { answerWithCode } from './session-answer.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { clearStage } from './stage-installation.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface FoundingRequest {
  readonly key: string
  readonly founding: Founding
}

type Person = StaffKeys & { readonly staffId: string; readonly code: string }

/**
 * Makes keys, slots and books for a new institution, all of them or none; nobody is signed in by it. The answer holds the
 * recovery code, which is kept nowhere. Refuses: institution-exists, storage-unavailable, field-invalid (a passphrase too
 * easy to guess). Rules: A20, A26.
 */
export async function createInstitution(
  installation: Installation,
  request: FoundingRequest,
): Promise<Result<SessionAnswer, Refusal>> {
  const { lastMade, session } = installation
  const { answered } = lastMade
  if (answered?.key === request.key) return ok(answerWithCode(installation, answered.recoveryCode))
  const refusal = await occupiedRefusal(installation)
  if (refusal) return refuse(refusal)
  const made = await makeWithNewKeys(installation, request)
  if (!made.ok) return made
  lastMade.answered = { key: request.key, recoveryCode: made.value }
  session.enter({ name: 'signed-out' })
  return ok(answerWithCode(installation, made.value))
}

function easyPassphrase({ staff, institutionName }: Founding, hasKeychain: boolean): ShapeRefusal | null {
  const refusals = staff.map(({ code, passphrase }, place) =>
    checkPassphrase(passphrase, hasKeychain, `founding.staff.${place}.passphrase`, { code, institutionName }),
  )
  return refusals.find(refusal => refusal !== null) ?? null
}

async function makeWithNewKeys(installation: Installation, request: FoundingRequest): Promise<Result<string, Refusal>> {
  const keys = await newKeys(installation)
  const people: Person[] = []
  try {
    const tooEasy = easyPassphrase(request.founding, keys.keychainSecret !== null)
    if (tooEasy) return refuse(tooEasy)
    await makePeople(installation, request.founding, keys, people)
    return makeInstallation(installation, request, { keys, people })
  } finally {
    wipeKeys(keys)
    for (const { seed } of people) seed.fill(0)
  }
}

/** One after the other: each passphrase takes 128 MiB to stretch. */
async function makePeople(
  { environment, cost }: Installation,
  { staff }: Founding,
  keys: NewKeys,
  people: Person[],
): Promise<void> {
  for (const { code, passphrase } of staff) {
    const staffId = environment.newId()
    people.push({ staffId, code, ...(await makeStaffKeys({ staffId, code, passphrase }, { ...keys, cost })) })
  }
}

const stage = 'founding.part'

interface Parts {
  readonly keys: NewKeys
  readonly people: readonly Person[]
}

/** Writes the books and the keys, and gives the recovery code. */
function makeInstallation(installation: Installation, request: FoundingRequest, parts: Parts): Result<string, Refusal> {
  const { folder } = installation
  const keeper = recoveryKeeper(request.founding, parts.people)
  clearStage(folder, stage)
  const founded = foundBooks(installation, request, { ...parts, keeper })
  if (!founded.ok) return founded
  const recovery = newRecovery(keeper, { ...parts.keys, seed: keeper.seed })
  writeStagedKeyring(folder, stage, parts.keys, [
    ...parts.people.map(({ slot }) => withDatabaseKeys(slot, [parts.keys.databaseKey])),
    recovery.slot,
  ])
  commitInstallation(folder, stage)
  return ok(recovery.code)
}

function foundBooks(
  { folder, environment }: Installation,
  { key, founding }: FoundingRequest,
  { keys, people, keeper }: Parts & { readonly keeper: Person },
): Result<null, Refusal> {
  const { seed } = generateSigningKey()
  writeDeviceKey(folder, [keys.databaseKey], seed, `${stage}/${deviceKeyFile}`)
  const books = openStagedBooks(folder, stage, keys)
  if (!books.ok) return refuse(refusalOfProblem(books.refusal))
  try {
    const log = ownLogOf(seed)
    found(books.value, { environment, log, staffId: keeper.staffId }, key, founding, people)
    writeLogHead(folder, log, books.value.db, `${stage}/${logHeadFile}`)
    return ok(null)
  } finally {
    books.value.close()
    seed.fill(0)
  }
}

/** The recovery code is the first head-office person's, or the first manager's. */
function recoveryKeeper({ staff }: Founding, people: readonly Person[]): Person {
  const keeper = staff.find(({ role }) => role === 'head-office') ?? staff.find(({ role }) => role === 'manager')
  return present(
    people.find(({ code }) => code === keeper?.code),
    'a founding has somebody who manages',
  )
}
