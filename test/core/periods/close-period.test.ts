import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { addPeriods, period } from '../../../core/calendar/period.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { checklistAnswer, lateRecordsAnswer, periodsAnswer } from '../../../core/query/periods-answer.ts'
import { rebuildProjections } from '../../../core/storage/rebuild.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { count, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault, endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { runNights } from '../../support/nights.ts'
import { rent } from '../manual-journals/journal-lines.ts'
import { closeMonth, closing, earn, goOnTo, openedInJanuary, reopening } from './month-ends.ts'

const january = period('2026-01')

/** A branch in March, with January and February over and open. */
function inMarch() {
  const branch = openedInJanuary()
  goOnTo(branch, '2026-02-03')
  goOnTo(branch, '2026-03-02')
  return branch
}

test.each([
  // who, with whom                  what                       expected, in order of precedence
  ['manager', undefined, closing('2026-02'), 'not-permitted'],
  ['accountant', undefined, closing('2026-02'), 'period-not-next'],
  ['accountant', undefined, closing('2025-12'), 'period-not-next'],
  ['accountant', undefined, closing('2026-01'), 'second-person-needed'],
  ['accountant', 'officer', closing('2026-01'), 'second-person-needed'],
  ['head-office', undefined, closing('2026-01'), 'second-person-needed'],
  ['accountant', 'manager', closing('2026-01'), 'posted'],
  ['manager', undefined, reopening('2026-01'), 'not-permitted'],
  ['accountant', 'manager', reopening('2026-01'), 'period-not-last'],
] as const)('[A1][G12] %s with %s and %o: %s', (role, second, command, expected) => {
  const branch = inMarch()
  expect(outcomeType(branch.execute(role, command, second))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[Y21][G12] months are closed at head office only', () => {
  const branch = inMarch()
  spoiledOnPurpose(branch, 'the books say that another log is head office')
  branch.books.db.exec("UPDATE institution SET head_office_log = 'another'")
  expectRefusal(branch.execute('accountant', closing('2026-01'), 'manager'), 'not-head-office')
})

test('[G11] what is booked to a closed month is refused by the date that lies in it, whoever asks', () => {
  const branch = inMarch()
  closeMonth(branch, '2026-01')
  const inJanuary = { ...rent, valueDate: businessDate('2026-01-31') }
  const refusal = expectRefusal(branch.execute('accountant', inJanuary, 'manager'), 'period-closed')
  expect(refusal).toEqual({ type: 'period-closed', period: january, field: 'valueDate' })
  expect(outcomeType(branch.execute('accountant', { ...rent, valueDate: businessDate('2026-02-01') }, 'manager'))).toBe(
    'posted',
  )
  closeMonth(branch, '2026-02')
  const reversed = branch.must('accountant', rent, 'manager').record
  expect(
    outcomeType(
      branch.execute('accountant', { type: 'operation.reverse', record: reversed, reason: 'other' }, 'manager'),
    ),
  ).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G11] a reversal that counts from the original day stays out of a closed month', () => {
  const branch = openedInJanuary()
  const { record } = branch.must('accountant', rent, 'manager')
  goOnTo(branch, '2026-02-03')
  closeMonth(branch, '2026-01')
  const reverse = { type: 'operation.reverse', record, reason: 'other' } as const
  expect(
    expectRefusal(branch.execute('accountant', { ...reverse, valueOn: 'original' }, 'manager'), 'period-closed').field,
  ).toBe('valueDate')
  expect(outcomeType(branch.execute('accountant', reverse, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G11] a day is not opened in a closed month, and a device that was late books nothing there but its count', () => {
  const branch = makeBranch({ start: '2026-01-30T07:00:00.000Z' })
  const { db } = branch.books
  branch.must('manager', { type: 'day.open', date: businessDate('2026-01-30') })
  const drawer = branch.must('officer', { type: 'drawer.open', currency: 'KES', counted: count([100000n, 20]) })
  spoiledOnPurpose(branch, 'a month is closed that no record closed')
  // As it is where another device closed the month: this one's day is still in it.
  db.prepare("INSERT INTO period (month, closed_position) SELECT '2026-01', max(position) FROM record").run()
  expect(expectRefusal(branch.execute('accountant', rent, 'manager'), 'period-closed').field).toBe('businessDate')
  const { drawerId = '' } = drawer.created
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100000n, 20]) })
  expect(lateRecordsAnswer(db, undefined)).toMatchObject([{ type: 'drawer.closed', period: '2026-01' }])
  endDay(branch)
  expect(
    expectRefusal(branch.execute('manager', { type: 'day.open', date: businessDate('2026-01-31') }), 'period-closed')
      .field,
  ).toBe('businessDate')
  branch.must('manager', { type: 'day.open', date: businessDate('2026-02-01') })
})

