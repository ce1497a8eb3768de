import { expect, test } from 'vitest'
import type { AdvanceRule } from '../../../core/loan-life/loan-terms.ts'
import type { LoanAllocation } from '../../../core/products/loan-repayment.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { type Lending, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const four = { installments: 4, principalMinor: 400_000n }

/** Principal and interest of each installment, as the books have the plan. */
const plan = ({ branch, loanId }: Lending): readonly (readonly [principal: bigint, interest: bigint])[] =>
  branch.books.db
    .prepare<[string], { principal: bigint; interest: bigint }>(
      'SELECT principal_minor AS principal, interest_minor AS interest FROM loan_installment WHERE loan_id = ? ORDER BY due_on',
    )
    .safeIntegers(true)
    .all(loanId)
    .map(({ principal, interest }) => [principal, interest])

/** Of a loan of 4,000.00 in four installments of 1,050.50, the first of which is paid in time with 1,000.00 more. */
function paidAhead(advance: AdvanceRule): Lending {
  const recalculation = {
    rest: 'daily',
    advance,
    compounding: 'none',
    lateInterest: 'every-period',
    payoff: 'to-the-day',
  } as const
  const repayment = { ...template.repayment, late: { graceDays: 0 }, recalculation }
  const lending = paidOutLoan(makeBranch({ seed: advance }), { ...four, product: { repayment } })
  nextDay(lending, '2026-04-02')
  repay(lending, 205_050n)
  expectLoanBooked(lending)
  return lending
}

/** After it 2,029.50 are left, at two percent a month; in advance, money met 989.91 of the next installment and 10.09 of the one after. */
test.each([
  [
    'reduce-installment',
    [
      [66_315n, 4_059n],
      [67_641n, 2_733n],
      [68_994n, 1_380n],
    ],
  ],
  [
    'reduce-number',
    [
      [100_991n, 4_059n],
      [101_959n, 2_039n],
    ],
  ],
  [
    'reschedule-next',
    [
      [991n, 4_059n],
      [101_011n, 4_039n],
      [100_948n, 2_019n],
    ],
  ],
  [
    'adjust-last-unpaid',
    [
      [100_991n, 4_059n],
      [101_031n, 4_019n],
      [100_928n, 2_019n],
    ],
  ],
] as const)('[L21] a real payment of what is due and more does what the product says: %s', (advance, later) => {
  expect(plan(paidAhead(advance)).slice(1)).toEqual(later)
})

const own = (over: Partial<Extract<LoanAllocation, { type: 'own' }>>): LoanAllocation => ({
  type: 'own',
  pastDue: ['interest', 'principal', 'fees', 'penalties'],
  due: ['interest', 'principal', 'fees', 'penalties'],
  inAdvance: ['interest', 'principal', 'fees', 'penalties'],
  dueChargesFirst: false,
  direction: 'horizontal',
  future: { default: 'next-installment' },
  ...over,
})

function lentWith(allocation: LoanAllocation): Lending {
  const repayment = { ...template.repayment, late: { graceDays: 0 }, allocation }
  return paidOutLoan(makeBranch(), { ...four, product: { repayment } })
}

const paid = ({ branch, loanId }: Lending): readonly bigint[] =>
  branch.books.db
    .prepare<[string], bigint>('SELECT paid_minor FROM loan_installment WHERE loan_id = ? ORDER BY due_on')
    .safeIntegers(true)
    .pluck()
    .all(loanId)

test.each([
  ['horizontal', [12_000n, 0n, 0n, 0n], '4000'],
  ['vertical', [8_000n, 4_000n, 0n, 0n], '0'],
] as const)('[L14] where two installments are late, a real payment goes %s', (direction, each, principal) => {
  const lending = lentWith(own({ direction }))
  nextDay(lending, '2026-05-04')
  const { record } = repay(lending, 12_000n)
  expect(paid(lending)).toEqual(each)
  expect(recordAt(lending.branch.books.db, record)?.record.body).toMatchObject({ portions: { principal } })
  expectLoanBooked(lending)
})

test.each([
  ['next-installment', [105_050n, 30_000n, 0n, 0n]],
  ['last-installment', [105_050n, 0n, 0n, 30_000n]],
  ['even-parts', [105_050n, 10_000n, 10_000n, 10_000n]],
] as const)('[L15] money that a real payment has in advance goes to the %s', (rule, each) => {
  const lending = lentWith(own({ future: { default: rule } }))
  nextDay(lending, '2026-04-02')
  repay(lending, 135_050n)
  expect(paid(lending)).toEqual(each)
  expectLoanBooked(lending)
})
