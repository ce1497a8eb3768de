import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { cashSheetModel } from '../../../core/documents/cash-sheet.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault, endDay } from '../../support/end-day.ts'

const standingOn = ({ books, desk }: Branch, date: string) =>
  cashSheetModel(books, desk('manager'), businessDate(date), 'en-KE').standing

function drawerClosed(): Branch {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 20]) })
  return branch
}

test('[D19] the sheet of a day says that it is open, or by whom it was closed', () => {
  const branch = drawerClosed()
  expect(standingOn(branch, '2026-03-01')).toEqual({ state: 'no-day' })
  expect(standingOn(branch, '2026-03-02')).toEqual({ state: 'open' })
  endDay(branch)
  expect(standingOn(branch, '2026-03-02')).toEqual({
    state: 'closed',
    closedBy: 'Amina Yusuf',
    isOverUncounted: false,
  })
  expectBooksToBalance(branch)
})

test('[D19][B4] the sheet of a day that was closed over an uncounted vault says so for good, with who signed', () => {
  const branch = drawerClosed()
  branch.must('officer', { type: 'day.close' }, 'manager')
  const standing = {
    state: 'closed',
    closedBy: 'Amina Yusuf',
    secondPersonName: 'Daniel Otieno',
    isOverUncounted: true,
  }
  expect(standingOn(branch, '2026-03-02')).toEqual(standing)
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  countVault(branch)
  expect(standingOn(branch, '2026-03-02')).toEqual(standing)
  expectBooksToBalance(branch)
})
