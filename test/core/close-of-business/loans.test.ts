import { describe, expect, test } from 'vitest'
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { runNextClose } from '../../../core/command/run-next-close.ts'
import { decodeRecord } from '../../../core/journal/decode-record.ts'
import { arrears, daysPastDue } from '../../../core/loan-life/arrears.ts'
import { nothing, portionsTotal } from '../../../core/loan-life/portions.ts'
import { lifeOf } from '../../../core/loans/life-of.ts'
import { incomeBasis } from '../../../core/loans/loan.ts'
import { figuresOf } from '../../../core/loans/loan-figures.ts'
import { termsOf } from '../../../core/loans/terms-of.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { closeAnswer } from '../../../core/query/close-answer.ts'
import type { ClosedDateAnswer } from '../../../core/query/close-answers.ts'
import { loanAnswer } from '../../../core/query/loan-answer.ts'
import { violatedCustody } from '../../../core/storage/custody.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import {
  type Lending,
  late,
  lendBeside,
  lendOfEveryKind,
  loanOf,
  noLateness,
  paidOutLoan,
  repay,
} from '../../support/loans.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { closeDay, closesOf, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const { accounts } = template.accounting

/** Days pass without any of them being opened, but the last. */
function passTo({ branch }: Pick<Lending, 'branch'>, date: string): void {
  closeDay(branch)
  openDay(branch, date)
  branch.must('officer', {
    type: 'drawer.open',
    currency: branch.currency,
    counted: [{ faceMinor: 100_000n, pieces: 9 }],
  })
  runNights(branch)
}

const rowsOf = ({ books }: Branch) => ({
  loans: books.db.prepare('SELECT * FROM loan ORDER BY loan_id').all(),
  plan: books.db.prepare('SELECT * FROM loan_installment ORDER BY loan_id, number').all(),
})

/** Everything that is booked by day and account. */
const bookedOf = ({ books }: Branch) =>
  books.db
    .prepare(
      `SELECT booking_date, account, sum(amount_minor) FROM line WHERE account IN ('1210', '1220', '1230', '1240', '4100', '4200', '4300', '2260')
        GROUP BY booking_date, account ORDER BY 1, 2`,
    )
    .raw()
    .all()

/** Debits less credits of each account, whatever the day. */
const sumsOf = ({ books }: Branch) =>
  books.db.prepare('SELECT account, sum(amount_minor) FROM line GROUP BY account ORDER BY account').raw().all()

const loansClosedOf = (branch: Branch) => closesOf(branch).flatMap(ran => (ran.step === 'loans' ? ran.loans : []))

/** What the entries of the closes are called. */
const describedIn = ({ books }: Branch): ReadonlySet<string> => {
  const bytes = books.db
    .prepare("SELECT bytes FROM record WHERE type = 'close-of-business.ran'")
    .pluck()
    .all() as Uint8Array[]
  return new Set(
    bytes.flatMap(one => {
      const decoded = decodeRecord(one)
      return decoded.ok ? decoded.value.entries.map(({ description }) => description) : []
    }),
  )
}

function lifeAt(lending: Lending, on: BusinessDate) {
  const { product, agreement, dates, entries } = loanOf(lending)
  if (!dates) throw new Error('nothing is paid out')
  return lifeOf(termsOf(product, agreement, dates), entries, on)
}

/** What the books hold of a loan is what its life comes to at the end of a date. */
function expectBookedThrough(lending: Lending, date: string): void {
  const loan = loanOf(lending)
  const on = businessDate(date)
  const life = lifeAt(lending, on)
  expect(loan.booked).toEqual(figuresOf(life, loan.entries, on, incomeBasis(loan)))
}

