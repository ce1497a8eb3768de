import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay, standsOn } from '../../support/lent-books.ts'
import { draftLoan, loanOf, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const drawer = { kind: 'drawer' } as const
const conditions = { ...templateProduct('loan').conditions, approvalLevels: [{ people: 1 }] }

test('[L39] a charge is owed and income when it is due, and is waived once', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const charge = { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 5_000n, currency: KES } as const
  expect(entriesOf(branch, branch.must('manager', charge))).toEqual([])
  expect(loanOf(lending).booked.recognisedFees).toBe(0n)
  nextDay(lending, '2026-04-02')
  const penalty = branch.must('manager', { ...charge, kind: 'penalty', dueOn: businessDate('2026-04-02') })
  expect(entriesOf(branch, penalty)).toEqual([
    ['loan-charge', '1240 5000', '4300 -5000'],
    ['loan-income', '1220 20000', '1230 5000', '4100 -20000', '4200 -5000'],
  ])
  expectLoanBooked(lending)
  const event = loanOf(lending).entries.at(-1)?.id ?? ''
  const waive = { type: 'loan.waive', loanId, what: { kind: 'charge', event } } as const
  expect(entriesOf(branch, branch.must('manager', waive))).toEqual([['loan-waiver', '1240 -5000', '4300 5000']])
  expect(expectRefusal(branch.execute('manager', waive), 'field-invalid').field).toBe('event')
  const interest = { kind: 'interest', amountMinor: 8_000n, dueOn: businessDate('2026-04-02') } as const
  const waived = branch.must('manager', { type: 'loan.waive', loanId, what: interest })
  expect(entriesOf(branch, waived)).toEqual([['loan-waiver', '1220 -8000', '4100 8000']])
  expectLoanBooked(lending)
})

test('[L39] what was overpaid goes back, and no more', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  repay(lending, 1_100_000n)
  const overpaidMinor = loanOf(lending).booked.overpaid
  expect(loanOf(lending).state).toBe('overpaid')
  const refund = { type: 'loan.refund', loanId, currency: KES, to: drawer, amountMinor: overpaidMinor } as const
  expectRefusal(branch.execute('officer', { ...refund, amountMinor: overpaidMinor + 1n }), 'field-invalid')
  const refunded = branch.must('officer', refund)
  expect(entriesOf(branch, refunded)).toEqual([['loan-refund', `1120 -${overpaidMinor}`, `2320 ${overpaidMinor}`]])
  expect(loanOf(lending).state).toBe('paid-off')
  expectLoanBooked(lending)
})

test('[L39] a loan that is written off owes nothing in the books, and what comes in after is recovered', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-04-20')
  const writeOff = branch.must('manager', { type: 'loan.write-off', loanId, note: 'gone' })
  expect(entriesOf(branch, writeOff)[0]?.slice(0, 3)).toEqual(['loan-write-off', '1210 -1000000', '1220 -28079'])
  for (const account of ['1210', '1220', '2310']) expect(standsOn(lending, account, loanId)).toBe(0n)
  expectLoanBooked(lending)
  const recovery = repay(lending, 30_000n)
  expect(entriesOf(branch, recovery)).toEqual([['loan-recovery', '1120 30000', '4400 -30000']])
  expect(loanOf(lending).state).toBe('written-off')
  expectLoanBooked(lending)
  branch.must('manager', { type: 'operation.reverse', record: writeOff.record, reason: 'other' }, 'head-office')
  expect(loanOf(lending)).toMatchObject({ state: 'active', booked: { recovered: 0n } })
  expectLoanBooked(lending)
})

