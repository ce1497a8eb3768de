import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { approvedLoan, draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const { conditions } = template

test('[L30] an application is drafted, worked on again, handed in, approved, and its states are kept', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId)
  const lending = { branch, loanId }
  const { number, product, cycle } = loanOf(lending)
  expect([number.slice(0, 7), cycle, loanOf(lending).state]).toEqual(['L001-01', 1, 'draft'])
  branch.must('officer', { type: 'loan.submit', loanId })
  const { productId } = product
  const better = { type: 'loan.draft', loanId, clientId, productId, principalMinor: 1_200_000n } as const
  branch.must('officer', { ...better, household: { lines: [{ flow: 'income', kind: 'wages', amountMinor: 900n }] } })
  expect(loanOf(lending)).toMatchObject({ number, state: 'draft', submittedBy: null })
  expect(loanOf(lending).agreement).toMatchObject({ principalMinor: 1_200_000n, installments: 12 })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId, note: 'after the harvest' })
  expect(loanOf(lending).state).toBe('approved')
  const { possible } = expectRefusal(branch.execute('officer', { type: 'loan.submit', loanId }), 'loan-state')
  expect(possible).toEqual([
    'amend',
    'meet-condition',
    'reject',
    'withdraw',
    'cancel',
    'secure',
    'release-security',
    'disburse',
    'refinance',
  ])
  branch.must('officer', { type: 'loan.withdraw', loanId })
  expect(loanOf(lending).state).toBe('withdrawn')
  expectBooksToBalance(branch)
})

test('[L85] who works on an approved application again undoes its approval, also after its payment was taken back', () => {
  const lending = approvedLoan(makeBranch())
  const { branch, loanId, clientId } = lending
  const { productId } = loanOf(lending).product
  const pay = { type: 'loan.disburse', loanId, currency: 'KES', to: { kind: 'drawer' } } as const
  const { record } = branch.must('officer', { ...pay, amountMinor: 1_000_000n })
  expectRefusal(
    branch.execute('officer', { type: 'loan.draft', loanId, clientId, productId, principalMinor: 800_000n }),
    'loan-state',
  )
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-amount' })
  branch.must('officer', { type: 'loan.draft', loanId, clientId, productId, principalMinor: 800_000n, installments: 6 })
  expect(loanOf(lending)).toMatchObject({ state: 'draft', approvedBy: [], dates: null })
  expectRefusal(branch.execute('officer', { ...pay, amountMinor: 800_000n }), 'loan-state')
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  branch.must('officer', { ...pay, amountMinor: 800_000n })
  expect(loanOf(lending).booked.paidOut).toBe(800_000n)
  expectBooksToBalance(branch)
})

test('[L30] an application is rejected for a reason, and one that is approved is cancelled', () => {
  const { branch, loanId, clientId } = approvedLoan(makeBranch())
  branch.must('manager', { type: 'loan.cancel', loanId })
  const other = draftLoan(branch, clientId)
  branch.must('officer', { type: 'loan.submit', loanId: other })
  branch.must('manager', { type: 'loan.reject', loanId: other, reason: 'cannot-repay' })
  expect([loanId, other].map(one => loanOf({ branch, loanId: one }).state)).toEqual(['cancelled', 'rejected'])
  expectBooksToBalance(branch)
})

test('[L35] who drafted or handed in does not approve, nobody approves twice, and the amount says how many people do', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const levels = [{ upToMinor: 500_000n, people: 1 }, { people: 2 }]
  const loanId = draftLoan(branch, clientId, { product: { conditions: { ...conditions, approvalLevels: levels } } })
  branch.must('manager', { type: 'loan.submit', loanId })
  const approve = { type: 'loan.approve', loanId } as const
  expectRefusal(branch.execute('manager', approve), 'loan-own-application')
  expectRefusal(branch.execute('officer', approve), 'not-permitted')
  branch.must('head-office', approve)
  expect(loanOf({ branch, loanId }).state).toBe('submitted')
  expectRefusal(branch.execute('head-office', approve), 'loan-own-application')
  expectBooksToBalance(branch)
})

/** An application for so much, which two people have to approve. */
function forTwo(principalMinor: bigint) {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const product = {
    conditions: { ...conditions, approvalLevels: [{ people: 2 }] },
    principal: { ...template.principal, maxMinor: 500_000_000n },
  }
  const loanId = draftLoan(branch, clientId, { product, principalMinor })
  branch.must('officer', { type: 'loan.submit', loanId })
  return { branch, loanId, approve: { type: 'loan.approve', loanId } as const }
}

