import type { Database } from 'better-sqlite3'
import { addDays, businessDate, daysBetween } from '../calendar/business-date.ts'
import type { CloseStep } from '../close-of-business/close-of-business-commands.ts'
import { dueDate, dueThrough, nextStep } from '../command/load-close-of-business.ts'
import type { Context } from '../decision/context.ts'
import { accountsToCloseCount, closesOn, newestClose, newestDatesClosed } from '../storage/close-of-business.ts'
import { loansToCloseCount } from '../storage/loans-to-close.ts'
import type { CloseOfBusinessAnswer } from './close-answers.ts'

const datesShown = 14

/** How far the close of business has come, from the books alone; whether it is running the engine knows. */
export function closeAnswer(db: Database, { device }: Pick<Context, 'device'>): CloseOfBusinessAnswer {
  const dates = newestDatesClosed(db, device.logNo, datesShown)
  const newest = newestClose(db, device.logNo)
  const closed = newest && (newest.isLast === 1 ? newest.date : addDays(businessDate(newest.date), -1))
  const due = dueOf(db, { device })
  return {
    state: due ? 'due' : 'nothing-due',
    ...(closed ? { closedThrough: businessDate(closed) } : {}),
    ...(due ? { due } : {}),
    dates: dates.map(({ date, isLast, accounts, failed }) => ({
      date: businessDate(date),
      isDone: isLast === 1,
      accounts,
      failed,
    })),
  }
}

function dueOf(db: Database, at: Pick<Context, 'device'>): CloseOfBusinessAnswer['due'] | null {
  const date = dueDate(db, at)
  const through = dueThrough(db, at)
  if (!date || !through) return null
  const { logId, logNo } = at.device
  const pieces = closesOn(db, logNo, date)
  const doneIn = (wanted: CloseStep): number =>
    pieces.reduce((sum, { step, accounts }) => (step === wanted ? sum + accounts : sum), 0)
  const step = nextStep(db, date, at)
  const loans = step === 'accounts' ? doneIn('loans') : loansToCloseCount(db, { log: logId, date })
  return {
    date,
    step,
    through,
    dates: daysBetween(date, through) + 1,
    done: doneIn('loans') + doneIn('accounts'),
    accounts: accountsToCloseCount(db, { log: logId, date }) + loans,
  }
}
