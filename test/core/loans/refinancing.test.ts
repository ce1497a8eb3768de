import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { PreviewAnswer } from '../../../core/query/counter-answers.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { draftLoan, loanOf, paidOutLoan } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const { conditions } = template
const drawer = { kind: 'drawer' } as const

/** A loan of 10,000.00 on the day its first installment is due, and one of so much that is to pay it off. */
function topUp(principalMinor = 1_500_000n, product: Partial<LoanProduct> = {}) {
  const lent = paidOutLoan(makeBranch(), { product })
  const { branch, clientId, loanId: closes } = lent
  const big = { ...template.principal, maxMinor: 500_000_000n }
  const loanId = draftLoan(branch, clientId, { principalMinor, product: { principal: big } })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId }, 'head-office')
  const refinance = { type: 'loan.refinance', loanId, closes, amountMinor: principalMinor, currency: 'KES' } as const
  return { ...lent, loanId, closes, refinance: { ...refinance, to: drawer } as const }
}

const answerOf = ({ books, desk }: Branch, loanId: string): LoanAnswer => {
  const answer = answerQuery(books, desk('officer'), { type: 'loan', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAnswer
}

test('[L53] a refinancing is reversed as one: the old loan is owed again, the new one approved, and both can go on', () => {
  const at = topUp()
  const { branch, loanId, closes, refinance } = at
  nextDay(at, '2026-04-02')
  const before = loanOf({ branch, loanId: closes }).booked
  const done = branch.must('officer', refinance)
  const numbers = [loanId, closes].map(id => loanOf({ branch, loanId: id }).number)
  expect(answerOf(branch, loanId).refinances).toEqual({ loanId: closes, number: numbers[1] })
  expect(answerOf(branch, closes).refinancedBy).toEqual({ loanId, number: numbers[0] })
  const reversed = branch.must('manager', { type: 'operation.reverse', record: done.record, reason: 'wrong-account' })
  const words = entriesOf(branch, reversed).map(([word]) => word)
  expect(words).toEqual(['reversal-loan-disbursement', 'reversal-loan-repayment', 'loan-adjustment'])
  expect([loanId, closes].map(id => loanOf({ branch, loanId: id }).state)).toEqual(['approved', 'active'])
  expect(loanOf({ branch, loanId: closes }).booked).toMatchObject({ paidPrincipal: before.paidPrincipal })
  expect(answerOf(branch, loanId)).not.toHaveProperty('refinances')
  expect(answerOf(branch, closes)).not.toHaveProperty('refinancedBy')
  for (const id of [loanId, closes]) expectLoanBooked({ branch, loanId: id })
  expectRefusal(
    branch.execute('manager', { type: 'operation.reverse', record: done.record, reason: 'other' }),
    'already-reversed',
  )
  branch.must('officer', refinance)
  expect([loanId, closes].map(id => loanOf({ branch, loanId: id }).state)).toEqual(['active', 'paid-off'])
  for (const id of [loanId, closes]) expectLoanBooked({ branch, loanId: id })
})

test('[W72] before a refinancing it is said which loan it pays off, with how much, and what the client gets', () => {
  const { branch, closes, refinance } = topUp()
  const command = { ...refinance, key: branch.environment.newId() }
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'preview', command }, [])
  const { loan } = (answer.ok && (answer.value as PreviewAnswer).effect) || {}
  const { payoffMinor, number } = answerOf(branch, closes)
  expect(loan).toMatchObject({
    paysOff: { loanId: closes, number, amountMinor: payoffMinor },
    amountMinor: 1_500_000n - payoffMinor,
  })
  expect([loan?.before.state, loan?.after.state]).toEqual(['approved', 'active'])
  branch.must('officer', refinance)
  expectLoanBooked({ branch, loanId: closes })
})

test('[L53] a refinancing is not reversed once something stands on the new loan', () => {
  const { branch, loanId, refinance } = topUp()
  const { record } = branch.must('officer', refinance)
  branch.must('officer', { type: 'loan.repay', loanId, amountMinor: 5_000n, currency: 'KES', from: drawer })
  expectRefusal(
    branch.execute('manager', { type: 'operation.reverse', record, reason: 'wrong-account' }),
    'loan-not-last',
  )
  expectLoanBooked({ branch, loanId })
})

