import { businessDate } from '../../../core/calendar/business-date.ts'
import { type Period, period } from '../../../core/calendar/period.ts'
import type { PostJournal } from '../../../core/manual-journals/journal-commands.ts'
import { type Branch, type BranchOptions, makeBranch } from '../../support/branch.ts'
import { credit, debit } from '../manual-journals/journal-lines.ts'

/** A branch that was founded on the fifth of January, with its first day open. */
export function openedInJanuary(options: BranchOptions = {}): Branch {
  const branch = makeBranch({ start: '2026-01-05T07:00:00.000Z', ...options })
  branch.must('manager', { type: 'day.open', date: businessDate('2026-01-05') })
  return branch
}

/** Ends the open day and begins another, by the clock as by the books. */
export function goOnTo({ environment, must }: Branch, date: string): void {
  must('manager', { type: 'day.close' })
  environment.setClock(`${date}T07:00:00.000Z`)
  must('manager', { type: 'day.open', date: businessDate(date) })
}

export const closing = (month: string) => ({ type: 'period.close', period: period(month) }) as const
export const reopening = (month: string | Period) =>
  ({ type: 'period.reopen', period: period(month), reason: 'mistake' }) as const

export const closeMonth = ({ must }: Branch, month: string) => must('accountant', closing(month), 'manager')

const pairOf = (debited: string, credited: string, amountMinor: bigint): PostJournal['lines'] => [
  debit(debited, amountMinor),
  credit(credited, amountMinor),
]

/** Fees that were earned, and rent that was spent, as of a day. */
export function earn({ must }: Branch, amountMinor: bigint, day: string): void {
  const valueDate = businessDate(day)
  const lines = pairOf('1130', '4200', amountMinor)
  must('accountant', { type: 'journal.post', purpose: 'income', lines, valueDate }, 'manager')
}
export function spend({ must }: Branch, amountMinor: bigint, day: string): void {
  const valueDate = businessDate(day)
  const lines = pairOf('5400', '1130', amountMinor)
  must('accountant', { type: 'journal.post', purpose: 'expense', lines, valueDate }, 'manager')
}