test('[L39] a due date that is moved takes those after it along, and may not be moved before the one before it', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-20')
  const days = () =>
    branch.books.db.prepare('SELECT due_on FROM loan_installment ORDER BY number').pluck().all() as string[]
  const reschedule = (from: string, to: string) =>
    branch.execute('manager', {
      type: 'loan.reschedule',
      loanId,
      from: businessDate(from),
      to: businessDate(to),
    })
  expect(expectRefusal(reschedule('2026-04-03', '2026-05-10'), 'field-invalid').rule).toBe('not-a-due-date')
  expect(expectRefusal(reschedule('2026-04-02', '2026-03-10'), 'field-invalid').rule).toBe('in-the-past')
  expect(expectRefusal(reschedule('2026-05-02', '2026-04-01'), 'field-invalid').rule).toBe('too-early')
  const moved = reschedule('2026-05-02', '2026-06-15')
  expect(moved.ok && days()).toEqual(['2026-04-02', '2026-06-15', '2026-07-15'])
  expectLoanBooked(lending)
  if (!moved.ok) throw new Error(moved.refusal.type)
  branch.must('manager', { type: 'operation.reverse', record: moved.value.record, reason: 'other' }, 'head-office')
  expect(days()).toEqual(['2026-04-02', '2026-05-02', '2026-06-02'])
  expectLoanBooked(lending)
})

test('[L40] a new loan pays the old one off, and the client gets the rest', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId: closes, clientId } = lending
  const loanId = draftLoan(branch, clientId, { principalMinor: 1_500_000n, product: { conditions } })
  nextDay(lending, '2026-03-20')
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const refinance = { type: 'loan.refinance', loanId, closes, currency: KES, to: drawer } as const
  expectRefusal(branch.execute('officer', { ...refinance, amountMinor: 900_000n }), 'field-invalid')
  const done = branch.must('officer', { ...refinance, amountMinor: 1_500_000n })
  expect(entriesOf(branch, done).map(([word]) => word)).toEqual(['loan-disbursement', 'loan-repayment', 'loan-income'])
  const payoffMinor = 1_040_264n
  expect(entriesOf(branch, done)[1]).toContain(`1120 ${payoffMinor}`)
  expect(loanOf(lending).state).toBe('paid-off')
  expect(loanOf({ branch, loanId }).state).toBe('active')
  expectLoanBooked(lending)
  expectLoanBooked({ branch, loanId })
})

/** A loan on which everything that only `approve` may do was done, with the record of each deed. */
function muchDecided() {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const charged = branch.must('manager', {
    type: 'loan.charge',
    loanId,
    kind: 'fee',
    amountMinor: 5_000n,
    currency: KES,
  })
  const event = loanOf(lending).entries.at(-1)?.id ?? ''
  nextDay(lending, '2026-03-20')
  const waived = branch.must('manager', { type: 'loan.waive', loanId, what: { kind: 'charge', event } })
  const move = (from: string, to: string) =>
    branch.must('manager', { type: 'loan.reschedule', loanId, from: businessDate(from), to: businessDate(to) })
  const moved = move('2026-05-02', '2026-06-15')
  const movedOn = move('2026-07-15', '2026-08-01')
  const writtenOff = branch.must('manager', { type: 'loan.write-off', loanId })
  const reverse = (who: 'officer' | 'manager', { record }: typeof charged) =>
    branch.execute(who, { type: 'operation.reverse', record, reason: 'other' }, 'head-office')
  return { lending, reverse, deeds: { charged, waived, moved, movedOn, writtenOff } }
}

test('[L38] a charge that is waived and a date that was moved on are not reversed before what is built on them', () => {
  const { lending, reverse, deeds } = muchDecided()
  const { charged, waived, moved, movedOn, writtenOff } = deeds
  for (const base of [charged, moved]) expectRefusal(reverse('manager', base), 'loan-not-last')
  for (const deed of [movedOn, waived, charged, moved, writtenOff]) {
    expect(reverse('manager', deed).ok).toBe(true)
    expectLoanBooked(lending)
  }
})

test('[L38] who may not decide it does not undo it either', () => {
  const { reverse, deeds } = muchDecided()
  for (const deed of Object.values(deeds))
    expect(expectRefusal(reverse('officer', deed), 'not-permitted').permission).toBe('approve')
})
