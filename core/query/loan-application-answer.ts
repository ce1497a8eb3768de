import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { decideNow } from '../command/execute.ts'
import type { JournalRecord } from '../journal/record.ts'
import { loanApproved, loanRejected } from '../loans/loan-records.ts'
import { beyondMeansBlob, conditionBlobName, peopleNeeded } from '../loans/move-application.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readBlob } from '../storage/blobs.ts'
import { groupRow } from '../storage/groups.ts'
import { openConditions } from '../storage/loan-conditions.ts'
import { loansBy } from '../storage/loan-lists.ts'
import { loanSteps } from '../storage/loan-steps.ts'
import { loadLoan } from '../storage/loans.ts'
import { noteOf } from '../storage/note-of.ts'
import { recordByPosition } from '../storage/records.ts'
import { grantById } from '../storage/reference.ts'
import { summaryOf } from './loan-answer.ts'
import type { LoanApplicationAnswer, LoanStepRow, WaitingApplication } from './loan-answers.ts'
import type { Reading } from './reader.ts'

/** Why it is lent beyond what the household can bear; nothing where it is not, an empty text where the reason cannot be opened here. */
function beyondMeans(db: Database, { body, blobs }: JournalRecord): Pick<LoanStepRow, 'beyondMeans'> {
  if (body.beyondMeans !== true) return {}
  const blob = blobs?.find(({ name }) => name === beyondMeansBlob)
  const reason = blob && readBlob(db, blob)
  return { beyondMeans: reason ? new TextDecoder().decode(reason) : '' }
}

/** Under what it was approved; an empty text where that cannot be opened here. */
function conditionOf(db: Database, { type, body, blobs }: JournalRecord): Pick<LoanStepRow, 'condition'> {
  if (type !== 'loan.approved' || !loanApproved.parse(body).isConditional) return {}
  const blob = blobs?.find(({ name }) => name === conditionBlobName)
  const said = blob && readBlob(db, blob)
  return { condition: said ? new TextDecoder().decode(said) : '' }
}

const nameOf = (db: Database, staffId: string): string => grantById(db, staffId)?.name ?? ''

/** What a record of its kind says beyond that it happened. */
function said({ type, body }: JournalRecord): Pick<LoanStepRow, 'reason' | 'missing'> {
  if (type === 'loan.rejected') return { reason: loanRejected.parse(body).reason }
  return type === 'loan.approved' ? { missing: loanApproved.parse(body).missing } : {}
}

function stepAt(db: Database, position: number): LoanStepRow {
  const { record } = present(recordByPosition(db, position), 'a step of an application is a record')
  const note = noteOf(db, record)
  return {
    record: { log: record.log, seq: record.seq },
    type: record.type,
    bookedOn: record.businessDate,
    recordedAt: record.recordedAt,
    actorName: nameOf(db, record.actor),
    ...said(record),
    ...(note ? { note } : {}),
    ...beyondMeans(db, record),
    ...conditionOf(db, record),
  }
}

/** Who hands in or approves a loan beyond what the household can bear, and why. */
export const beyondMeansOf = (db: Database, loanId: string): readonly LoanStepRow[] =>
  loanSteps(db, loanId)
    .map(position => stepAt(db, position))
    .filter(step => step.beyondMeans !== undefined)

/** What was said and decided of an application, from its draft on. Refuses loan-unknown. Rule: W62. */
export function applicationAnswer(db: Database, loanId: string): Result<LoanApplicationAnswer, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const steps = loanSteps(db, loanId).map(position => stepAt(db, position))
  const group = loan.groupId === null ? null : groupRow(db, loan.groupId)
  return ok({
    loanId,
    ...(group ? { group: { groupId: group.groupId, name: group.name } } : {}),
    steps,
    openConditions: openConditions(db, loanId),
    peopleNeeded: peopleNeeded(loan),
  })
}

/** What stands against this person's approving it now, decided by the code that would record it. */
function standsAgainst(reading: Reading, loanId: string): Refusal | undefined {
  const { context } = reading
  const decision = decideNow(reading, { type: 'loan.approve', key: context.newId(), loanId }, context)
  return decision.ok ? undefined : decision.refusal
}

/** The applications that wait for a decision, the newest first. Rule: W62. */
export function waitingApplications(reading: Reading, limit: number): readonly WaitingApplication[] {
  const { db } = reading
  return loansBy(db, 'state', 'submitted', limit).map(row => {
    const loan = present(loadLoan(db, row.loanId), 'a listed loan is there')
    const against = standsAgainst(reading, row.loanId)
    return {
      ...summaryOf(row),
      submittedByName: loan.submittedBy ? nameOf(db, loan.submittedBy) : '',
      approvedBy: loan.approvedBy.map(staffId => nameOf(db, staffId)),
      peopleNeeded: peopleNeeded(loan),
      ...(against ? { against } : {}),
    }
  })
}