test('[G11] what other devices booked in a closed month stays a fact, and is listed until the month is closed anew', () => {
  const branch = inMarch()
  const { db } = branch.books
  closeMonth(branch, '2026-01')
  const entry = transferEntry('bank-transfer', {
    debit: { account: '1130' },
    credit: { account: '4200' },
    amountMinor: 700n,
    currency: 'KES',
  })
  const day = businessDate('2026-01-20')
  appendCrafted(branch, { businessDate: day, valueDate: day, entries: [entry] })
  expect(lateRecordsAnswer(db, january)).toMatchObject([{ businessDate: '2026-01-20', amountMinor: 700n }])
  expect(lateRecordsAnswer(db, period('2026-02'))).toEqual([])
  const context = () => loadContext(branch.books, branch.desk('accountant'))
  expect(periodsAnswer(db, context()).closed).toMatchObject([{ period: '2026-01', late: 1, actorName: 'Fatuma Ali' }])
  branch.must('accountant', reopening('2026-01'), 'manager')
  expect(lateRecordsAnswer(db, january)).toEqual([])
  closeMonth(branch, '2026-01')
  expect(periodsAnswer(db, context()).closed).toMatchObject([{ period: '2026-01', late: 0 }])
  expectBooksToBalance(branch)
})

test('[G12] a month is opened again with a reason and closed again, and waits for its second person', () => {
  const branch = inMarch()
  const { db } = branch.books
  closeMonth(branch, '2026-01')
  const why = { ...reopening('2026-01'), note: 'The bank sent its statement late' }
  const { record } = branch.must('accountant', why, 'head-office')
  const found = recordAt(db, record)?.record
  expect(found).toMatchObject({ type: 'period.reopened', body: { period: '2026-01', reason: 'mistake' } })
  expect(found?.blobs).toMatchObject([{ name: 'note' }])
  earn(branch, 500n, '2026-01-31')
  const command = { ...closing('2026-01'), key: branch.environment.newId() }
  const { record: request } = branch.must('accountant', { type: 'approval.request', command })
  branch.must('manager', { type: 'approval.decide', request, decision: 'approve' })
  expectRefusal(
    branch.execute('accountant', { ...rent, valueDate: businessDate('2026-01-31') }, 'manager'),
    'period-closed',
  )
  expectBooksToBalance(branch)
})