describe('[E18] the close of a date', () => {
  test('books what a loan earned by it, and a month is the interest of its first installment', () => {
    const lending = paidOutLoan(makeBranch(), { product: noLateness })
    passTo(lending, '2026-03-18')
    expectBookedThrough(lending, '2026-03-17')
    passTo(lending, '2026-04-03')
    expectBookedThrough(lending, '2026-04-02')
    expect(ledgerMinor(lending.branch, accounts.interestReceivable)).toBe(20_000n)
    expect(loanOf(lending).booked.recognisedInterest).toBe(20_000n)
  })

  test('books fees on the day on which they are due, and what lateness costs day by day, once', () => {
    const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
    const [late_, charged] = lendOfEveryKind(lending)
    if (!late_ || !charged) throw new Error('all are lent')
    passTo(lending, '2026-04-02')
    expect(loanOf(charged).booked.recognisedFees).toBe(0n)
    passTo(lending, '2026-04-03')
    expect(loanOf(charged).booked.recognisedFees).toBe(1_000n)
    passTo(lending, '2026-04-06')
    expect(loanOf(late_).booked.recognisedPenalties).toBe(0n)
    passTo(lending, '2026-04-20')
    expectBookedThrough(late_, '2026-04-19')
    const { recognisedPenalties } = loanOf(late_).booked
    expect(recognisedPenalties).toBeGreaterThan(5_000n)
    expect(recognisedPenalties).toBeLessThan(10_000n)
    expect(ledgerMinor(lending.branch, accounts.penaltyIncome)).toBeLessThan(-5_000n)
  })

  test('leaves a loan as a replay of that day makes it, in its row and its plan', () => {
    const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
    const all = lendOfEveryKind(lending)
    passTo(lending, '2026-05-10')
    for (const one of [lending, ...all]) {
      expectBookedThrough(one, '2026-05-09')
      const { outstanding, installments } = lifeAt(one, loanOf(one).changedOn)
      const row = lending.branch.books.db
        .prepare('SELECT principal_minor, interest_minor, fees_minor, penalties_minor FROM loan WHERE loan_id = ?')
        .raw()
        .get(one.loanId)
      const { principal, interest, fees, penalties } = outstanding
      expect(row).toEqual([principal, interest, fees, penalties].map(Number))
      const plan = lending.branch.books.db
        .prepare('SELECT outstanding_minor FROM loan_installment WHERE loan_id = ? ORDER BY number')
        .pluck()
        .all(one.loanId)
      expect(plan).toEqual(installments.map(row => Number(portionsTotal(row.outstanding))))
    }
  })
})

test('[E19] thirty nights at once are thirty nights: the same entries on the same days, and the same loans', () => {
  const [nightly, atOnce] = [makeBranch(), makeBranch()].map(branch => {
    const lending = paidOutLoan(branch, { product: noLateness, installments: 3 })
    return { ...lending, others: lendOfEveryKind(lending) }
  })
  if (!nightly || !atOnce) throw new Error('both are there')
  for (const { branch } of [nightly, atOnce]) closeDay(branch)
  liveThrough(nightly.branch, '2026-03-03', '2026-04-20')
  openDay(atOnce.branch, '2026-04-21')
  runNights(atOnce.branch)
  openDay(nightly.branch, '2026-04-21')
  runNights(nightly.branch)
  expect(bookedOf(atOnce.branch)).toEqual(bookedOf(nightly.branch))
  expect(rowsOf(atOnce.branch)).toEqual(rowsOf(nightly.branch))
  expect(loansClosedOf(atOnce.branch)).toEqual(loansClosedOf(nightly.branch))
})

describe('[E20] an operation between two nights that are made up for', () => {
  test('counts for its own day, and leaves the books as if the nights had gone before it', () => {
    const [before, between] = [makeBranch(), makeBranch()].map(branch => {
      const lending = paidOutLoan(branch, {
        product: late({ graceDays: 3, fee: { type: 'fixed', amountMinor: 5_000n } }),
      })
      closeDay(branch)
      openDay(branch, '2026-04-12')
      branch.must('officer', { type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 9 }] })
      return lending
    })
    if (!before || !between) throw new Error('both are there')
    runNights(before.branch)
    repay(before, 90_000n)
    for (let night = 0; night < 20; night++) runNextClose(between.branch.books, between.branch.desk('officer'))
    repay(between, 90_000n)
    runNights(between.branch)
    passTo(before, '2026-05-20')
    passTo(between, '2026-05-20')
    expect(rowsOf(between.branch)).toEqual(rowsOf(before.branch))
    expect(sumsOf(between.branch)).toEqual(sumsOf(before.branch))
  })
})

