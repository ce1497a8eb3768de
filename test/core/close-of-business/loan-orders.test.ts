import { describe, expect, test } from 'vitest'
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import type { TriedInstruction } from '../../../core/close-of-business/close-records.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { lifeOf } from '../../../core/loans/life-of.ts'
import { termsOf } from '../../../core/loans/terms-of.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked } from '../../support/lent-books.ts'
import { type Lending, loanOf, noLateness, paidOutLoan, repay } from '../../support/loans.ts'
import { accountOf, closeDay, closesOf, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const currency = 'KES'

/** A loan of three installments, the first of 3,467.55 due on 2026-04-02, and an account with so much on it. */
function lentWith(balanceMinor: bigint): Lending {
  const lending = paidOutLoan(makeBranch(), { product: noLateness, installments: 3 })
  const { branch, clientId } = lending
  const accountId = openUnder(branch, clientId, plainCurrent())
  if (balanceMinor > 0n)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: balanceMinor, currency })
  return { ...lending, accountId }
}

const order = ({ accountId, loanId }: Lending, over: { amountMinor?: bigint; retryDays?: number } = {}) =>
  ({
    type: 'standing-instruction.place',
    accountId,
    toAccountId: loanId,
    amountMinor: 1_000_000n,
    currency,
    frequency: 'monthly',
    startsOn: businessDate('2026-04-02'),
    retryDays: 2,
    ...over,
  }) as const

function passTo({ branch }: Lending, date: string): void {
  closeDay(branch)
  openDay(branch, date)
  branch.must('officer', { type: 'drawer.open', currency, counted: [{ faceMinor: 100_000n, pieces: 9 }] })
  runNights(branch)
}

const triesOf = ({ branch }: Lending): readonly TriedInstruction[] =>
  closesOf(branch).flatMap(ran => (ran.step === 'instructions' ? [ran.instruction] : []))

function lifeAt(lending: Lending, on: BusinessDate) {
  const { product, agreement, dates, entries } = loanOf(lending)
  if (!dates) throw new Error('nothing is paid out')
  return lifeOf(termsOf(product, agreement, dates), entries, on)
}