test('[G13] the checklist names what stands against closing, the first of it in the refusal', () => {
  const branch = makeBranch({ start: '2026-01-30T07:00:00.000Z' })
  const { db } = branch.books
  const list = () => checklistAnswer(db, loadContext(branch.books, branch.desk('accountant')), undefined)
  const blocking = () => list().items.flatMap(({ item, state }) => (state === 'blocking' ? [item] : []))
  branch.must('manager', { type: 'day.open', date: businessDate('2026-01-30') })
  const drawer = branch.must('officer', { type: 'drawer.open', currency: 'KES', counted: count([100000n, 20]) })
  const asked = { ...rent, key: branch.environment.newId() }
  const { record: request } = branch.must('accountant', { type: 'approval.request', command: asked })
  expect(blocking()).toEqual(['over', 'days', 'drawers', 'vaults', 'approvals'])
  expect(list()).toMatchObject({ period: '2026-01', isNext: true, isReady: false })
  const refused = () =>
    expectRefusal(branch.execute('accountant', closing('2026-01'), 'manager'), 'period-not-ready').item
  expect(refused()).toBe('over')
  branch.environment.setClock('2026-02-02T07:00:00.000Z')
  expect(refused()).toBe('days')
  const { drawerId = '' } = drawer.created
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100000n, 20]) })
  branch.must('manager', { type: 'approval.decide', request, decision: 'decline' })
  branch.must('officer', { type: 'day.close' }, 'manager')
  expect(blocking()).toEqual(['vaults'])
  expect(refused()).toBe('vaults')
  branch.must('manager', { type: 'day.open', date: businessDate('2026-02-02') })
  countVault(branch)
  expect(blocking()).toEqual([])
  branch.must('officer', { type: 'drawer.open', currency: 'KES', counted: count([100000n, 20]) })
  expect(blocking()).toEqual([])
  expect(outcomeType(branch.execute('accountant', closing('2026-01'), 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G13][C6] an officer’s drawer that is counted and kept does not stand against closing, whatever moves in the next month', () => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const blocking = () =>
    checklistAnswer(branch.books.db, loadContext(branch.books, branch.desk('accountant')), undefined).items.flatMap(
      ({ item, state }) => (state === 'blocking' ? [item] : []),
    )
  const deposit = () =>
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 100_000n, currency: 'KES' })
  const counting = (pieces: number) =>
    branch.must('officer', { type: 'drawer.count', drawerId, counted: count([100_000n, pieces]) })
  branch.environment.setClock('2026-04-01T07:00:00.000Z')
  expect(blocking()).toEqual(['days', 'drawers', 'vaults'])
  countVault(branch)
  expect(blocking()).toEqual(['days', 'drawers'])
  counting(20)
  expect(blocking()).toEqual(['days'])
  deposit()
  expect(blocking()).toEqual(['days', 'drawers'])
  counting(21)
  const float = { currency: 'KES', counted: count([100_000n, 5]) } as const
  const ofTeller = branch.must('teller', { type: 'drawer.open', ...float }).created.drawerId ?? ''
  branch.must('manager', { type: 'drawer.count', drawerId: ofTeller, counted: float.counted })
  expect(blocking()).toEqual(['days', 'drawers', 'vaults'])
  branch.must('teller', { type: 'drawer.close', drawerId: ofTeller, counted: float.counted })
  endDay(branch)
  expect(blocking()).toEqual([])
  branch.must('officer', { type: 'day.open', date: businessDate('2026-04-01') })
  deposit()
  expect(blocking()).toEqual([])
  closeMonth(branch, '2026-03')
  expectBooksToBalance(branch)
})

