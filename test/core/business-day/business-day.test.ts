import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const open = (text: string) => ({ type: 'day.open', date: businessDate(text) }) as const

test('[B1] a day comes after the last one, whatever the clock says', () => {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  branch.must('officer', open('2026-03-02'))
  expect(expectRefusal(branch.execute('officer', open('2026-03-03')), 'day-already-open').date).toBe('2026-03-02')
  branch.must('officer', { type: 'day.close' })
  expectRefusal(branch.execute('officer', open('2026-03-02')), 'day-not-after-last')
  branch.environment.setClock('2020-01-01T00:00:00.000Z')
  expect(outcomeType(branch.execute('officer', open('2026-03-03')))).toBe('posted')
  expectBooksToBalance(branch)
})

test.each([
  ['officer', '2026-03-04', 'posted'],
  ['officer', '2026-03-05', 'day-too-far-ahead'],
  ['manager', '2026-04-02', 'posted'],
  ['manager', '2026-04-03', 'day-too-far-ahead'],
] as const)('[B2] on 2026-03-02 a %s opening %s gives %s', (role, date, expected) => {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  expect(outcomeType(branch.execute(role, open(date)))).toBe(expected)
})

test('[B3] a day is not closed over an uncounted drawer, and nothing is posted between days', () => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const [left, vault, ...more] = expectRefusal(branch.execute('officer', { type: 'day.close' }), 'cash-uncounted').cash
  expect(left).toEqual({
    kind: 'drawer',
    id: drawerId,
    name: 'Amina Yusuf',
    currency: 'KES',
    amountMinor: 2_000_000n,
    way: 'count',
  })
  expect([vault?.kind, more]).toEqual(['vault', []])
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 20]) })
  endDay(branch)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: 'KES' } as const
  expectRefusal(branch.execute('officer', deposit), 'day-not-open')
  expectRefusal(branch.execute('officer', { type: 'day.close' }), 'day-not-open')
  expectBooksToBalance(branch)
})

test('[B2][S5] the limits of a day are not walked round by opening the next one at once', () => {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  branch.must('officer', open('2026-03-02'))
  branch.must('officer', { type: 'day.close' })
  expect(expectRefusal(branch.execute('officer', open('2026-03-03')), 'day-too-far-ahead').latestDate).toBe(
    '2026-03-02',
  )
  branch.must('manager', open('2026-03-03'))
  branch.must('manager', { type: 'day.close' })
  branch.environment.setClock('2026-03-04T07:00:00.000Z')
  expect(outcomeType(branch.execute('officer', open('2026-03-04')))).toBe('posted')
})

test('[B2] who catches up with the calendar opens the day of the clock, also after an older one', () => {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  branch.environment.setClock('2026-03-04T07:00:00.000Z')
  for (const date of ['2026-03-02', '2026-03-03', '2026-03-04']) {
    branch.must('officer', open(date))
    branch.must('officer', { type: 'day.close' })
  }
  expect(expectRefusal(branch.execute('officer', open('2026-03-05')), 'day-too-far-ahead').latestDate).toBe(
    '2026-03-04',
  )
  expectBooksToBalance(branch)
})

/** Founded on 2 March 2026, with the clock set since. */
function foundedInMarch(now: string) {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  branch.environment.setClock(`${now}T07:00:00.000Z`)
  return branch
}

test.each([
  // who       the first day   gives
  ['officer', '2026-03-01', 'posted'],
  ['officer', '2026-02-28', 'day-before-founding'],
  ['manager', '2026-01-30', 'posted'],
  ['manager', '2026-01-29', 'day-before-founding'],
  ['manager', '1990-01-01', 'day-before-founding'],
] as const)('[B5] founded on 2026-03-02, a %s opening %s as the first day gives %s', (role, date, expected) => {
  const branch = foundedInMarch('2026-03-02')
  const result = branch.execute(role, open(date))
  expect(outcomeType(result)).toBe(expected)
  if (expected === 'day-before-founding')
    expect(expectRefusal(result, expected).firstDate).toBe(role === 'officer' ? '2026-03-01' : '2026-01-30')
  expectBooksToBalance(branch)
})

test.each([
  // what the clock says   who opens            the day         gives
  ['2035-01-01', 'officer', undefined, '2035-01-01', 'second-person-needed'],
  ['2035-01-01', 'officer', 'manager', '2035-01-01', 'posted'],
  ['2035-01-01', 'manager', undefined, '2035-01-01', 'posted'],
  ['2035-01-01', 'officer', undefined, '2026-03-03', 'posted'],
  ['2035-01-01', 'officer', undefined, '2026-04-02', 'posted'],
  ['2035-01-01', 'officer', undefined, '2026-04-03', 'second-person-needed'],
  ['1970-01-01', 'officer', undefined, '2026-03-03', 'posted'],
  ['1970-01-01', 'officer', 'manager', '2026-03-05', 'day-too-far-ahead'],
] as const)(
  '[B6] with the last day on 2026-03-02 and a clock at %s, the %s (with %s) opening %s gives %s',
  (now, role, second, date, expected) => {
    const branch = foundedInMarch('2026-03-02')
    branch.must('officer', open('2026-03-02'))
    branch.must('officer', { type: 'day.close' })
    branch.environment.setClock(`${now}T07:00:00.000Z`)
    expect(outcomeType(branch.execute(role, open(date), second))).toBe(expected)
    expectBooksToBalance(branch)
  },
)

/** As after a complete pull at the server's time. */
function hear({ books, desk }: ReturnType<typeof makeBranch>, at: string): void {
  books.db
    .prepare('INSERT INTO sync_server VALUES (1, ?, ?, zeroblob(32), ?, 0, 0, NULL, ?, NULL, 0)')
    .run('http://127.0.0.1', 'tumaini', desk('head-office').log.signer.publicKey, at)
}

test.each(['2036-01-01T00:00:00.000Z', '9999-12-31T20:00:00.000Z'])(
  '[B7] a server that says %s opens no day that the clock here has not come to, and hinders none',
  at => {
    const branch = foundedInMarch('2026-03-02')
    hear(branch, at)
    for (const role of ['officer', 'manager'] as const)
      expectRefusal(branch.execute(role, open('2036-01-02')), 'day-too-far-ahead')
    expect(outcomeType(branch.execute('officer', open('2026-03-02')))).toBe('posted')
    expectBooksToBalance(branch)
  },
)

test('[B6] what the server said of the time counts as known: after a long pause nobody else is needed', () => {
  const branch = foundedInMarch('2026-03-02')
  branch.must('officer', open('2026-03-02'))
  branch.must('officer', { type: 'day.close' })
  branch.environment.setClock('2026-06-01T07:00:00.000Z')
  expectRefusal(branch.execute('officer', open('2026-06-01')), 'second-person-needed')
  hear(branch, '2026-05-31T16:00:00.000Z')
  expectRefusal(branch.execute('officer', open('2026-03-03')), 'second-person-needed')
  expect(outcomeType(branch.execute('officer', open('2026-06-01')))).toBe('posted')
  expectBooksToBalance(branch)
})
