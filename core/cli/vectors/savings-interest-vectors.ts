import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../../calendar/business-date.ts'
import { compoundValue } from '../../interest/compound-interest.ts'
import { depositInterest, type PostedInterest } from '../../interest/deposit-interest.ts'
import { type InterestTerms, interestTermsSchema } from '../../interest/interest-terms.ts'
import { Decimal } from '../../money/decimal.ts'
import { rateSchema } from '../../money/rate.ts'
import { roundDecimals, roundingModes } from '../../money/rounding.ts'
import { exactMinor, figureSchema, inUnits, plainFigure, wholeMinor } from './decimal-figure.ts'
import { firstDifference, hasField, type VectorKind, vectorCase } from './vector-kind.ts'

const maturitySchema = z.strictObject({
  terms: z.strictObject({
    principal: figureSchema,
    annualRatePct: rateSchema,
    termMonths: z.int().positive(),
    compoundingEveryMonths: z.int().positive(),
  }),
  transactions: z.array(z.never()),
  expected: z.strictObject({ maturityValue: figureSchema }),
})

/** Compared in as many decimals as the file gives. */
function maturityDifference({ terms, expected }: z.infer<typeof maturitySchema>): string | null {
  const value = compoundValue({
    principalMinor: wholeMinor(terms.principal, 2),
    annualPercent: terms.annualRatePct,
    periodsPerYear: new Decimal(12).div(terms.compoundingEveryMonths),
    periods: new Decimal(terms.termMonths).div(terms.compoundingEveryMonths),
  })
  const decimals = expected.maturityValue.split('.')[1]?.length ?? 0
  const rounded = roundDecimals(new Decimal(inUnits(value, 2)), decimals, 'half-even')
  return firstDifference([['maturity value', plainFigure(expected.maturityValue), rounded.toString()]])
}

const lengthNamed = {
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  biannual: 'half-yearly',
  annual: 'yearly',
} as const
const lengthSchema = z
  .enum(['daily', 'weekly', 'monthly', 'quarterly', 'biannual', 'annual'])
  .transform(name => lengthNamed[name])

const dayCountNamed = { 360: 'ACT/360', 364: 'ACT/364', 365: 'ACT/365F', actual: 'ACT/ACT-ISDA' } as const
const daysInYearSchema = z
  .union([z.literal(360), z.literal(364), z.literal(365), z.literal('actual')])
  .transform(days => dayCountNamed[days])

const termsSchema = z.strictObject({
  currency: z.string(),
  decimals: z.int().min(0).max(4),
  annualRatePct: rateSchema,
  daysInYear: daysInYearSchema,
  compounding: lengthSchema,
  posting: lengthSchema,
  balanceMethod: z.enum(['daily', 'average-daily']),
  minBalanceForInterest: figureSchema.nullable(),
  overdraftRatePct: rateSchema.nullable(),
  financialYearStartMonth: z.int().min(1).max(12),
  postAt: z.enum(['period-end', 'day-after-period-end']),
  roundingMode: z.enum(roundingModes),
})

const postingSchema = z.strictObject({
  periodStart: businessDateSchema.optional(),
  periodEnd: businessDateSchema.optional(),
  postingDate: businessDateSchema,
  type: z.enum(['interest', 'overdraft-interest']),
  amount: figureSchema,
  balanceAfter: figureSchema.optional(),
})

const accountSchema = z.strictObject({
  terms: termsSchema,
  transactions: z
    .array(z.strictObject({ date: businessDateSchema, type: z.enum(['deposit', 'withdrawal']), amount: figureSchema }))
    .min(1),
  asOf: businessDateSchema,
  expected: z.strictObject({
    postings: z.array(postingSchema),
    postingsComplete: z.boolean(),
    totalInterest: figureSchema.optional(),
  }),
})
type AccountCase = z.infer<typeof accountSchema>

