import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { decimalOf, rateSchema } from '../money/rate.ts'

const positiveRate = rateSchema.refine(rate => !decimalOf(rate).isZero(), { error: 'not-positive' })

/** The rates of one currency from a day on: how much of the institution's currency one whole unit of it costs. */
export const publishRateSchema = z.strictObject({
  ...keyed,
  type: z.literal('rate.publish'),
  currency: currencySchema,
  from: businessDateSchema,
  buy: positiveRate,
  mid: positiveRate,
  sell: positiveRate,
})
export type PublishRate = z.infer<typeof publishRateSchema>

/** A client hands in cash of one currency and takes cash of another. */
export const exchangeCashSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('fx.exchange'),
    currency: currencySchema,
    amountMinor: positiveAmountSchema,
    into: currencySchema,
    /** What the client was told, in `into`: it is paid, or nothing is. */
    paidMinor: positiveAmountSchema,
  })
  .refine(({ currency, into }) => currency !== into, { error: 'same-currency', path: ['into'] })
export type ExchangeCash = z.infer<typeof exchangeCashSchema>
