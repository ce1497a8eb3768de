import { expect, test } from 'vitest'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanApplicationAnswer } from '../../../core/query/loan-answers.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions } = templateProduct('loan')
const drawer = { kind: 'drawer' } as const

function applicationOf({ books, desk }: Branch, loanId: string): LoanApplicationAnswer {
  const answer = answerQuery(books, desk('officer'), { type: 'loan-application', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanApplicationAnswer
}

/** An application that is handed in, and needs so many people. */
function handedIn(people = 1) {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const product = { conditions: { ...conditions, approvalLevels: [{ people }] } }
  const loanId = draftLoan(branch, clientId, { product })
  branch.must('teller', { type: 'loan.submit', loanId })
  const disburse = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to: drawer } as const
  return { branch, loanId, disburse }
}

test('[L83] what is approved under a condition is paid out once somebody who may approve says that it is met', () => {
  const { branch, loanId, disburse } = handedIn()
  const said = { type: 'loan.approve', loanId, condition: 'The stall is rented', note: 'Known for years' } as const
  const { record: approval } = branch.must('manager', said)
  expect(expectRefusal(branch.execute('officer', disburse), 'loan-conditions-open').open).toBe(1)
  expect(applicationOf(branch, loanId)).toMatchObject({ openConditions: [approval] })
  expect(applicationOf(branch, loanId).steps.at(-1)).toMatchObject({
    condition: 'The stall is rented',
    note: 'Known for years',
  })
  const meet = { type: 'loan.meet-condition', loanId, approval, note: 'Contract seen' } as const
  expectRefusal(branch.execute('officer', meet), 'not-permitted')
  const other = expectRefusal(
    branch.execute('manager', { ...meet, approval: { ...approval, seq: 1 } }),
    'field-invalid',
  )
  expect([other.field, other.rule]).toEqual(['approval', 'not-known-here'])
  const met = branch.must('manager', meet)
  expectRefusal(branch.execute('manager', meet), 'field-invalid')
  expect(applicationOf(branch, loanId).openConditions).toEqual([])
  branch.must('officer', disburse)
  expect(loanOf({ branch, loanId }).state).toBe('active')
  for (const ref of [approval, met.record])
    expect(JSON.stringify(recordAt(branch.books.db, ref)?.record.body)).not.toContain('stall')
  expectBooksToBalance(branch)
})

test('[L83] each who approves may name one, and an application that is worked on again has none', () => {
  const { branch, loanId, disburse } = handedIn(2)
  const first = branch.must('manager', { type: 'loan.approve', loanId, condition: 'A second guarantor' }).record
  const { clientId, product } = loanOf({ branch, loanId })
  const draft = {
    type: 'loan.draft',
    loanId,
    clientId,
    productId: product.productId,
    principalMinor: 900_000n,
  } as const
  branch.must('officer', draft)
  branch.must('teller', { type: 'loan.submit', loanId })
  expectRefusal(branch.execute('manager', { type: 'loan.meet-condition', loanId, approval: first }), 'field-invalid')
  const again = branch.must('manager', { type: 'loan.approve', loanId, condition: 'A second guarantor' }).record
  const other = branch.must('head-office', { type: 'loan.approve', loanId, condition: 'Papers of the plot' }).record
  const pay = { ...disburse, amountMinor: 900_000n }
  expect(expectRefusal(branch.execute('officer', pay), 'loan-conditions-open').open).toBe(2)
  branch.must('manager', { type: 'loan.meet-condition', loanId, approval: other })
  expect(expectRefusal(branch.execute('officer', pay), 'loan-conditions-open').open).toBe(1)
  branch.must('head-office', { type: 'loan.meet-condition', loanId, approval: again })
  branch.must('officer', pay)
  expectBooksToBalance(branch)
})