/** The terms as a product would state them, read by the same schema. */
function interestTerms({ terms }: AccountCase, openedOn: BusinessDate): InterestTerms {
  const { annualRatePct, overdraftRatePct, minBalanceForInterest, decimals } = terms
  const overdraft = overdraftRatePct && {
    arrangedLimitMinor: '0',
    annualPercent: overdraftRatePct,
    excessAnnualPercent: overdraftRatePct,
  }
  const credit = { type: 'whole', tiers: [{ fromMinor: '0', annualPercent: annualRatePct }] }
  return interestTermsSchema.parse({
    rates: [{ from: openedOn, credit, ...(overdraft && { overdraft }) }],
    balanceMethod: terms.balanceMethod,
    dayCount: terms.daysInYear,
    compounding: terms.compounding,
    posting: terms.posting,
    periods: 'calendar',
    yearStartMonth: terms.financialYearStartMonth,
    postAt: terms.postAt,
    minimumBalanceMinor: wholeMinor(minBalanceForInterest ?? '0', decimals).toString(),
    rounding: { mode: terms.roundingMode, multipleMinor: '1' },
  })
}

function postingDifference(
  wanted: z.infer<typeof postingSchema>,
  posting: PostedInterest | undefined,
  decimals: number,
): string | null {
  if (!posting) return `${wanted.postingDate}: expected ${wanted.type} of ${wanted.amount}, got none`
  const { periodStart, periodEnd, postingDate, type, amount, balanceAfter } = wanted
  return firstDifference([
    ['period start', periodStart ?? posting.periodStart, posting.periodStart],
    ['period end', periodEnd ?? posting.periodEnd, posting.periodEnd],
    ['posting date', postingDate, posting.postingDate],
    ['type', type, posting.type],
    [`${postingDate} ${type}`, plainFigure(amount), inUnits(posting.amountMinor, decimals)],
    [
      `${postingDate} balance after`,
      balanceAfter === undefined ? inUnits(posting.balanceAfterMinor, decimals) : plainFigure(balanceAfter),
      inUnits(posting.balanceAfterMinor, decimals),
    ],
  ])
}

function accountDifference(given: AccountCase): string | null {
  const { transactions, expected, asOf, terms } = given
  const movements = transactions.map(({ date, type, amount }) => ({
    date,
    amountMinor: wholeMinor(amount, terms.decimals) * (type === 'deposit' ? 1n : -1n),
  }))
  const openedOn = movements.reduce((first, { date }) => (date < first ? date : first), asOf)
  const { postings } = depositInterest({ openedOn, maturesOn: null }, movements, interestTerms(given, openedOn), asOf)
  if (expected.postingsComplete && postings.length !== expected.postings.length)
    return `expected ${expected.postings.length} postings, got ${postings.length}`
  const found = (wanted: z.infer<typeof postingSchema>): PostedInterest | undefined =>
    postings.find(({ postingDate, type }) => postingDate === wanted.postingDate && type === wanted.type)
  const differing = expected.postings.map(wanted => postingDifference(wanted, found(wanted), terms.decimals))
  return differing.find(difference => difference !== null) ?? totalDifference(given, postings)
}

function totalDifference({ expected, terms }: AccountCase, postings: readonly PostedInterest[]): string | null {
  if (expected.totalInterest === undefined) return null
  const totalMinor = postings.reduce(
    (sum, { type, amountMinor }) => (type === 'interest' ? sum + amountMinor : sum),
    0n,
  )
  return exactMinor(expected.totalInterest, terms.decimals).eq(totalMinor)
    ? null
    : `total interest: expected ${expected.totalInterest}, got ${inUnits(totalMinor, terms.decimals)}`
}

const caseSchema = z.union([maturitySchema, accountSchema])
const fileSchema = z.object({ vectors: z.array(z.unknown()) })

/** Interest on deposits, posting by posting, and the value of term deposits at maturity. Rules: I1 to I7. */
export const savingsInterestVectors: VectorKind = {
  name: 'savings interest',
  recognises: hasField('kind', 'savings-interest'),
  casesOf: content =>
    fileSchema
      .parse(content)
      .vectors.map((given, place) =>
        vectorCase(given, `vector-${place + 1}`, caseSchema, parsed =>
          'asOf' in parsed ? accountDifference(parsed) : maturityDifference(parsed),
        ),
      ),
}
