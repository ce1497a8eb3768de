import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ChangeGroup, FormGroup } from './group-commands.ts'

export interface FormingState {
  readonly number: string
}

/** Forms a group of clients who borrow and meet together. Rule: L49. */
export const formGroup = (
  { number }: FormingState,
  { name, meetsOn, members }: FormGroup,
  { newId }: OpenDayContext,
): Result<Decision, Refusal> =>
  ok({
    type: 'group.formed',
    class: 'decision',
    entries: [],
    body: { groupId: newId(), number, name, ...(meetsOn ? { meetsOn } : {}), members },
  })

export interface ChangingState {
  /** Members who have a loan of the group that is asked for or owed, each with its number. */
  readonly borrowing: readonly { readonly clientId: string; readonly number: string }[]
}

/** Says who a group is from now on. Refuses group-member-borrows for who would leave with a loan of the group. Rule: L49. */
export function changeGroup(
  { borrowing }: ChangingState,
  { groupId, name, meetsOn, members }: ChangeGroup,
): Result<Decision, Refusal> {
  const bound = borrowing.find(({ clientId }) => !members.includes(clientId))
  if (bound) return refuse({ type: 'group-member-borrows', number: bound.number })
  return ok({
    type: 'group.changed',
    class: 'decision',
    entries: [],
    body: { groupId, name, ...(meetsOn ? { meetsOn } : {}), members },
  })
}
