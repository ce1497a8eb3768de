import { z } from 'zod'
import { additiveDayCounts } from '../calendar/day-count.ts'
import { periodLengths } from '../interest/period-end.ts'
import { rateTableSchema } from '../interest/rate-table.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { roundingModes } from '../money/rounding.ts'

/** How deposits under a product earn interest. Rates are percent a year. */
export const productInterestSchema = z.strictObject({
  rates: rateTableSchema,
  balanceMethod: z.enum(['daily', 'average-daily', 'minimum']),
  dayCount: z.enum(additiveDayCounts),
  compounding: z.enum([...periodLengths, 'at-posting']),
  posting: z.enum([...periodLengths, 'at-maturity']),
  /** When interest is booked as an expense: at each close of business, or at that of a month's last day. */
  accrual: z.enum(['daily', 'monthly']),
  /** A day, or an average, under it earns nothing. */
  minimumBalanceMinor: minorTextSchema,
  /** To whole minor units, where interest is booked or posted and nowhere else; tax is rounded the same way. */
  rounding: z.enum(roundingModes),
  withholdingTaxPercent: rateSchema.optional(),
  expenseAccount: ledgerCodeSchema,
  payableAccount: ledgerCodeSchema,
  taxAccount: ledgerCodeSchema,
})
export type ProductInterest = z.infer<typeof productInterestSchema>

/** What the client may owe on a current account: up to the limit at the rate, which is percent a year. */
export const overdraftSchema = z.strictObject({
  limitMinor: minorTextSchema,
  annualPercent: rateSchema,
  /** Where the account stands while it is below zero. */
  principalAccount: ledgerCodeSchema,
  /** Where interest that is due but not charged yet stands. */
  receivableAccount: ledgerCodeSchema,
  incomeAccount: ledgerCodeSchema,
})
export type Overdraft = z.infer<typeof overdraftSchema>
