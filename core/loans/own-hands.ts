import type { OpenDayContext } from '../decision/context.ts'
import { secondPerson } from '../decision/second-person.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Loan } from './loan.ts'

type Hands = Pick<Loan, 'appliedBy' | 'paidOutBy'>

/** Who drafted the loan, worked on the draft, handed it in or paid it out. */
export const hadAHandIn = ({ appliedBy, paidOutBy }: Hands, staffId: string): boolean =>
  [...appliedBy, ...paidOutBy].includes(staffId)

/** Of the people who sign what is given up of a loan, one at least has had no hand in it: loan-own-application. Rule: L43. */
export function checkOthersSign(loan: Hands, context: OpenDayContext): Result<null, Refusal> {
  const second = secondPerson(context)
  const isOwn = second && [context.actor, second].every(({ staffId }) => hadAHandIn(loan, staffId))
  return isOwn ? refuse({ type: 'loan-own-application' }) : ok(null)
}
