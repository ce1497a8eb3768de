import { z } from 'zod'
import { type BusinessDate, partsOf } from '../calendar/business-date.ts'
import { amountMaxMinor } from '../money/amount.ts'

export const householdKinds = {
  income: ['wages', 'business', 'crops', 'livestock', 'remittance', 'rent', 'pension', 'other'],
  expense: ['food', 'housing', 'school', 'health', 'transport', 'energy', 'inputs', 'obligations', 'other'],
  debt: ['bank', 'microfinance', 'savings-group', 'shop', 'private', 'other'],
} as const
export type HouseholdFlow = keyof typeof householdKinds
export const householdFlows: readonly HouseholdFlow[] = ['income', 'expense', 'debt']

const monthlyMinor = z
  .union([z.bigint(), z.string().regex(/^\d{1,15}$/)])
  .transform(given => BigInt(given))
  .refine(minor => minor >= 0n && minor <= amountMaxMinor, { error: 'too-large' })

const lineOf = <F extends HouseholdFlow>(flow: F) =>
  z.strictObject({
    flow: z.literal(flow),
    kind: z.enum(householdKinds[flow]),
    /** In a month in which it comes. */
    amountMinor: monthlyMinor,
    /** The months of the year in which it comes, 1 to 12; every month when they are left out. */
    months: z
      .array(z.int().min(1).max(12))
      .min(1, { error: 'too-few' })
      .max(12)
      .refine(months => new Set(months).size === months.length, { error: 'said-before' })
      .optional(),
  })

/** What comes into a household and what leaves it month by month, in the currency of the loan. */
export const householdSchema = z.strictObject({
  lines: z
    .array(z.discriminatedUnion('flow', [lineOf('income'), lineOf('expense'), lineOf('debt')]))
    .min(1, { error: 'too-few' })
    .max(60, { error: 'too-many' }),
})
export type Household = z.infer<typeof householdSchema>

/** The sealed blob beside a draft. */
export const householdBlobName = 'household'

/** What is left of a household's income in the month of a day, below zero where it is not enough. */
export function disposableMinor({ lines }: Household, on: BusinessDate): bigint {
  const { month } = partsOf(on)
  return lines
    .filter(({ months }) => months?.includes(month) ?? true)
    .reduce((left, { flow, amountMinor }) => (flow === 'income' ? left + amountMinor : left - amountMinor), 0n)
}