test('[G13][E12] the checklist shows a close of business that does not reach the last day, and the month is closed all the same', () => {
  const branch = makeBranch({ start: '2026-01-30T07:00:00.000Z' })
  const shown = () =>
    checklistAnswer(branch.books.db, loadContext(branch.books, branch.desk('accountant')), undefined).items.find(
      ({ item }) => item === 'close-of-business',
    )
  expect(shown()).toMatchObject({ state: 'done', count: 0 })
  branch.must('manager', { type: 'day.open', date: businessDate('2026-01-30') })
  const { clientId = '' } = branch.must('officer', { type: 'client.register', client: newClient() }).created
  branch.must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' })
  branch.must('officer', { type: 'day.close' })
  expect(shown()).toMatchObject({ state: 'attention', count: 1 })
  branch.environment.setClock('2026-02-02T07:00:00.000Z')
  branch.must('manager', { type: 'day.open', date: businessDate('2026-02-02') })
  expect(shown()).toMatchObject({ state: 'attention', count: 1 })
  runNights(branch)
  expect(shown()).toMatchObject({ state: 'done', count: 0 })
  expect(outcomeType(branch.execute('accountant', closing('2026-01'), 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G13] a recurring journal that is due and clearing that is not zero stand against closing; suspense is only shown', () => {
  const branch = openedInJanuary()
  const { db } = branch.books
  const template = branch.must('accountant', {
    type: 'journal-template.save',
    name: 'Depreciation',
    purpose: 'depreciation',
    currency: 'KES',
    lines: [
      { account: '5410', side: 'debit', amountMinor: 100n },
      { account: '1330', side: 'credit', amountMinor: 100n },
    ],
  })
  const { templateId = '' } = template.created
  const startsOn = businessDate('2026-01-31')
  branch.must('accountant', { type: 'recurring-journal.save', templateId, frequency: 'monthly', startsOn }, 'manager')
  for (const account of ['1390', '1380'])
    branch.must(
      'accountant',
      { ...rent, lines: rent.lines.map(line => (line.side === 'debit' ? { ...line, account } : line)) },
      'manager',
    )
  goOnTo(branch, '2026-02-02')
  const { items } = checklistAnswer(db, loadContext(branch.books, branch.desk('accountant')), january)
  expect(items.filter(({ state }) => state !== 'done')).toEqual([
    { item: 'recurring-journals', state: 'blocking', count: 1, amounts: [] },
    { item: 'clearing', state: 'blocking', count: 1, amounts: [{ currency: 'KES', amountMinor: 120_000n }] },
    { item: 'suspense', state: 'attention', count: 1, amounts: [{ currency: 'KES', amountMinor: 120_000n }] },
    { item: 'unsent', state: 'attention', count: 8, amounts: [] },
  ])
  expectBooksToBalance(branch)
})

/** What the model says: the months closed so far are those from January up to `closed`. */
test('[G11][G12] in whatever order months are asked for, they close in theirs and open from the last', () => {
  const asked = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 3 })), { maxLength: 14 })
  fc.assert(
    fc.property(asked, steps => {
      const branch = openedInJanuary()
      for (const date of ['2026-02-03', '2026-03-03', '2026-04-03', '2026-05-04']) goOnTo(branch, date)
      let closed = 0
      for (const [isClosing, place] of steps) {
        const month = addPeriods(january, place)
        const command = isClosing ? closing(month) : reopening(month)
        const isRight = place === (isClosing ? closed : closed - 1)
        expect(outcomeType(branch.execute('accountant', command, 'manager'))).toBe(
          isRight ? 'posted' : isClosing ? 'period-not-next' : 'period-not-last',
        )
        if (isRight) closed += isClosing ? 1 : -1
        const valueDate = businessDate(`${month}-07`)
        const booked = branch.execute('accountant', { ...rent, valueDate }, 'manager')
        expect(outcomeType(booked)).toBe(place < closed ? 'period-closed' : 'posted')
      }
      const standing = () => branch.books.db.prepare('SELECT * FROM period ORDER BY month').all()
      const before = standing()
      rebuildProjections(branch.books)
      expect(standing()).toEqual(before)
      expectBooksToBalance(branch)
    }),
    { numRuns: 12 },
  )
})

test('[G11] cash in and out meets a closed month too', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  spoiledOnPurpose(branch, 'a month is closed that no record closed')
  branch.books.db
    .prepare("INSERT INTO period (month, closed_position) SELECT '2026-03', max(position) FROM record")
    .run()
  const cash = { accountId, amountMinor: 60_000n, currency: 'KES' } as const
  for (const type of ['savings.deposit', 'savings.withdraw'] as const)
    expect(outcomeType(branch.execute('officer', { type, ...cash }))).toBe(
      type === 'savings.deposit' ? 'period-closed' : 'balance-below-minimum',
    )
})
