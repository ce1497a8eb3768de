import { expect, test } from 'vitest'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanSecurityAnswer } from '../../../core/query/loan-security-answers.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { draftLoan, loanOf } from '../../support/loans.ts'
import { runNights } from '../../support/nights.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions, accounting } = templateProduct('loan')
const KES = 'KES' as const
const guaranteed = { kycTier: 1, conditions: { ...conditions, guarantorsMin: 1 } } as const

/** A client with savings of 6,000.00, who is not the borrower. */
function guarantorOf(branch: Branch) {
  const client = newClient({ givenNames: 'Otieno', phone: '+254711000077' })
  const guarantorId = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  const opened = branch.must('officer', { type: 'savings.open', clientId: guarantorId, productId: 'passbook-savings' })
  const accountId = opened.created.accountId ?? ''
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 600_000n, currency: KES })
  return { guarantorId, accountId }
}

/** A loan of 3,000.00 in three installments that is paid out to the borrower's savings, with 2,000.00 of a guarantor's held. */
function paidOut(over: object = {}) {
  const branch = makeBranch()
  const { clientId, accountId: borrowers } = openForBusiness(branch)
  const asked = { installments: 3, principalMinor: 300_000n, product: { ...guaranteed, charges: [], ...over } }
  const loanId = draftLoan(branch, clientId, asked)
  const { guarantorId, accountId } = guarantorOf(branch)
  const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 200_000n, accountId } as const
  const { created } = branch.must('officer', word)
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  branch.must('officer', { type: 'savings.deposit', accountId: borrowers, amountMinor: 100_000n, currency: KES })
  const to = { kind: 'savings', accountId: borrowers } as const
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 300_000n, currency: KES, to })
  const holdId = created.holdId ?? ''
  const guaranteeId = created.guaranteeId ?? ''
  const take = (amountMinor: bigint) =>
    ({ type: 'loan.repay', loanId, amountMinor, currency: KES, from: { kind: 'held', holdId } }) as const
  const account = () => loadSavingsAccount(branch.books.db, accountId, null)
  const stands = () => [account()?.balanceMinor, account()?.heldMinor]
  return { branch, loanId, accountId, guarantorId, guaranteeId, borrowers, holdId, take, stands }
}