test('[L35] two who approve together are two', () => {
  const { branch, loanId, approve } = forTwo(1_000_000n)
  branch.must('manager', approve, 'head-office')
  expect(loanOf({ branch, loanId })).toMatchObject({ state: 'approved' })
  expect(loanOf({ branch, loanId }).approvedBy.length).toBe(2)
  expectBooksToBalance(branch)
})

test.each([
  ['manager', 'head-office'],
  ['head-office', 'manager'],
] as const)(
  '[L35] above a person’s limit another one decides, and who signs beyond it does not count: %s, then %s',
  (first, second) => {
    const { branch, loanId, approve } = forTwo(200_000_000n)
    expect(expectRefusal(branch.execute('manager', approve), 'approval-needed').limit).toBe('loanApprovalMinor')
    branch.must(first, approve, second)
    const { staffId } = branch.desk('head-office')
    expect(loanOf({ branch, loanId })).toMatchObject({ state: 'submitted', approvedBy: [staffId] })
    expectBooksToBalance(branch)
  },
)

test.each([
  //  what is asked for                                             outcome
  [{ principalMinor: 1n }, 'principalMinor below-minimum'],
  [{ principalMinor: 90_000_000_000n }, 'principalMinor above-maximum'],
  [{ installments: 2 }, 'installments below-minimum'],
  [{ installments: 25 }, 'installments above-maximum'],
  [{ annualPercent: rate('30') }, 'annualPercent above-maximum'],
  [{ frequency: { every: 1, unit: 'days' as const } }, 'frequency not-offered'],
  [{ plannedOn: businessDate('2026-03-01') }, 'plannedOn in-the-past'],
  [{ firstDueOn: businessDate('2026-03-05') }, 'firstDueOn too-early'],
  [{ firstDueOn: businessDate('2026-06-05') }, 'firstDueOn too-late'],
])('[L34] what the product does not offer is refused by its field: %o', (over, expected) => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const productId = 'microfinance-business-loan'
  const asked = { type: 'loan.draft', clientId, productId, principalMinor: 1_000_000n, ...over } as const
  const { field, rule } = expectRefusal(branch.execute('officer', asked), 'field-invalid')
  expect(`${field} ${rule}`).toBe(expected)
})

test('[L35] a client borrows no more than which loan it is allows, nor than all loans together may be', () => {
  const branch = makeBranch()
  const opened = openForBusiness(branch)
  const limited = (over: Partial<typeof conditions>) =>
    draftLoan(branch, opened.clientId, { product: { conditions: { ...conditions, ...over } } })
  const submitted = (loanId: string) => branch.execute('officer', { type: 'loan.submit', loanId })
  const cycleLimits = [
    { fromCycle: 1, principalMaxMinor: 900_000n },
    { fromCycle: 2, principalMaxMinor: 5_000_000n },
  ]
  expect(expectRefusal(submitted(limited({ cycleLimits })), 'loan-above-cycle')).toMatchObject({ cycle: 1 })
  const first = limited({})
  expect(outcomeType(submitted(first))).toBe('posted')
  branch.must('manager', { type: 'loan.approve', loanId: first })
  const to = { kind: 'drawer' } as const
  branch.must('officer', { type: 'loan.disburse', loanId: first, amountMinor: 1_000_000n, currency: 'KES', to })
  expect(outcomeType(submitted(limited({ cycleLimits })))).toBe('posted')
  const beyond = expectRefusal(submitted(limited({ exposureMaxMinor: 1_999_999n })), 'loan-above-exposure')
  expect(beyond.owedMinor).toBe(1_000_000n)
  expectBooksToBalance(branch)
})

test('[L36] money goes only to an account of the borrower', () => {
  const { branch, loanId } = approvedLoan(makeBranch())
  const { created } = branch.must('officer', {
    type: 'client.register',
    client: newClient({ givenNames: 'Otieno', familyName: 'Were' }),
  })
  const other = branch.must('officer', {
    type: 'savings.open',
    clientId: created.clientId ?? '',
    productId: 'passbook-savings',
  })
  const to = { kind: 'savings', accountId: other.created.accountId ?? '' } as const
  const disbursement = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to } as const
  expectRefusal(branch.execute('officer', disbursement), 'account-of-other-client')
})
