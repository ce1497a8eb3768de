import { hex } from '../crypto/hash.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readBooks } from '../storage/books.ts'
import type { Finding, FindingType } from '../verification/finding.ts'
import type { Depth, Verification } from '../verification/verification.ts'
import { verifyBySteps } from '../verification/verify-books.ts'
import { closedRefusal } from './answer.ts'
import { booksFile, type Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { refusalOfProblem } from './translate-fault.ts'

export interface VerificationAnswer {
  readonly depth: Depth
  readonly isClean: boolean
  readonly counts: Verification['counts']
  readonly findingCount: number
  /** The first of them. `where` names a place in the file: a column, line, table, account or hash. */
  readonly findings: readonly { readonly type: FindingType; readonly where: string; readonly record?: RecordRef }[]
  readonly firstBadRecord?: RecordRef
  /** How far each log goes: to be written down, and held against the next check. */
  readonly logs: readonly { readonly deviceCode: string; readonly seq: number; readonly hash: string }[]
  readonly seenByServer?: { readonly seq: number; readonly at: string }
  readonly finishedAt: string
}

const findingsShownMax = 20
const stepsPerProgress = 4

/**
 * Proves the books on a connection of its own and lets others be served in between; when the session ends, or the books are to get
 * another key, it ends. Refuses: not-permitted (audit), storage-unavailable, locked, export-ended. Rule: V18.
 */
export async function verifyInSession(
  installation: Installation,
  session: OpenSession,
  depth: Depth,
): Promise<Result<VerificationAnswer, Refusal>> {
  const refusal = notPermittedHere(session, 'audit')
  if (refusal) return refuse(refusal)
  const reading = readBooks({ file: installation.folder.pathOf(booksFile), key: session.databaseKey })
  if (!reading.ok) return refuse(refusalOfProblem(reading.refusal))
  const steps = verifyBySteps(reading.value, { depth })
  const stopped = { isGivenUp: false }
  const giveUp = (): void => {
    stopped.isGivenUp = true
    if (reading.value.db.open) reading.value.close()
  }
  session.readings.add(giveUp)
  try {
    for (let count = 0; ; count++) {
      const step = steps.next()
      if (step.done) return ok(answerOf(step.value, installation.environment.now()))
      if (count % stepsPerProgress === 0) tell(installation, session, step.value)
      await new Promise<void>(resolve => setImmediate(resolve))
      if (stopped.isGivenUp) return refuse({ type: 'export-ended' })
      if (installation.session.open() !== session) return refuse(closedRefusal(installation))
    }
  } finally {
    session.readings.delete(giveUp)
    if (reading.value.db.open) reading.value.close()
    tell(installation, session, null)
  }
}

function tell(
  { changed, session: holder }: Installation,
  session: OpenSession,
  progress: OpenSession['verification']['progress'],
): void {
  session.verification.progress = progress
  if (holder.open() === session) changed(['verification'])
}

function answerOf(verification: Verification, finishedAt: string): VerificationAnswer {
  const { depth, isClean, counts, findingCount, findings, firstBadRecord, logs, seenByServer } = verification
  return {
    depth,
    isClean,
    counts,
    findingCount,
    findings: findings.slice(0, findingsShownMax).map(plainFinding),
    ...(firstBadRecord?.record ? { firstBadRecord: firstBadRecord.record } : {}),
    logs: logs.map(({ deviceCode, seq, hash }) => ({ deviceCode, seq, hash: hash ? hex(hash) : '' })),
    ...(seenByServer ? { seenByServer } : {}),
    finishedAt,
  }
}

const plainFinding = ({ type, where, record }: Finding): VerificationAnswer['findings'][number] => ({
  type,
  where,
  ...(record ? { record } : {}),
})
