import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { dueDates } from '../manual-journals/recurrence.ts'
import { linesToCome, nextDueOf, recurringKey } from '../manual-journals/recurring.ts'
import { recurringJournals } from '../storage/journal-templates.ts'
import { branchRows } from '../storage/reference.ts'
import type { RecurringAnswer, RecurringDueAnswer } from './ledger-answers.ts'

/** Every journal that recurs or did: what it posts, how often it was posted, and when it is due next. */
export function recurringAnswer(db: Database): readonly RecurringAnswer[] {
  const branches = branchRows(db)
  return recurringJournals(db).map(recurring => {
    const nextDate = nextDueOf(recurring)
    const { recurringId, templateId, name, branchId, recurrence, posted, isStopped } = recurring
    const { frequency, startsOn, endsOn, times } = recurrence
    return {
      recurringId,
      templateId,
      name,
      branchName: branches.find(branch => branch.branchId === branchId)?.name ?? '',
      frequency,
      startsOn,
      posted,
      isStopped,
      lines: linesToCome(recurring),
      ...(endsOn === null ? {} : { endsOn }),
      ...(times === null ? {} : { times }),
      ...(nextDate === null ? {} : { nextDate }),
    }
  })
}

/** At most so many dates of one journal are listed; the rest follow when they are posted. */
const datesMax = 60

/** What is due on a day and not posted yet, oldest first, each date with the key under which it is posted. */
export function recurringDueAnswer(
  db: Database,
  context: Context,
  upTo: BusinessDate | undefined,
): readonly RecurringDueAnswer[] {
  const until = upTo ?? dayAtHand(context)
  return recurringJournals(db)
    .filter(({ isStopped }) => !isStopped)
    .flatMap(recurring =>
      dueDates(recurring.recurrence, recurring.posted, { upTo: until, limit: datesMax }).map(dueOn => ({
        recurringId: recurring.recurringId,
        name: recurring.name,
        dueOn,
        key: recurringKey(recurring.recurringId, dueOn),
        lines: linesToCome(recurring),
      })),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
