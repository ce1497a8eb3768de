import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, type BusinessDate, businessDate, businessDateSchema } from '../../../core/calendar/business-date.ts'
import { rate, rateSchema } from '../../../core/money/rate.ts'
import type { Product } from '../../../core/products/product.ts'
import { type Branch, makeBranch, newClient } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { closeDay, closesOf, openDay, runNights } from '../../support/nights.ts'
import { plainCurrent, templateProduct } from '../../support/products.ts'

const figure = z.string().regex(/^\d+(?:\.\d+)?$/)
const lengths = {
  daily: 'daily',
  monthly: 'monthly',
  quarterly: 'quarterly',
  biannual: 'half-yearly',
  annual: 'yearly',
} as const
const currencies = { 0: 'UGX', 2: 'KES', 4: 'CLF' } as const
const dayCounts = { 360: 'ACT/360', 364: 'ACT/364', 365: 'ACT/365F', actual: 'ACT/ACT-ISDA' } as const

/** The published cases whose terms a product can have: its year is the calendar's, and an institution's money has as many decimals. */
const expressible = z.object({
  id: z.string(),
  terms: z.object({
    decimals: z.union([z.literal(0), z.literal(2), z.literal(4)]),
    annualRatePct: rateSchema,
    daysInYear: z.enum(['360', '364', '365', 'actual']).or(z.number().transform(String)),
    compounding: z.enum(['daily', 'monthly', 'quarterly', 'biannual', 'annual']),
    posting: z.enum(['daily', 'monthly', 'quarterly', 'biannual', 'annual']),
    balanceMethod: z.enum(['daily', 'average-daily']),
    minBalanceForInterest: figure.nullable(),
    overdraftRatePct: rateSchema.nullable(),
    financialYearStartMonth: z.literal(1),
    postAt: z.enum(['period-end', 'day-after-period-end']),
    roundingMode: z.enum(['half-even', 'half-up']),
  }),
  transactions: z
    .array(z.object({ date: businessDateSchema, type: z.enum(['deposit', 'withdrawal']), amount: figure }))
    .min(1),
  asOf: businessDateSchema,
  expected: z.object({
    postingsComplete: z.boolean(),
    postings: z.array(z.object({ postingDate: businessDateSchema, type: z.string(), amount: figure })),
  }),
})
type Case = z.infer<typeof expressible>

const file = path.join(import.meta.dirname, '..', '..', 'vectors', 'savings-interest.json')
const published = z
  .object({ vectors: z.array(z.looseObject({ id: z.string() })) })
  .parse(JSON.parse(fs.readFileSync(file, 'utf8'))).vectors
const cases = published.flatMap(one => {
  const read = expressible.safeParse(one)
  return read.success ? [read.data] : []
})

const minorOf = (text: string, decimals: number): bigint => {
  const [whole = '', part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals))
}

function productOf({ terms }: Case, from: BusinessDate, currency: string): Product {
  const { interest } = templateProduct('passbook')
  if (!interest) throw new Error('passbook savings earn interest')
  const { annualRatePct, daysInYear, compounding, posting, balanceMethod, decimals, overdraftRatePct } = terms
  const overdraft = {
    limitMinor: 500_000_000n,
    annualPercent: overdraftRatePct ?? rate('0'),
    principalAccount: '1270',
    receivableAccount: '1280',
    incomeAccount: '4120',
  }
  return {
    ...plainCurrent({ limits: {}, dormancy: undefined, fees: { incomeAccount: '4200' } }),
    currency: currency as Product['currency'],
    productId: 'published',
    version: 1,
    kycTier: 1,
    validFrom: from,
    interest: {
      ...interest,
      rates: { type: 'whole', tiers: [{ fromMinor: 0n, annualPercent: annualRatePct }] },
      dayCount: dayCounts[daysInYear as keyof typeof dayCounts],
      compounding: lengths[compounding],
      posting: lengths[posting],
      balanceMethod,
      minimumBalanceMinor: minorOf(terms.minBalanceForInterest ?? '0', decimals),
      rounding: terms.roundingMode,
    },
    overdraft,
  }
}

/** Each day with a movement is opened, worked and closed; all other dates pass and are made up for at the end. */
function lived(one: Case): Branch {
  const { transactions, terms, asOf } = one
  const currency = currencies[terms.decimals]
  const dates = [...new Set(transactions.map(({ date }) => date))].sort()
  const first = businessDate(dates[0] ?? asOf)
  const branch = makeBranch({ currency, start: `${first}T06:00:00.000Z` })
  let accountId = ''
  for (const date of dates) {
    openDay(branch, date)
    branch.must('officer', { type: 'drawer.open', currency, counted: [{ faceMinor: 100_000n, pieces: 1_900 }] })
    if (accountId === '') {
      const clientId = branch.must('officer', { type: 'client.register', client: newClient() }).created.clientId ?? ''
      branch.must('head-office', { type: 'product.publish', product: productOf(one, first, currency) })
      accountId =
        branch.must('officer', { type: 'savings.open', clientId, productId: 'published' }).created.accountId ?? ''
    }
    for (const { type, amount } of transactions.filter(moved => moved.date === date)) {
      const moved = { accountId, amountMinor: minorOf(amount, terms.decimals), currency } as const
      const verb = type === 'deposit' ? 'savings.deposit' : 'savings.withdraw'
      branch.must('officer', { type: verb, ...moved }, 'head-office')
    }
    closeDay(branch)
  }
  openDay(branch, addDays(asOf, 2))
  runNights(branch)
  return branch
}

/** From which day on a case tells of every posting. */
const toldFrom = ({ expected: { postings, postingsComplete } }: Case): string =>
  postingsComplete ? '' : (postings.map(({ postingDate }) => postingDate).sort()[0] ?? '')

/** A value at maturity that nobody rounds, and a year that begins in April: no product has them, and the interest engine alone gives them. */
const engineOnly = ['SI-001', 'SI-003']

test('[I9] every published case is lived through here, but for the two whose terms no product has', () => {
  const lived = new Set(cases.map(({ id }) => id))
  expect(published.map(({ id }) => id).filter(id => !lived.has(id))).toEqual(engineOnly)
})

test.each(cases.map(one => [one.id, one] as const))(
  '[E3][E4] %s: an account lived through verbs and closes is given the published figures',
  (_id, one) => {
    const branch = lived(one)
    const shift = one.terms.postAt === 'period-end' ? 0 : 1
    const posted = closesOf(branch)
      .flatMap(ran => (ran.step === 'accounts' ? ran.accounts : []))
      .flatMap(({ posted: postings = [] }) => postings)
      .filter(({ through }) => through <= one.asOf && addDays(through, shift) >= toldFrom(one))
      .map(({ type, through, amountMinor }) => `${addDays(through, shift)} ${type} ${amountMinor}`)
    const expected = one.expected.postings.map(
      ({ postingDate, type, amount }) => `${postingDate} ${type} ${minorOf(amount, one.terms.decimals)}`,
    )
    expect(posted.toSorted()).toEqual(expected.toSorted())
    expectBooksToBalance(branch)
  },
)
