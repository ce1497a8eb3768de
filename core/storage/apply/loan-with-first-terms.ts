import { z } from 'zod'
import { wireBody } from '../../journal/body.ts'
import type { JournalRecord } from '../../journal/record.ts'

type Body = JournalRecord['body']

/** A loan as it was published before there was lending: one rate, months, and three accounts. */
const firstLoan = z.object({
  kind: z.literal('loan'),
  annualPercent: z.string(),
  principalMinMinor: z.string(),
  principalMaxMinor: z.string(),
  term: z.object({ monthsMin: z.int(), monthsMax: z.int(), monthsDefault: z.int() }),
  graceDays: z.int(),
  lateFeeMinor: z.string().optional(),
  prepayment: z.looseObject({ type: z.string() }),
  incomeAccount: z.string(),
  receivableAccount: z.string(),
  feeIncomeAccount: z.string(),
})

const otherTerms = z.looseObject({})

const founding = z.looseObject({ products: z.array(z.json()) })
const publication = z.object({ product: z.json() })

export function foundingWithLoanTerms(body: Body): Body {
  const { products, ...rest } = founding.parse(body)
  return wireBody({ ...rest, products: products.map(withLoanTerms) })
}

export const publicationWithLoanTerms = (body: Body): Body =>
  wireBody({ product: withLoanTerms(publication.parse(body).product) })

function withLoanTerms(product: unknown): unknown {
  const read = firstLoan.safeParse(product)
  if (!read.success) return product
  const { annualPercent, principalMinMinor, principalMaxMinor, term, graceDays, lateFeeMinor, prepayment } = read.data
  const { incomeAccount, receivableAccount, feeIncomeAccount } = read.data
  const common = Object.entries(otherTerms.parse(product)).filter(([name]) => !isFirstTerm(name))
  return {
    ...Object.fromEntries(common),
    kind: 'loan',
    principal: { minMinor: principalMinMinor, maxMinor: principalMaxMinor, defaultMinor: principalMinMinor },
    annualPercent: { min: annualPercent, max: annualPercent, default: annualPercent },
    frequencies: [
      {
        every: 1,
        unit: 'months',
        installments: { min: term.monthsMin, max: term.monthsMax, default: term.monthsDefault },
      },
    ],
    ...unsaid,
    repayment: {
      allocation: { type: 'named', order: 'penalty-fee-interest-principal' },
      late: { graceDays, fee: lateFeeMinor && { type: 'fixed', amountMinor: lateFeeMinor } },
      prepayment,
    },
    accounting: {
      basis: 'accrual',
      nonAccrualAfterDays: 90,
      provisioning: [],
      accounts: {
        ...accountsOfTemplate,
        interestReceivable: receivableAccount,
        interestIncome: incomeAccount,
        feeIncome: feeIncomeAccount,
      },
    },
  }
}

const isFirstTerm = (name: string): boolean => Object.hasOwn(firstLoan.shape, name)

/** What the first terms left open, in its plainest form: declining interest by the month, in equal installments. */
const unsaid = {
  schedule: {
    algorithm: 'cumulative',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    share: { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: false },
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    rounding: { mode: 'half-up', unitMinor: '1', installmentMultipleMinor: '1', installmentMode: 'half-up' },
    tranchesMax: 1,
  },
  dueDates: { restDays: 'leave', onCentreDay: false, firstAfterDays: { min: 0, max: 62 } },
  charges: [],
  conditions: { approvalLevels: [{ people: 1 }], cycleLimits: [], guarantorsMin: 0 },
} as const

/**
 * Accounts that the chart of every institution has had from its founding. The last two are no accounts of single loans, which those of
 * a loan's advance interest and overpayments must be: before a loan is paid out under it, head office adds such accounts to its chart and
 * publishes a version that names them.
 */
const accountsOfTemplate = {
  feesReceivable: '1230',
  penaltiesReceivable: '1240',
  penaltyIncome: '4300',
  allowance: '1290',
  provisionExpense: '5200',
  recoveries: '4400',
  unearnedInterest: '2260',
  overpayments: '2270',
} as const
