import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { parseInput } from '../../../core/engine/parse-input.ts'
import { setCalendarSchema } from '../../../core/institution/working-calendar.ts'
import { offeredLife } from '../../../core/loans/offered-life.ts'
import { restDayRules } from '../../../core/products/loan-schedule-terms.ts'
import { loadLoan } from '../../../core/storage/loans.ts'
import { compareProjections, rebuildProjections } from '../../../core/storage/rebuild.ts'
import { calendarOf, workingCalendar } from '../../../core/storage/working-calendar.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { approvedLoan, draftLoan, type LoanAsked, loanOf, paidOutLoan } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

type SetCalendar = Omit<CommandOf<'calendar.set'>, 'key'>

const holiday = (on: string, name = 'Feast') => ({ on: businessDate(on), name })
const sundays: SetCalendar = { type: 'calendar.set', restDays: ['sunday'], holidays: [] }
/** 2 April 2026 is a Thursday, 2 May a Saturday, 2 June a Tuesday. */
const easter: SetCalendar = {
  ...sundays,
  restDays: ['saturday', 'sunday'],
  holidays: [holiday('2026-06-02', 'Madaraka Day'), holiday('2026-04-02')],
}

const template = templateProduct('loan')
const byRule = (restDays: (typeof restDayRules)[number]): LoanAsked => ({
  product: { dueDates: { ...template.dueDates, restDays } },
  installments: 3,
})
const monthly = byRule('following')

const dueDays = ({ branch }: { readonly branch: Branch }) =>
  branch.books.db.prepare('SELECT due_on FROM loan_installment ORDER BY number').pluck().all()

const principalOf = ({ branch }: { readonly branch: Branch }) =>
  branch.books.db.prepare('SELECT sum(principal_minor) FROM loan_installment').pluck().get()

test.each([
  ['manager', 'not-permitted'],
  ['officer', 'not-permitted'],
  ['head-office', 'posted'],
] as const)('[P12] the days on which nobody works are set by %s: %s', (role, expected) => {
  const branch = makeBranch()
  expect(outcomeType(branch.execute(role, easter))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[P12] the newest calendar holds as a whole, in the order of its days, and a rebuild makes the same', () => {
  const branch = makeBranch()
  const { db } = branch.books
  expect(workingCalendar(db)).toEqual({ restDays: [], holidays: [] })
  branch.must('head-office', { ...easter, restDays: ['sunday', 'saturday'] })
  expect(workingCalendar(db)).toEqual({
    restDays: ['saturday', 'sunday'],
    holidays: [holiday('2026-04-02'), holiday('2026-06-02', 'Madaraka Day')],
  })
  branch.must('head-office', { ...sundays, holidays: [holiday('2026-12-25')] })
  const said = workingCalendar(db)
  expect(said).toEqual({ restDays: ['sunday'], holidays: [holiday('2026-12-25')] })
  expect(compareProjections(branch.books)).toEqual([])
  rebuildProjections(branch.books)
  expect(workingCalendar(db)).toEqual(said)
  expectBooksToBalance(branch)
})

const everyDayOf = (year: number) =>
  Array.from({ length: 61 }, (_, day) => holiday(new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)))

test.each<readonly [Partial<SetCalendar>, field: string, rule: string]>([
  [{ restDays: ['friday', 'saturday', 'sunday', 'monday'] }, 'restDays', 'too-many'],
  [{ restDays: ['sunday', 'sunday'] }, 'restDays', 'said-before'],
  [{ holidays: [holiday('2026-12-25'), holiday('2026-12-25', 'Christmas')] }, 'holidays', 'said-before'],
  [{ holidays: everyDayOf(2027) }, 'holidays', 'too-many'],
  [{ holidays: [holiday('2026-12-25', ' ')] }, 'holidays.0.name', 'empty'],
])('[P12] a calendar such as %o is refused by its %s: %s', (over, field, rule) => {
  const key = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(expectRefusal(parseInput(setCalendarSchema, { ...sundays, ...over, key }), 'field-invalid')).toMatchObject({
    field,
    rule,
  })
})

test('[P12] what head office says reaches another device, and what is offered there', async () => {
  const head = await connectedBranch()
  const { clientId } = openForBusiness(head.branch)
  head.branch.must('head-office', easter)
  const invite = { type: 'device.invite', staffId: head.branch.desk('officer').staffId } as const
  const invitation = head.branch.must('head-office', invite).created.invitation ?? ''
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  expect(workingCalendar(second.books.db)).toEqual(workingCalendar(head.branch.books.db))
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const productId = 'microfinance-business-loan'
  const { loanId = '' } = second.must({ type: 'loan.draft', clientId, productId, principalMinor: 1_000_000n })
  const drafted = loadLoan(second.books.db, loanId)
  const life = drafted && offeredLife(drafted, calendarOf(second.books.db))
  expect(life?.installments.slice(0, 3).map(({ dueOn }) => dueOn)).toEqual(['2026-04-03', '2026-05-04', '2026-06-03'])
  head.branch.must('head-office', sundays)
  for (const { client } of [head, second]) await client.syncNow()
  expect(workingCalendar(second.books.db)).toEqual({ restDays: ['sunday'], holidays: [] })
  await head.server.close()
  removeFolder(head.server.folder)
})

