import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { dueDate, dueDates, frequencies, nextDueDate } from '../../../core/manual-journals/recurrence.ts'
import { recurringDueAnswer } from '../../../core/query/template-answers.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { recordAt } from '../../../core/storage/records.ts'
import type { Branch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openBranch } from './journal-lines.ts'

const depreciation = {
  type: 'journal-template.save' as const,
  name: 'Depreciation',
  purpose: 'depreciation' as const,
  currency: 'KES' as const,
  lines: [
    { account: '5410', side: 'debit' as const, shareBp: 10_000 },
    { account: '1330', side: 'credit' as const, shareBp: 10_000 },
  ],
}
const monthly = { type: 'recurring-journal.save', totalMinor: 7_000n, frequency: 'monthly' } as const
const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

/** A branch on 2 April with a depreciation due on the last day of each month since January, agreed by two people. */
function withDepreciation(over: { times?: number; endsOn?: ReturnType<typeof businessDate> } = {}) {
  const branch = openBranch('2026-04-02')
  const { templateId = '' } = branch.must('accountant', depreciation).created
  const startsOn = businessDate('2026-01-31')
  const saved = branch.must('accountant', { ...monthly, templateId, startsOn, ...over }, 'manager')
  return { branch, templateId, recurringId: saved.created.recurringId ?? '' }
}

const due = ({ books, desk }: Branch) => recurringDueAnswer(books.db, loadContext(books, desk('accountant')), undefined)
const run = (recurringId: string, dueOn: string) =>
  ({ type: 'recurring-journal.run', recurringId, dueOn: businessDate(dueOn) }) as const

