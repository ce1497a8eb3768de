import type { Database } from 'better-sqlite3'
import { assert, present } from '../assert.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { loanApproved, loanConditionMet } from '../loans/loan-records.ts'
import { loanSteps } from './loan-steps.ts'
import { recordByPosition } from './records.ts'

/** A condition under which a loan was approved. */
interface LoanCondition {
  readonly approval: JournalRecord
  /** What says that it is met; null while nothing does. */
  readonly met: JournalRecord | null
}

/** The conditions of an application as it was handed in last, the oldest first. Rule: L83. */
export function conditionsOf(db: Database, loanId: string): readonly LoanCondition[] {
  const steps = loanSteps(db, loanId).map(
    position => present(recordByPosition(db, position), 'a step of an application is a record').record,
  )
  const since = steps.slice(steps.findLastIndex(({ type }) => type === 'loan.drafted'))
  const met = since.filter(({ type }) => type === 'loan.condition-met')
  return since
    .filter(({ type, body }) => type === 'loan.approved' && loanApproved.parse(body).isConditional)
    .map(approval => ({ approval, met: met.find(({ body }) => isOf(approval, body)) ?? null }))
}

function isOf({ log, seq }: JournalRecord, body: JournalRecord['body']): boolean {
  const { approval } = loanConditionMet.parse(body)
  return approval.log === log && approval.seq === seq
}

/** The approvals whose conditions are not met. */
export const openConditions = (db: Database, loanId: string): readonly RecordRef[] =>
  conditionsOf(db, loanId).flatMap(({ approval: { log, seq }, met }) => (met ? [] : [{ log, seq }]))

/** Asserts that the condition that a record says is met was open. It is a step of its own, and needs no more. */
export function expectOpen(db: Database, { record }: { readonly record: JournalRecord }): void {
  const { loanId, approval } = loanConditionMet.parse(record.body)
  const isOpen = openConditions(db, loanId).some(({ log, seq }) => log === approval.log && seq === approval.seq)
  assert(isOpen, 'a condition that is met was open')
}
