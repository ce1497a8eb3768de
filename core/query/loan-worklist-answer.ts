import type { Database } from 'better-sqlite3'
import { daysBetween } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { type Worklist, worklists } from '../loans/worklist.ts'
import { countWork, dueBy, type WorkOf, workOn } from '../storage/loan-worklists.ts'
import { summaryOf } from './loan-answer.ts'
import type { WorkRow } from './loan-answers.ts'
import type { Query } from './query.ts'

const workOf = ({ actor, device }: Context): WorkOf =>
  actor.role === 'officer' ? { officer: actor.staffId } : { log: device.logId }

/** The loans that the person has to see to, with what has fallen due of each by today. Rule: W63. */
export function worklistAnswer(
  db: Database,
  context: Context,
  { list, limit }: Extract<Query, { type: 'loan-worklist' }>,
): readonly WorkRow[] {
  const today = dayAtHand(context)
  return workOn(db, list, { of: workOf(context), today, limit }).map(row => {
    const summary = summaryOf(row)
    const oldest = summary.next?.dueOn
    return {
      ...summary,
      dueMinor: dueBy(db, row.loanId, today),
      daysPastDue: oldest && oldest < today ? daysBetween(oldest, today) : 0,
    }
  })
}

/** How many there are in each list. Rule: W63. */
export function loansToSee(db: Database, context: Context): Readonly<Record<Worklist, number>> {
  const asked = { of: workOf(context), today: dayAtHand(context) }
  const counts = worklists.map(list => [list, countWork(db, list, asked)] as const)
  return Object.fromEntries(counts) as Record<Worklist, number>
}