test('[G8] what is due is posted date by date, each once, at the ends of months', () => {
  const { branch, recurringId } = withDepreciation()
  expect(due(branch).map(({ dueOn }) => dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  for (const { key, dueOn } of due(branch)) {
    const done = branch.must('accountant', { ...run(recurringId, dueOn), key })
    expect(recordAt(branch.books.db, done.record)?.record).toMatchObject({
      type: 'journal.posted',
      businessDate: '2026-04-02',
      valueDate: dueOn,
    })
    expect(branch.must('accountant', { ...run(recurringId, dueOn), key })).toMatchObject({ replayed: true })
  }
  expect(due(branch)).toEqual([])
  expect(ledgerBalances(branch.books.db, '5410')).toMatchObject([{ debitMinor: 21_000n }])
  expect(
    expectRefusal(branch.execute('accountant', run(recurringId, '2026-03-31')), 'recurring-not-due').nextDate,
  ).toBe('2026-04-30')
  expectBooksToBalance(branch)
})

test('[G8] a date that counts from today, after its period', () => {
  const { branch, recurringId } = withDepreciation()
  const done = branch.must('accountant', { ...run(recurringId, '2026-01-31'), valueOn: 'today' as const })
  expect(recordAt(branch.books.db, done.record)?.record.valueDate).toBe('2026-04-02')
  expectBooksToBalance(branch)
})

test.each([
  // who, with whom                          what                       expected, in order of precedence
  ['officer', undefined, { templateId: unknown }, 'not-permitted'],
  ['accountant', undefined, { templateId: unknown, branchId: unknown }, 'template-unknown'],
  ['accountant', undefined, { branchId: unknown, totalMinor: undefined }, 'branch-unknown'],
  ['accountant', undefined, { totalMinor: undefined }, 'template-incomplete'],
  ['accountant', undefined, {}, 'approval-needed'],
  ['accountant', 'officer', {}, 'approval-needed'],
  ['accountant', 'manager', {}, 'posted'],
] as const)('[G8] agreed by the %s and the %s with %o: %s', (role, second, over, expected) => {
  const branch = openBranch()
  const { templateId = '' } = branch.must('accountant', depreciation).created
  const { totalMinor, ...rest } = { ...monthly, templateId, startsOn: businessDate('2026-03-31'), ...over }
  const command = { ...rest, ...(totalMinor === undefined ? {} : { totalMinor }) }
  expect(outcomeType(branch.execute(role, command, second))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  // date                                 when                        expected
  ['2026-02-28', 'before the first', 'recurring-not-due'],
  ['2026-01-31', 'once', 'posted'],
] as const)('[G8] running %s %s: %s', (dueOn, _when, expected) => {
  const { branch, recurringId } = withDepreciation()
  expect(outcomeType(branch.execute('accountant', run(recurringId, dueOn)))).toBe(expected)
  expectRefusal(branch.execute('accountant', run(unknown, dueOn)), 'recurring-unknown')
  expectBooksToBalance(branch)
})

test('[G8] no date is posted before its day, by whoever', () => {
  const { branch, recurringId } = withDepreciation()
  for (const dueOn of ['2026-01-31', '2026-02-28', '2026-03-31']) branch.must('accountant', run(recurringId, dueOn))
  expectRefusal(branch.execute('head-office', run(recurringId, '2026-04-30')), 'recurring-not-due')
  expectBooksToBalance(branch)
})

test.each([
  ['after two times', { times: 2 }],
  ['on its last day', { endsOn: businessDate('2026-03-30') }],
] as const)('[G8] a recurring journal ends %s', (_how, over) => {
  const { branch, recurringId } = withDepreciation(over)
  for (const dueOn of ['2026-01-31', '2026-02-28']) branch.must('accountant', run(recurringId, dueOn))
  expect(due(branch)).toEqual([])
  expectRefusal(branch.execute('accountant', run(recurringId, '2026-03-31')), 'recurring-ended')
  expectRefusal(branch.execute('accountant', { type: 'recurring-journal.stop', recurringId }), 'recurring-ended')
  expectBooksToBalance(branch)
})

test('[G8] one that is stopped posts no more, and one keeps the version of its template', () => {
  const { branch, templateId, recurringId } = withDepreciation()
  branch.must('accountant', {
    ...depreciation,
    templateId,
    lines: depreciation.lines.map(line => ({ ...line, account: '1380' })),
  })
  branch.must('accountant', { type: 'journal-template.retire', templateId })
  branch.must('accountant', run(recurringId, '2026-01-31'))
  expect(ledgerBalances(branch.books.db, '1330')).toMatchObject([{ creditMinor: 7_000n }])
  branch.must('accountant', { type: 'recurring-journal.stop', recurringId })
  expect(due(branch)).toEqual([])
  expectRefusal(branch.execute('accountant', run(recurringId, '2026-02-28')), 'recurring-ended')
  expectBooksToBalance(branch)
})

test('[G8] an account that was closed since stands against the next date, by its line', () => {
  const { branch, recurringId } = withDepreciation()
  branch.must('accountant', { type: 'chart.change-account', code: '1330', isClosed: true })
  expect(
    expectRefusal(branch.execute('accountant', run(recurringId, '2026-01-31')), 'ledger-account-closed'),
  ).toMatchObject({ account: '1330', line: 1 })
  expectBooksToBalance(branch)
})

const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map(date => businessDate(date.toISOString().slice(0, 10)))

test('[G8] due dates rise, and never drift from the day they began on', () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom(...frequencies),
      fc.integer({ min: 1, max: 40 }),
      (startsOn, frequency, times) => {
        const recurrence = { frequency, startsOn, endsOn: null, times }
        const dates = dueDates(recurrence, 0, { upTo: businessDate('2199-01-01'), limit: 100 })
        expect(dates).toEqual(Array.from({ length: times }, (_, number) => dueDate(recurrence, number)))
        expect(dates).toEqual([...new Set(dates)].toSorted())
        expect(nextDueDate(recurrence, times)).toBe(null)
        if (frequency.endsWith('ly') && !/week|fortnight/.test(frequency))
          for (const date of dates) {
            const lastDay = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
            expect(Number(date.slice(8))).toBe(Math.min(Number(startsOn.slice(8)), lastDay))
          }
      },
    ),
    { seed: 13, numRuns: 300 },
  )
})