test('[L53] where the old loan takes nothing before its time, no other one pays it off before its time', () => {
  const repayment = { ...template.repayment, prepayment: { type: 'refused' as const } }
  const { branch, closes, refinance } = topUp(1_500_000n, { repayment })
  expect(expectRefusal(branch.execute('officer', refinance), 'prepayment-refused').dueMinor).toBe(0n)
  expectLoanBooked({ branch, loanId: closes })
})

test('[L53] above the limit of the person it waits for another one, who decides it later', () => {
  const { branch, loanId, closes, accountId, refinance } = topUp(6_000_000n)
  const command = { ...refinance, key: branch.environment.newId(), to: { kind: 'savings', accountId } } as const
  expect(expectRefusal(branch.execute('officer', command), 'approval-needed')).not.toHaveProperty('signedNow')
  const asked = branch.must('officer', { type: 'approval.request', command })
  branch.must('manager', { type: 'approval.decide', request: asked.record, decision: 'approve' })
  expect([loanId, closes].map(id => loanOf({ branch, loanId: id }).state)).toEqual(['active', 'paid-off'])
  for (const id of [loanId, closes]) expectLoanBooked({ branch, loanId: id })
})

test('[L53] a loan says how often its dates were moved, of the moves that stand', () => {
  const { branch, loanId } = paidOutLoan(makeBranch())
  const move = (from: string, to: string) => {
    const days = { from: businessDate(from), to: businessDate(to) }
    return branch.must('manager', { type: 'loan.reschedule', loanId, ...days }, 'head-office')
  }
  move('2026-04-02', '2026-04-09')
  const { record } = move('2026-05-09', '2026-05-16')
  expect(answerOf(branch, loanId).rescheduled).toBe(2)
  branch.must('manager', { type: 'operation.reverse', record, reason: 'other' }, 'head-office')
  expect(answerOf(branch, loanId).rescheduled).toBe(1)
  expectLoanBooked({ branch, loanId })
})

test('[L54] a loan that another one paid off, and one that came to nothing, do not count', () => {
  const { branch, clientId, loanId, refinance } = topUp()
  const cycleLimits = [
    { fromCycle: 1, principalMaxMinor: 900_000n },
    { fromCycle: 2, principalMaxMinor: 1_000_000n },
    { fromCycle: 3, principalMaxMinor: 5_000_000n },
  ]
  const asked = draftLoan(branch, clientId, {
    product: { conditions: { ...conditions, cycleLimits } },
    principalMinor: 1_100_000n,
  })
  const submit = () => branch.execute('officer', { type: 'loan.submit', loanId: asked })
  expect(expectRefusal(submit(), 'loan-above-cycle').cycle).toBe(2)
  branch.must('officer', refinance)
  expect(expectRefusal(submit(), 'loan-above-cycle').cycle).toBe(2)
  branch.must('officer', { type: 'loan.withdraw', loanId: draftLoan(branch, clientId) })
  expect(expectRefusal(submit(), 'loan-above-cycle').cycle).toBe(2)
  const third = draftLoan(branch, clientId)
  branch.must('officer', { type: 'loan.submit', loanId: third })
  branch.must('manager', { type: 'loan.approve', loanId: third })
  const paid = { type: 'loan.disburse', loanId: third, amountMinor: 1_000_000n, currency: 'KES', to: drawer } as const
  const { record } = branch.must('manager', {
    ...paid,
    to: { kind: 'savings', accountId: accountOf(branch, clientId) },
  })
  expect(outcomeType(branch.execute('officer', { type: 'loan.withdraw', loanId: asked }))).toBe('posted')
  const again = draftLoan(branch, clientId, {
    product: { conditions: { ...conditions, cycleLimits } },
    principalMinor: 1_100_000n,
  })
  const submitAgain = () => branch.execute('officer', { type: 'loan.submit', loanId: again })
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' }, 'head-office')
  expect(expectRefusal(submitAgain(), 'loan-above-cycle').cycle).toBe(2)
  branch.must('manager', { ...paid, to: { kind: 'savings', accountId: accountOf(branch, clientId) } })
  expect(outcomeType(submitAgain())).toBe('posted')
  expectLoanBooked({ branch, loanId })
})

const accountOf = ({ books: { db } }: Branch, clientId: string): string =>
  db.prepare<[string], string>('SELECT account_id FROM savings_account WHERE client_id = ?').pluck().get(clientId) ?? ''
