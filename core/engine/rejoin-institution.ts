import { assert } from '../assert.ts'
import { keyFingerprint, readEnrolmentCode } from '../enrolment/enrolment-code.ts'
import type { SessionAnswer } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { institutionRow } from '../storage/reference.ts'
import { carrySalvage, isLogStopped } from '../storage/salvage.ts'
import { type KnownServer, knownServer } from '../sync/known-server.ts'
import { closedRefusal } from './answer.ts'
import type { Installation } from './installation.ts'
import { type Former, makeJoined } from './make-joined.ts'
import { saveRescue } from './save-rescue.ts'
import { answerWithCode } from './session-answer.ts'
import type { OpenSession } from './session-state.ts'

export interface Rejoining {
  readonly key: string
  readonly invitation: string
  readonly passphrase: string
}

export type Rejoined = SessionAnswer & {
  /** Where the books of the stopped log lie now, encrypted as they were. */
  readonly savedTo?: string
}

/**
 * The way out for an installation whose log the server has stopped: it joins again with a key and a log of its own. Everything of
 * before is saved beside it first, and what the server did not take comes along as a list. Whole or not at all, as a joining is.
 * Refuses: locked, not-connected, device-is-head-office, device-in-order, invitation-refused (another institution's, before it is
 * used), field-invalid, and what the server says. Rules: A58, Y35.
 */
export async function rejoinInstitution(
  installation: Installation,
  rejoining: Rejoining,
): Promise<Result<Rejoined, Refusal>> {
  const { session, lastMade } = installation
  const { answered } = lastMade
  if (answered?.key === rejoining.key) return ok(answer(installation, answered))
  const open = session.open()
  if (!open) return refuse(closedRefusal(installation))
  const server = stoppingServer(open)
  if (!server.ok) return server
  if (isOfAnother(server.value, rejoining)) return refuse({ type: 'invitation-refused', reason: 'wrong-institution' })
  const saved: { to?: string } = {}
  const former = formerOf(installation, open, saved)
  const joined = await makeJoined(installation, { ...rejoining, serverUrl: server.value.url }, former)
  if (!joined.ok) return joined
  lastMade.answered = { key: rejoining.key, recoveryCode: joined.value, ...(saved.to ? { savedTo: saved.to } : {}) }
  session.enter({ name: 'signed-out' })
  return ok(answer(installation, lastMade.answered))
}

function answer(
  installation: Installation,
  { recoveryCode, savedTo }: { readonly recoveryCode?: string; readonly savedTo?: string },
): Rejoined {
  return { ...answerWithCode(installation, recoveryCode), ...(savedTo ? { savedTo } : {}) }
}

/** The server that stopped the own log. Head office's log is what all others are admitted by: it has no next life. */
function stoppingServer({ books: { db }, log }: OpenSession): Result<KnownServer, Refusal> {
  const server = knownServer(db)
  if (!server) return refuse({ type: 'not-connected' })
  if (institutionRow(db)?.headOfficeLog === log.logId) return refuse({ type: 'device-is-head-office' })
  return isLogStopped(db) ? ok(server) : refuse({ type: 'device-in-order' })
}

/** An invitation names the head office that it is from: books of one institution never take the place of another's. */
function isOfAnother({ headOfficeKey }: KnownServer, { invitation }: Rejoining): boolean {
  const read = readEnrolmentCode(invitation)
  return read !== null && read.fingerprint !== keyFingerprint(headOfficeKey)
}

const institutionOf = ({ books }: Pick<OpenSession, 'books'>): string | undefined =>
  institutionRow(books.db)?.institutionId

/** A session that was locked meanwhile has closed its books: nothing is replaced, and the same invitation goes on later. */
function formerOf(installation: Installation, open: OpenSession, saved: { to?: string }): Former {
  const { session, folder } = installation
  const isStillHere = (): boolean => session.open() === open
  return {
    log: open.log.logId,
    carry: books => {
      if (!isStillHere()) return refuse({ type: 'locked' })
      assert(
        institutionOf({ books }) === institutionOf(open),
        'an invitation of the same head office leads to its institution',
      )
      carrySalvage(open.books.db, books.db)
      return ok(null)
    },
    leave: async () => {
      if (!isStillHere()) return refuse({ type: 'locked' })
      const rescue = saveRescue(installation, folder.pathOf(''))
      if (!rescue.ok) return rescue
      saved.to = rescue.value.folder
      session.enter({ name: 'signed-out' })
      await session.settled()
      return ok(null)
    },
  }
}