test.each([
  ['leave', ['2026-04-02', '2026-05-02', '2026-06-02']],
  ['following', ['2026-04-03', '2026-05-04', '2026-06-03']],
  ['modified-following', ['2026-04-03', '2026-05-04', '2026-06-03']],
  ['preceding', ['2026-04-01', '2026-05-01', '2026-06-01']],
  ['next-repayment', ['2026-07-02', '2026-09-02', '2026-10-02']],
] as const)('[P13] a loan that is paid out is due by its product on days of rest: %s', (rule, days) => {
  const branch = makeBranch()
  branch.must('head-office', easter)
  const lending = paidOutLoan(branch, byRule(rule))
  expect(dueDays(lending)).toEqual(days)
  expect(principalOf(lending)).toBe(1_000_000)
  expectLoanBooked(lending)
})

test('[P13] a loan keeps the days that it was paid out with; what is only offered follows the newest calendar', () => {
  const branch = makeBranch()
  const lending = paidOutLoan(branch, monthly)
  const offered = { branch, loanId: draftLoan(branch, lending.clientId, monthly) }
  const offeredDays = () => offeredLife(loanOf(offered), calendarOf(branch.books.db)).installments.map(one => one.dueOn)
  const before = ['2026-04-02', '2026-05-02', '2026-06-02']
  expect([dueDays(lending), offeredDays()]).toEqual([before, before])
  branch.must('head-office', easter)
  expect([dueDays(lending), offeredDays()]).toEqual([before, ['2026-04-03', '2026-05-04', '2026-06-03']])
  rebuildProjections(branch.books)
  expect(dueDays(lending)).toEqual(before)
  expectLoanBooked(lending)
})

test('[P13] a loan that was approved is due by the calendar of the day on which it is paid out', () => {
  const lending = approvedLoan(makeBranch(), monthly)
  const { branch, loanId } = lending
  branch.must('head-office', easter)
  const paying = { type: 'loan.disburse', loanId, currency: branch.currency, to: { kind: 'drawer' } } as const
  branch.must('officer', { ...paying, amountMinor: 1_000_000n })
  expect(dueDays(lending)).toEqual(['2026-04-03', '2026-05-04', '2026-06-03'])
  expectLoanBooked(lending)
})

test.each(restDayRules)('[P13] daily installments fall on working days, one each, and repay it all: %s', rule => {
  const branch = makeBranch()
  branch.must('head-office', easter)
  const daily = { every: 1, unit: 'days', installments: { min: 1, default: 20, max: 60 } } as const
  const product = { dueDates: { ...template.dueDates, restDays: rule, firstAfterDays: { min: 0, max: 45 } } }
  const lending = paidOutLoan(branch, { product: { ...product, frequencies: [daily] }, installments: 40 })
  const days = loanOf(lending).dates?.dueDates ?? []
  expect([days.length, new Set(days).size]).toEqual([40, 40])
  expect(days.every(day => isWorkingDay(day, calendarOf(branch.books.db)))).toBe(rule !== 'leave')
  expect(principalOf(lending)).toBe(1_000_000)
  expectLoanBooked(lending)
})

test('[P14] an installment that is moved to a day of rest moves on as the product says, and those after it too', () => {
  const lending = paidOutLoan(makeBranch(), { ...monthly, installments: 4 })
  const { branch, loanId } = lending
  branch.must('head-office', easter)
  nextDay(lending, '2026-03-20')
  const from = businessDate('2026-05-02')
  branch.must('manager', { type: 'loan.reschedule', loanId, from, to: businessDate('2026-05-30') })
  const moved = ['2026-04-02', '2026-06-01', '2026-06-30', '2026-07-30']
  expect(dueDays(lending)).toEqual(moved)
  branch.must('head-office', { ...sundays, holidays: [holiday('2026-06-01'), holiday('2026-07-30')] })
  expect(compareProjections(branch.books)).toEqual([])
  rebuildProjections(branch.books)
  expect(dueDays(lending)).toEqual(moved)
  expect(principalOf(lending)).toBe(1_000_000)
  expectLoanBooked(lending)
})

test('[P14] moved to a day of rest before which it would have to be paid already, an installment stays', () => {
  const lending = paidOutLoan(makeBranch(), byRule('preceding'))
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-30')
  branch.must('head-office', { ...sundays, holidays: [holiday('2026-03-30'), holiday('2026-03-31')] })
  const reschedule = (to: string) =>
    branch.execute('manager', {
      type: 'loan.reschedule',
      loanId,
      from: businessDate('2026-04-02'),
      to: businessDate(to),
    })
  expect(expectRefusal(reschedule('2026-03-31'), 'field-invalid')).toMatchObject({ field: 'to', rule: 'in-the-past' })
  expect(dueDays(lending)).toEqual(['2026-04-02', '2026-05-02', '2026-06-02'])
  expect(outcomeType(reschedule('2026-04-05'))).toBe('posted')
  expect(dueDays(lending)).toEqual(['2026-04-04', '2026-05-05', '2026-06-05'])
  expectLoanBooked(lending)
})
