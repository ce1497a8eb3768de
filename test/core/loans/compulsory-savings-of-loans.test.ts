import { expect, test } from 'vitest'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { approvedLoan, draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions } = templateProduct('loan')
const drawer = { kind: 'drawer' } as const
const withSavings = { product: { conditions: { ...conditions, compulsorySavingsPercent: rate('10') } } }

/** An approved loan of 10,000.01, a tenth of which is to be held; the client has a passbook and compulsory savings. */
function lending() {
  const lent = approvedLoan(makeBranch(), { ...withSavings, principalMinor: 1_000_001n })
  const { branch, clientId, accountId, loanId } = lent
  const opened = branch.must('officer', { type: 'savings.open', clientId, productId: 'compulsory-savings' })
  const compulsory = opened.created.accountId ?? ''
  const pay = (to: string, amountMinor: bigint) =>
    branch.must('officer', { type: 'savings.deposit', accountId: to, amountMinor, currency: 'KES' })
  const amount = { amountMinor: 1_000_001n, currency: 'KES' } as const
  const held = () => [accountId, compulsory].map(id => loadSavingsAccount(branch.books.db, id, null)?.heldMinor)
  const disburse = { type: 'loan.disburse', loanId, ...amount, to: { kind: 'savings', accountId } } as const
  return { ...lent, compulsory, pay, held, disburse }
}

function paidOut() {
  const at = lending()
  at.pay(at.accountId, 150_000n)
  at.pay(at.compulsory, 60_000n)
  return { ...at, record: at.branch.must('officer', at.disburse).record }
}

test('[L51] money leaves once the product’s share of it is held, compulsory savings first and rounded up', () => {
  const { branch, loanId, accountId, compulsory, pay, held, disburse } = lending()
  pay(accountId, 100_000n)
  const short = expectRefusal(branch.execute('officer', disburse), 'savings-missing')
  expect(short).toMatchObject({ neededMinor: 100_001n, freeMinor: 100_000n })
  pay(compulsory, 60_000n)
  branch.must('officer', disburse)
  expect(held()).toEqual([40_001n, 60_000n])
  const security = answerQuery(branch.books, branch.desk('officer'), { type: 'loan-security', loanId }, [])
  const savings = [
    { accountId: compulsory, heldMinor: 60_000n },
    { accountId, heldMinor: 40_001n },
  ]
  expect(security).toMatchObject({ ok: true, value: { savingsNeededMinor: 100_001n } })
  expect(
    new Set(
      Object(security).value.savings.map(
        ({ number: _, holdId: __, ...one }: { number: string; holdId: string }) => one,
      ),
    ),
  ).toEqual(new Set(savings))
  const out = { type: 'savings.withdraw', accountId: compulsory, amountMinor: 10_000n, currency: 'KES' } as const
  expectRefusal(branch.execute('officer', out), 'balance-below-minimum')
  expectBooksToBalance(branch)
})

test('[L51] what is held frees itself when the loan is paid off, and is held again when that is reversed', () => {
  const { branch, loanId, held } = paidOut()
  const all = { type: 'loan.repay', loanId, amountMinor: 1_400_000n, currency: 'KES', from: drawer } as const
  const { record } = branch.must('officer', all)
  expect(held()).toEqual([0n, 0n])
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' })
  expect(held()).toEqual([40_001n, 60_000n])
  expectBooksToBalance(branch)
})

test('[L51] a payment that is taken back frees it, and the next payment holds it once', () => {
  const { branch, loanId, record, held, disburse } = paidOut()
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' })
  expect([loanOf({ branch, loanId }).state, ...held()]).toEqual(['approved', 0n, 0n])
  branch.must('officer', disburse)
  expect(held()).toEqual([40_001n, 60_000n])
  expectBooksToBalance(branch)
})

test('[L51] a loan that pays another off takes over what was held for it', () => {
  const { branch, loanId: closes, clientId, compulsory, held, accountId } = paidOut()
  const out = { type: 'savings.withdraw', accountId, amountMinor: 1_000_000n, currency: 'KES' } as const
  branch.must('officer', out)
  const loanId = draftLoan(branch, clientId, { ...withSavings, principalMinor: 1_500_000n })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const refinance = { type: 'loan.refinance', loanId, closes, currency: 'KES', to: drawer } as const
  branch.must('officer', { ...refinance, amountMinor: 1_500_000n })
  expect(held()).toEqual([90_000n, 60_000n])
  expect(loadSavingsAccount(branch.books.db, compulsory, null)?.balanceMinor).toBe(60_000n)
  expect(loanOf({ branch, loanId: closes }).state).toBe('paid-off')
  expectBooksToBalance(branch)
})
