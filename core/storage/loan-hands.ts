import type { Database } from 'better-sqlite3'
import type { Loan } from '../loans/loan.ts'
import { prepared } from './run.ts'

/** What a person did about a loan that others then decide on: drafted it, worked on it or handed it in; paid it out. */
type Deed = 'applied' | 'paid-out'

const insertHand = prepared<{ loanId: string; deed: Deed; staffId: string }, unknown>((db, param) =>
  db
    .insertInto('loan_hand')
    .values({ loan_id: param('loanId'), deed: param('deed'), staff_id: param('staffId') })
    .onConflict(conflict => conflict.doNothing()),
)

const hands = prepared<{ loanId: string }, { deed: string; staff_id: string }>((db, param) =>
  db
    .selectFrom('loan_hand')
    .select(['deed', 'staff_id'])
    .where('loan_id', '=', param('loanId'))
    .orderBy('deed')
    .orderBy('staff_id'),
)

export const noteHand = (db: Database, loanId: string, deed: Deed, staffId: string): void => {
  insertHand.run(db, { loanId, deed, staffId })
}

/** Who ever had a hand in a loan, each person once. */
export function handsIn(db: Database, loanId: string): Pick<Loan, 'appliedBy' | 'paidOutBy'> {
  const all = hands.all(db, { loanId })
  const of = (deed: Deed) => all.filter(one => one.deed === deed).map(({ staffId }) => staffId)
  return { appliedBy: of('applied'), paidOutBy: of('paid-out') }
}