describe('[L57] a loan that is late for long', () => {
  const strict = {
    ...noLateness,
    accounting: { ...template.accounting, nonAccrualAfterDays: 10, defaultAfterDays: 20 },
  }

  test('gives back what was recognised and not paid, goes on in the memorandum, and is cured by who pays what is past due', () => {
    const lending = paidOutLoan(makeBranch(), { product: strict, installments: 6 })
    passTo(lending, '2026-04-12')
    expect(loanOf(lending)).toMatchObject({ nonAccrualOn: null, defaultedOn: null })
    expect(ledgerMinor(lending.branch, accounts.interestIncome)).toBeLessThan(-20_000n)
    passTo(lending, '2026-04-13')
    expect(loanOf(lending)).toMatchObject({ nonAccrualOn: '2026-04-12', defaultedOn: null })
    expect(ledgerMinor(lending.branch, accounts.interestIncome)).toBe(0n)
    expect(ledgerMinor(lending.branch, accounts.interestReceivable)).toBe(0n)
    passTo(lending, '2026-04-23')
    expect(loanOf(lending)).toMatchObject({ nonAccrualOn: '2026-04-12', defaultedOn: '2026-04-22' })
    const { books, desk } = lending.branch
    const page = loanAnswer(books.db, loadContext(books, desk('officer')), lending.loanId)
    // 20,000 of the first month, and 21 of 30 days of the 16,829 of the second
    expect(page.ok && page.value).toMatchObject({
      nonAccrualOn: '2026-04-12',
      defaultedOn: '2026-04-22',
      memorandumMinor: 31_780n,
    })
    const { installments } = lifeAt(lending, businessDate('2026-04-23'))
    repay(lending, portionsTotal(arrears(installments, businessDate('2026-04-23'))))
    expect(ledgerMinor(lending.branch, accounts.interestIncome)).toBe(-20_000n)
    passTo(lending, '2026-04-24')
    expect(loanOf(lending)).toMatchObject({ nonAccrualOn: null, defaultedOn: null })
    expectBookedThrough(lending, '2026-04-23')
    expect(ledgerMinor(lending.branch, accounts.interestIncome)).toBeLessThan(-30_000n)
    expect(describedIn(lending.branch)).toEqual(
      new Set(['loan-income', 'loan-income-suspended', 'loan-income-resumed']),
    )
  })

  test('is not cured by a part of what is past due', () => {
    const lending = paidOutLoan(makeBranch(), { product: strict, installments: 6 })
    passTo(lending, '2026-05-10')
    const [first] = lifeAt(lending, businessDate('2026-05-10')).installments
    repay(lending, portionsTotal(first?.outstanding ?? nothing))
    passTo(lending, '2026-05-11')
    expect(loanOf(lending)).toMatchObject({ nonAccrualOn: '2026-04-12', defaultedOn: '2026-04-22' })
  })
})

test('[E18][L24] over its whole life a loan earns what was scheduled, and after its last due date no more', () => {
  const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
  passTo(lending, '2026-06-03')
  const { installments } = lifeAt(lending, businessDate('2026-06-02'))
  const scheduled = installments.reduce((sum, { due }) => sum + due.interest, 0n)
  expect(loanOf(lending).booked.recognisedInterest).toBe(scheduled)
  passTo(lending, '2026-06-20')
  expect(loanOf(lending).booked.recognisedInterest).toBe(scheduled)
  expect(daysPastDue(installments, businessDate('2026-06-20'))).toBe(79)
})

test('[E18] a loan that was paid before its time earns in the night what it was paid for', () => {
  const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
  repay(lending, 400_000n)
  expect(ledgerMinor(lending.branch, accounts.unearnedInterest)).toBeLessThan(0n)
  passTo(lending, '2026-06-03')
  expect(ledgerMinor(lending.branch, accounts.unearnedInterest)).toBe(0n)
  expectBookedThrough(lending, '2026-06-02')
})

test('[E9] a loan that cannot be counted is named, keeps no other waiting, and is made up for', () => {
  const lending = paidOutLoan(makeBranch(), { product: noLateness })
  const other = { ...lending, loanId: lendBeside(lending, { product: noLateness }) }
  const { db } = lending.branch.books
  const dates = db.prepare('SELECT dates FROM loan WHERE loan_id = ?').pluck().get(lending.loanId)
  const spoil = db.prepare('UPDATE loan SET dates = ? WHERE loan_id = ?')
  spoil.run(null, lending.loanId)
  passTo(lending, '2026-03-10')
  expect(loansClosedOf(lending.branch).filter(({ failed }) => failed !== undefined)).toContainEqual({
    loanId: lending.loanId,
    epoch: 1,
    failed: 'what is owed was paid out',
  })
  expectBookedThrough(other, '2026-03-09')
  spoil.run(dates, lending.loanId)
  passTo(lending, '2026-03-20')
  expectBookedThrough(lending, '2026-03-19')
})