describe('[E22] an order to repay a loan', () => {
  test('pays what is due on its date, as of that date, and no more', () => {
    const lending = lentWith(2_000_000n)
    lending.branch.must('officer', order(lending))
    passTo(lending, '2026-05-03')
    const [first, second] = triesOf(lending)
    expect([first, second]).toMatchObject([
      { outcome: 'paid', dueOn: '2026-04-02', takenMinor: 346_755n },
      { outcome: 'paid', dueOn: '2026-05-02', takenMinor: 346_755n },
    ])
    const { installments } = lifeAt(lending, businessDate('2026-05-03'))
    expect(installments.map(({ metOn }) => metOn)).toEqual(['2026-04-02', '2026-05-02', null])
    expect(accountOf(lending.branch, lending.accountId).balanceMinor).toBe(2_000_000n - 2n * 346_755n)
  })

  test('takes what is there, and the rest on the days after, until they are over', () => {
    const lending = lentWith(100_000n)
    lending.branch.must('officer', order(lending))
    passTo(lending, '2026-04-03')
    expect(triesOf(lending)).toMatchObject([
      { outcome: 'tried-again', refusal: 'balance-below-minimum', takenMinor: 100_000n, nextOn: '2026-04-03' },
    ])
    const { branch, accountId } = lending
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency })
    passTo(lending, '2026-04-06')
    expect(triesOf(lending).slice(1)).toMatchObject([
      { outcome: 'tried-again', takenMinor: 50_000n },
      { outcome: 'given-up', refusal: 'balance-below-minimum', nextOn: '2026-05-02' },
    ])
    const { installments } = lifeAt(lending, businessDate('2026-04-06'))
    expect(portionsTotal(installments[0]?.paid ?? { penalties: 0n, fees: 0n, interest: 0n, principal: 0n })).toBe(
      150_000n,
    )
  })

  test('takes no more than was ordered each time', () => {
    const lending = lentWith(2_000_000n)
    lending.branch.must('officer', order(lending, { amountMinor: 200_000n }))
    passTo(lending, '2026-04-10')
    expect(triesOf(lending)).toMatchObject([{ outcome: 'paid', takenMinor: 200_000n }])
  })

  test('leaves a client alone who has paid, and ends with the loan', () => {
    const lending = lentWith(2_000_000n)
    lending.branch.must('officer', order(lending))
    repay(lending, 346_755n)
    passTo(lending, '2026-04-06')
    expect(triesOf(lending)).toMatchObject([{ outcome: 'nothing-due', done: 1, nextOn: '2026-05-02' }])
    repay(lending, lifeAt(lending, businessDate('2026-04-06')).payoffMinor)
    passTo(lending, '2026-05-10')
    const last = triesOf(lending).at(-1)
    expect(last).toMatchObject({ outcome: 'nothing-due' })
    expect(last?.nextOn).toBeUndefined()
  })

  test('[W73] stands with the loan that it repays while it runs, with its next day', () => {
    const lending = lentWith(2_000_000n)
    const { branch, loanId, accountId } = lending
    const orders = () => {
      const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'loan', loanId }, [])
      return answer.ok ? (answer.value as LoanAnswer).orders : []
    }
    expect(orders()).toEqual([])
    const { created } = branch.must('officer', order(lending))
    const { instructionId = '' } = created
    const [only, ...others] = orders()
    expect(others).toEqual([])
    expect(only).toMatchObject({ instructionId, accountId, amountMinor: 1_000_000n, nextDate: '2026-04-02' })
    passTo(lending, '2026-04-06')
    expect(orders()[0]?.nextDate).toBe('2026-05-02')
    branch.must('officer', { type: 'standing-instruction.cancel', instructionId })
    expect(orders()).toEqual([])
  })

  test('waits where the due date is moved a little later than its own', () => {
    const lending = lentWith(2_000_000n)
    lending.branch.must('officer', order(lending))
    const moved = { from: businessDate('2026-04-02'), to: businessDate('2026-04-04') }
    lending.branch.must('manager', { type: 'loan.reschedule', loanId: lending.loanId, ...moved })
    passTo(lending, '2026-04-06')
    expect(triesOf(lending)).toMatchObject([
      { outcome: 'tried-again', nextOn: '2026-04-03' },
      { outcome: 'tried-again', nextOn: '2026-04-04' },
      { outcome: 'paid' },
    ])
  })

  test('[L78] is taken back like any repayment, once, and what is due is taken on its next date', () => {
    const lending = lentWith(2_000_000n)
    const { branch, accountId } = lending
    branch.must('officer', order(lending))
    passTo(lending, '2026-04-06')
    const { db } = branch.books
    const position = db.prepare("SELECT min(position) FROM close_of_business WHERE step = 'instructions'").pluck().get()
    const { log, seq } = recordByPosition(db, Number(position))?.record ?? { log: '', seq: 0 }
    const reverse = { type: 'operation.reverse', record: { log, seq }, reason: 'other' } as const
    const reversed = branch.must('manager', reverse)
    expect(entriesOf(branch, reversed)[0]).toEqual([
      'reversal-loan-repayment',
      '1210 326755',
      '1220 20000',
      '2130 -346755',
    ])
    expect(accountOf(branch, accountId).balanceMinor).toBe(2_000_000n)
    const withdrawn = db.prepare("SELECT withdrawn_minor FROM account_day WHERE account_id = ? AND date = '2026-04-02'")
    expect(withdrawn.pluck().get(accountId)).toBe(0)
    expect(lifeAt(lending, businessDate('2026-04-06')).installments[0]?.metOn).toBe(null)
    expectRefusal(branch.execute('manager', reverse), 'already-reversed')
    expectLoanBooked(lending)
    passTo(lending, '2026-05-04')
    expect(triesOf(lending).at(-1)).toMatchObject({ outcome: 'paid', dueOn: '2026-05-02', takenMinor: 693_510n })
    const [nothingTaken] = triesOf(lending).filter(({ outcome }) => outcome === 'nothing-due')
    expect(nothingTaken).toBe(undefined)
  })

  test('is given for a loan of a holder that is owed, in its currency', () => {
    const lending = lentWith(100_000n)
    const { branch } = lending
    const other = paidOutLoan(makeBranch({ seed: 'other' }))
    expectRefusal(branch.execute('officer', { ...order(lending), toAccountId: other.loanId }), 'account-unknown')
    const client = {
      givenNames: 'Juma',
      familyName: 'Ouma',
      sex: 'male',
      birthDate: businessDate('1980-01-01'),
    } as const
    const { clientId = '' } = branch.must('officer', { type: 'client.register', client }).created
    const theirs = openUnder(branch, clientId, plainCurrent())
    expectRefusal(branch.execute('officer', { ...order(lending), accountId: theirs }), 'account-of-other-client')
    repay(lending, lifeAt(lending, businessDate('2026-03-02')).payoffMinor)
    expectRefusal(branch.execute('officer', order(lending)), 'loan-state')
  })
})
