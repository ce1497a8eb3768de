import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { lastDayOf, type Period } from '../../../core/calendar/period.ts'
import type { PostJournal } from '../../../core/manual-journals/journal-commands.ts'
import type { Branch } from '../branch.ts'
import { foreign } from './foreign.ts'

/** Bad debts are expected, and salaries owed, as of a day: what the accountant adds before a month is closed. */
function accrue({ must, currency }: Branch, valueDate: BusinessDate, amountMinor: bigint): void {
  const lines: PostJournal['lines'] = [
    { account: '5410', side: 'debit', currency, amountMinor },
    { account: '2270', side: 'credit', currency, amountMinor },
  ]
  must('accountant', { type: 'journal.post', purpose: 'accrual', lines, valueDate }, 'manager')
}

/** On a day of the next month: positions are revalued as of the last day, costs accrued, and the month closed; March a second time. */
export function endMonth(branch: Branch, month: Period): void {
  const { must } = branch
  const lastDay = lastDayOf(month)
  for (const currency of foreign) must('accountant', { type: 'fx.revalue', currency, asOf: lastDay }, 'manager')
  accrue(branch, lastDay, 1_234_567n)
  must('accountant', { type: 'period.close', period: month }, 'manager')
  if (!month.endsWith('-03')) return
  must('accountant', { type: 'period.reopen', period: month, reason: 'late-records' }, 'manager')
  accrue(branch, lastDay, 89_012n)
  must('accountant', { type: 'period.close', period: month }, 'manager')
}

/** The year is closed, opened once more for what came late, and closed again. */
export function endYear(branch: Branch, lastMonth: Period): void {
  const { must } = branch
  const year = Number(lastMonth.slice(0, 4))
  must('accountant', { type: 'year.close', year }, 'manager')
  must('accountant', { type: 'year.reopen', year, reason: 'audit' }, 'manager')
  must('accountant', { type: 'period.reopen', period: lastMonth, reason: 'audit' }, 'manager')
  accrue(branch, lastDayOf(lastMonth), 34_567n)
  must('accountant', { type: 'period.close', period: lastMonth }, 'manager')
  must('accountant', { type: 'year.close', year }, 'manager')
}
