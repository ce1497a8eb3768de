import { present } from '../assert.ts'
import { utf8 } from '../crypto/hash.ts'
import type { Grant, OpenDayContext } from '../decision/context.ts'
import type { Decision, PlainBlob } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { secondPerson } from '../decision/second-person.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import type { LoanStep } from '../refusals/loan-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkApplication, type Standing } from './check-application.ts'
import { checkMeans, type MeansState } from './check-means.ts'
import { checkLoan, custodyOfLoan, type Loan } from './loan.ts'
import type {
  ApproveLoan,
  CancelLoan,
  MeetLoanCondition,
  RejectLoan,
  SubmitLoan,
  WithdrawLoan,
} from './loan-commands.ts'

export interface ApplicationState extends MeansState {
  readonly loan: Loan
  readonly standing: Standing
}

const moved = (
  { loan }: Pick<ApplicationState, 'loan'>,
  type: string,
  body: Readonly<Record<string, unknown>> = {},
  note?: string,
): Decision => ({
  type,
  class: 'decision',
  entries: [],
  body: { loanId: loan.loanId, ...body },
  custody: [custodyOfLoan(loan)],
  ...noteBlob(note, loan.clientId),
})

function stepped(
  state: Pick<ApplicationState, 'loan'>,
  step: LoanStep,
  { device }: OpenDayContext,
  decide: () => Result<Decision, Refusal>,
): Result<Decision, Refusal> {
  const possible = checkLoan(state.loan, step, device.logId)
  return possible.ok ? decide() : possible
}

/** The reason for which a loan is lent beyond what the household can bear, sealed under the borrower. */
export const beyondMeansBlob = 'beyond-means'

/** A step of an application that is sound, said to be beyond the household's means where it is. Refuses what `checkApplication` and `checkMeans` refuse. */
function soundly(
  { loan, standing, ...means }: ApplicationState,
  reason: string | undefined,
  { businessDate }: OpenDayContext,
  step: () => Decision,
): Result<Decision, Refusal> {
  const sound = checkApplication(loan, standing, businessDate)
  if (!sound.ok) return sound
  const bearing = checkMeans(loan, means, reason)
  if (!bearing.ok) return bearing
  const decided = step()
  if (!bearing.value.isBeyond || reason === undefined) return ok(decided)
  const blob = { name: beyondMeansBlob, subject: loan.clientId, content: utf8(reason) }
  return ok(withBlob({ ...decided, body: { ...decided.body, beyondMeans: true } }, blob))
}

/** Hands a draft in. Refuses what `soundly` refuses. Rules: L30, L52. */
export const submitLoan = (
  state: ApplicationState,
  { beyondMeans }: SubmitLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  stepped(state, 'submit', context, () => soundly(state, beyondMeans, context, () => moved(state, 'loan.submitted')))

/** How many people have to approve so much. */
export function peopleNeeded({ product, agreement }: Pick<Loan, 'product' | 'agreement'>): number {
  const { approvalLevels } = product.conditions
  const level = approvalLevels.find(({ upToMinor }) => upToMinor === undefined || agreement.principalMinor <= upToMinor)
  return present(level ?? approvalLevels.at(-1), 'a product has a level').people
}

export interface ApprovalState extends ApplicationState {
  /** Whether the amount is within the person's own limit. */
  readonly mayDecide: (person: Grant) => boolean
}

/**
 * Approves an application: by people who neither drafted it, worked on the draft nor handed it in, each once, as many as its amount needs; a second person who
 * signs counts as one, and nobody counts whose own limit the amount is beyond. Refuses loan-own-application, then what may have changed since it was handed in. Rules: L30, L35, L52.
 */
export const approveLoan = (
  state: ApprovalState,
  { note, condition, beyondMeans }: ApproveLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  stepped(state, 'approve', context, () => {
    const { loan, mayDecide } = state
    const signing = [context.actor, secondPerson(context)].filter(person => person !== null)
    const before = [...loan.appliedBy, ...loan.approvedBy]
    if (signing.some(({ staffId }) => before.includes(staffId))) return refuse({ type: 'loan-own-application' })
    const people = signing.filter(mayDecide).map(({ staffId }) => staffId)
    const missing = peopleNeeded(loan) - loan.approvedBy.length - people.length
    const body = { approvedBy: people, missing: missing > 0 ? missing : 0 }
    return soundly(state, beyondMeans, context, () =>
      condition === undefined
        ? moved(state, 'loan.approved', body, note)
        : withBlob(
            moved(state, 'loan.approved', { ...body, isConditional: true }, note),
            conditionBlob(loan, condition),
          ),
    )
  })

const withBlob = (decision: Decision, blob: PlainBlob): Decision => ({
  ...decision,
  blobs: [...(decision.blobs ?? []), blob],
})

/** Under what a loan was approved, sealed under the borrower. */
export const conditionBlobName = 'condition'
const conditionBlob = ({ clientId }: Loan, condition: string): PlainBlob => ({
  name: conditionBlobName,
  subject: clientId,
  content: utf8(condition),
})

export interface ConditionState {
  readonly loan: Loan
  /** The approvals whose conditions are not met. */
  readonly openConditions: readonly RecordRef[]
}

/** Says that what an approval was given under is so. Refuses field-invalid for a condition that is not open. Rules: L30, L83. */
export const meetCondition = (
  state: ConditionState,
  { approval, note }: MeetLoanCondition,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  stepped(state, 'meet-condition', context, () =>
    state.openConditions.some(({ log, seq }) => log === approval.log && seq === approval.seq)
      ? ok(moved(state, 'loan.condition-met', { approval }, note))
      : refuse({ type: 'field-invalid', field: 'approval', rule: 'not-known-here' }),
  )

/** Rule: L30. */
export const rejectLoan = (
  state: ApplicationState,
  { reason, note }: RejectLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  stepped(state, 'reject', context, () => ok(moved(state, 'loan.rejected', { reason }, note)))

/** Rule: L30. */
export const withdrawLoan = (
  state: ApplicationState,
  { note }: WithdrawLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> => stepped(state, 'withdraw', context, () => ok(moved(state, 'loan.withdrawn', {}, note)))

/** Rule: L30. */
export const cancelLoan = (
  state: ApplicationState,
  { note }: CancelLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> => stepped(state, 'cancel', context, () => ok(moved(state, 'loan.cancelled', {}, note)))
