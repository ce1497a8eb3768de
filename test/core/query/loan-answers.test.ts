import { expect, test } from 'vitest'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import type { Answers } from '../../../core/query/answers.ts'
import type { Branch } from '../../support/branch.ts'
import { makeBranch } from '../../support/branch.ts'
import { nextDay } from '../../support/lent-books.ts'
import { approvedLoan, paidOutLoan, repay } from '../../support/loans.ts'

function ask<T extends BooksQuery['type']>(
  { books, desk }: Branch,
  query: Extract<BooksQuery, { type: T }>,
): Answers[T] {
  const answer = answerQuery(books, desk('officer'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as Answers[T]
}

test('[L37] a loan’s page has its plan, what befell it, what that comes to now, and what may be done', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, clientId } = lending
  nextDay(lending, '2026-04-12')
  const wrong = repay(lending, 10_000n)
  branch.must('manager', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' })
  const loan = ask(branch, { type: 'loan', loanId })
  expect(loan).toMatchObject({ state: 'active', daysPastDue: 10, arrearsMinor: 361_755n, clientId, cycle: 1 })
  expect(loan.installments.map(({ dueOn }) => dueOn)).toEqual(['2026-04-02', '2026-05-02', '2026-06-02'])
  expect(
    loan.history.map(({ type, portions, reversedBy }) => [type, portions?.interest, reversedBy !== undefined]),
  ).toEqual([
    ['loan.disbursed', 0n, false],
    ['loan.repaid', undefined, true],
    ['operation.reversed', undefined, false],
  ])
  expect(loan.possible).toContain('repay')
  expect(ask(branch, { type: 'loans', of: { by: 'client', clientId }, limit: 10 }).map(one => one.loanId)).toEqual([
    loanId,
  ])
  expect(ask(branch, { type: 'loans', of: { by: 'officer' }, limit: 10 })[0]?.next?.dueOn).toBe('2026-04-02')
})

test('[L37] before it is paid out a loan’s page has the plan as it would be', () => {
  const { branch, loanId } = approvedLoan(makeBranch(), { installments: 3 })
  const loan = ask(branch, { type: 'loan', loanId })
  expect(loan.installments.map(({ due }) => due.interest)).toEqual([20_000n, 13_465n, 6_799n])
  expect([loan.state, loan.payoffMinor, loan.outstanding.principal]).toEqual(['approved', 0n, 0n])
})