function securityOf({ books, desk }: Branch, loanId: string): LoanSecurityAnswer {
  const answer = answerQuery(books, desk('officer'), { type: 'loan-security', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanSecurityAnswer
}

/** The first installment, of 1,040.26, is past due since the day before. */
function late(over: object = {}) {
  const lent = paidOut(over)
  nextDay(lent, '2026-04-03')
  return lent
}

test('[L80] a guarantor is called on: what is held pays what is past due, and the rest stays held', () => {
  const lent = late()
  const { branch, loanId, guarantorId, take, stands } = lent
  const taken = branch.must('manager', take(100_000n), 'head-office')
  expect(entriesOf(branch, taken)[0]).toEqual(['held-amount-taken', '1210 -94000', '1220 -6000', '2110 100000'])
  expect(stands()).toEqual([500_000n, 100_000n])
  expect(securityOf(branch, loanId)).toMatchObject({
    guaranteedMinor: 100_000n,
    guarantors: [{ standing: 'standing', heldMinor: 100_000n, calledMinor: 100_000n }],
  })
  const exposure = answerQuery(
    branch.books,
    branch.desk('officer'),
    { type: 'client-exposure', clientId: guarantorId },
    [],
  )
  expect(exposure).toMatchObject({ value: { guaranteedMinor: 100_000n } })
  expectLoanBooked(lent)
})

test('[L80] nobody takes alone what is held, nor before its time, nor more than is past due or held', () => {
  const early = paidOut()
  expect(expectRefusal(early.branch.execute('manager', early.take(1n), 'head-office'), 'held-not-due').dueMinor).toBe(
    0n,
  )
  const { branch, loanId, take, accountId, borrowers } = late()
  expectRefusal(branch.execute('manager', take(1n)), 'second-person-needed')
  expectRefusal(branch.execute('teller', take(1n), 'manager'), 'not-permitted')
  const beyond = expectRefusal(branch.execute('manager', take(104_027n), 'head-office'), 'held-not-due')
  expect(beyond.dueMinor).toBe(104_026n)
  const above = expectRefusal(branch.execute('manager', take(200_001n), 'head-office'), 'capture-above-hold')
  expect(above.heldMinor).toBe(200_000n)
  const another = branch.must('officer', {
    type: 'hold.place',
    accountId: borrowers,
    amountMinor: 1_000n,
    currency: KES,
    reason: 'other',
  }).created.holdId
  const foreign = { ...take(1n), from: { kind: 'held', holdId: another ?? '' } } as const
  expectRefusal(branch.execute('manager', foreign, 'head-office'), 'security-unknown')
  const direct = { type: 'loan.repay', loanId, amountMinor: 1_000n, currency: KES } as const
  expectRefusal(
    branch.execute('officer', { ...direct, from: { kind: 'savings', accountId } }),
    'account-of-other-client',
  )
})

test('[L80] of a loan that is defaulted all is taken, without the price of paying early, and what is left is free', () => {
  const repayment = {
    ...templateProduct('loan').repayment,
    prepayment: { type: 'allowed', penaltyPercent: rate('10') },
  }
  const lent = late({ repayment, accounting: { ...accounting, defaultAfterDays: 20 } })
  const { branch, loanId, take, stands, borrowers } = lent
  branch.must('officer', {
    type: 'loan.repay',
    loanId,
    amountMinor: 200_000n,
    currency: KES,
    from: { kind: 'savings', accountId: borrowers },
  })
  nextDay(lent, '2026-07-01')
  runNights(branch)
  expect(loanOf(lent).defaultedOn).not.toBeNull()
  const payoffMinor = owed(lent)
  const [before = 0n] = stands()
  branch.must('manager', take(payoffMinor), 'head-office')
  expect(loanOf(lent).state).toBe('paid-off')
  expect(stands()).toEqual([before - payoffMinor, 0n])
  expectLoanBooked(lent)
})

const owed = ({ branch, loanId }: Pick<ReturnType<typeof late>, 'branch' | 'loanId'>): bigint =>
  branch.books.db
    .prepare<[string], bigint>(
      'SELECT principal_minor + interest_minor + fees_minor + penalties_minor FROM loan WHERE loan_id = ?',
    )
    .safeIntegers(true)
    .pluck()
    .get(loanId) ?? 0n

test('[L80] what was taken whole comes back with the reversal and is held again, unless the guarantor was let go', () => {
  const lent = late()
  const { branch, loanId, guaranteeId, take, stands } = lent
  const first = branch.must('manager', take(50_000n), 'head-office')
  nextDay(lent, '2026-06-10')
  const second = branch.must('manager', take(150_000n), 'head-office')
  expect(stands()).toEqual([400_000n, 0n])
  const reverse = (record: typeof first.record) =>
    outcomeType(branch.execute('manager', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'head-office'))
  expect([reverse(second.record), stands()]).toEqual(['posted', [550_000n, 150_000n]])
  branch.must('manager', take(150_000n), 'head-office')
  branch.must('officer', { type: 'loan.release-guarantor', loanId, guaranteeId }, 'manager')
  expect([reverse(first.record), stands()]).toEqual(['posted', [450_000n, 0n]])
  expectLoanBooked(lent)
  expectBooksToBalance(branch)
})

test('[L80] the borrower’s own held savings pay a loan that is written off', () => {
  const lent = paidOut({ conditions: { ...conditions, compulsorySavingsPercent: rate('10') } })
  const { branch, loanId, borrowers } = lent
  branch.must('head-office', { type: 'loan.write-off', loanId }, 'manager')
  const [held] = securityOf(branch, loanId).savings
  expect(held?.heldMinor).toBe(30_000n)
  const from = { kind: 'held', holdId: held?.holdId ?? '' } as const
  branch.must('manager', { type: 'loan.repay', loanId, amountMinor: 30_000n, currency: KES, from }, 'head-office')
  expect(loanOf(lent).booked.recovered).toBe(30_000n)
  expect(loadSavingsAccount(branch.books.db, borrowers, null)).toMatchObject({ balanceMinor: 370_000n, heldMinor: 0n })
  expectLoanBooked(lent)
})

test('[L80] a guarantor who pays stands for so much less, and for all of it again when that is reversed', () => {
  const lent = late()
  const { branch, loanId, guaranteeId, accountId, holdId } = lent
  const pay = { type: 'loan.repay', loanId, currency: KES, guaranteeId } as const
  const cash = { kind: 'drawer' } as const
  const { record } = branch.must('officer', { ...pay, amountMinor: 80_000n, from: cash })
  branch.must('officer', { ...pay, amountMinor: 10_000n, from: { kind: 'savings', accountId } })
  expect(securityOf(branch, loanId)).toMatchObject({
    guaranteedMinor: 110_000n,
    guarantors: [{ heldMinor: 200_000n, calledMinor: 90_000n }],
  })
  const twice = { ...pay, amountMinor: 1n, from: { kind: 'held', holdId } } as const
  expect(expectRefusal(branch.execute('manager', twice, 'head-office'), 'field-invalid').field).toBe('guaranteeId')
  const unknown = { ...pay, guaranteeId: loanId, amountMinor: 1n, from: cash } as const
  expectRefusal(branch.execute('officer', unknown), 'security-unknown')
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-amount' })
  expect(securityOf(branch, loanId).guaranteedMinor).toBe(190_000n)
  expectLoanBooked(lent)
})