test('[E16] only the log that keeps a loan closes its business, in the epoch of its custody, also where the entries alone name it', () => {
  const lending = paidOutLoan(makeBranch(), { product: noLateness })
  const { books } = lending.branch
  passTo(lending, '2026-03-10')
  const position = books.db.prepare("SELECT max(position) FROM close_of_business WHERE step = 'loans'").pluck().get()
  const ran = recordByPosition(books.db, Number(position))
  if (!ran) throw new Error('a night counted interest')
  expect(ran.record.body.loans).toEqual([])
  const otherLog = 'a'.repeat(26)
  expect(violatedCustody(books.db, ran.record)).toBe(null)
  expect(violatedCustody(books.db, { ...ran.record, log: otherLog })).toBe(lending.loanId)
  const setEpoch = books.db.prepare('UPDATE loan SET custody_epoch = ? WHERE loan_id = ?')
  setEpoch.run(2, lending.loanId)
  expect(violatedCustody(books.db, ran.record)).toBe(lending.loanId)
  const body = { ...ran.record.body, epochs: { [lending.loanId]: 2 } }
  expect(violatedCustody(books.db, { ...ran.record, body })).toBe(null)
  setEpoch.run(1, lending.loanId)
})

test('[E18] a loan of a later epoch of custody says so in the record that counts its interest', () => {
  const lending = paidOutLoan(makeBranch(), { product: noLateness })
  const { db } = lending.branch.books
  const setEpoch = db.prepare('UPDATE loan SET custody_epoch = ? WHERE loan_id = ?')
  spoiledOnPurpose(lending.branch, 'no record brought the loan into another custody')
  setEpoch.run(3, lending.loanId)
  passTo(lending, '2026-03-10')
  const [last] = closesOf(lending.branch)
    .filter(({ step }) => step === 'loans')
    .slice(-1)
  expect(last).toMatchObject({ loans: [], epochs: { [lending.loanId]: 3 } })
})

describe('[E21] what a date did is read loan by loan', () => {
  const closedDate = ({ books, desk }: Branch, date: string) => {
    const query = { type: 'closed-date', date: businessDate(date), page: 0, loanPage: 0 } as const
    const answer = answerQuery(books, desk('officer'), query, [])
    if (!answer.ok) throw new Error(answer.refusal.type)
    return answer.value as ClosedDateAnswer
  }

  test('what it recognised, how late each was, and what it has become', () => {
    const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
    const [lateOne, charged, cash, strict] = lendOfEveryKind(lending)
    passTo(lending, '2026-04-09')
    const onDueDay = closedDate(lending.branch, '2026-04-02').loans
    expect(onDueDay).toMatchObject({ loans: 5, page: 0, pages: 1 })
    expect(onDueDay.rows.find(({ loanId }) => loanId === charged?.loanId)).toMatchObject({ chargesMinor: 1_000n })
    const { loans } = closedDate(lending.branch, '2026-04-07')
    const row = (of: Lending | undefined) => loans.rows.find(({ loanId }) => loanId === of?.loanId)
    expect(row(lateOne)).toMatchObject({ daysPastDue: 5, clientName: 'Achieng Odhiambo' })
    expect(row(lateOne)?.chargesMinor).toBeGreaterThan(0n)
    expect(row(cash)).toBeUndefined()
    expect(row(strict)).toMatchObject({ daysPastDue: 5, income: 'suspended' })
    expect(row(strict)?.interestMinor).toBeLessThan(-20_000n)
    const income = loans.rows.reduce((sum, { interestMinor, chargesMinor }) => sum + interestMinor + chargesMinor, 0n)
    expect(loans.totals).toEqual([{ currency: 'KES', incomeMinor: income }])
  })

  test('and how far it is counts loans with accounts', () => {
    const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
    closeDay(lending.branch)
    const { books, desk } = lending.branch
    const progress = () => closeAnswer(books.db, loadContext(books, desk('officer'))).due
    expect(progress()).toMatchObject({ step: 'loans', done: 0, accounts: 2 })
    runNextClose(books, desk('officer'))
    expect(progress()).toMatchObject({ step: 'accounts', done: 1, accounts: 2 })
  })
})
