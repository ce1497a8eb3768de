import { z } from 'zod'
import { minorTextSchema } from '../money/amount.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate, rateSchema } from '../money/rate.ts'

const tierSchema = z.strictObject({ fromMinor: minorTextSchema, annualPercent: rateSchema })

/**
 * Percent a year by balance. `whole`: the whole balance bears the rate of the tier that it lies in. `slab`: each slice of the balance
 * bears the rate of its own tier. The first tier begins at zero; a flat rate is a table of one tier.
 */
export const rateTableSchema = z.strictObject({
  type: z.enum(['whole', 'slab']),
  tiers: z
    .array(tierSchema)
    .min(1)
    .max(20)
    .refine(([first]) => first?.fromMinor === 0n, { error: 'first-tier-not-from-zero' })
    .refine(tiers => tiers.every((tier, place) => tier.fromMinor > (tiers[place - 1]?.fromMinor ?? -1n)), {
      error: 'tiers-not-ascending',
    }),
})
export type RateTable = z.infer<typeof rateTableSchema>

const annualPercentOf = (amount: Decimal, annualPercent: Rate): Decimal => amount.times(decimalOf(annualPercent))

/**
 * A hundred times the interest of a year on a balance; or, for the sum of the balances of several days, that many times the same on
 * their average. No division is needed, so it is exact. Rule: I4.
 */
export function annualPercentAmount(balance: Decimal, { type, tiers }: RateTable, days = 1): Decimal {
  const reached = tiers
    .map(({ fromMinor, annualPercent }) => ({ from: new Decimal(fromMinor).times(days), annualPercent }))
    .filter(({ from }) => balance.gte(from))
  const top = reached.at(-1)
  if (!top) return new Decimal(0)
  if (type === 'whole') return annualPercentOf(balance, top.annualPercent)
  return reached.reduce((sum, { from, annualPercent }, place) => {
    const slice = Decimal.min(balance, reached[place + 1]?.from ?? balance).minus(from)
    return sum.plus(annualPercentOf(slice, annualPercent))
  }, new Decimal(0))
}
