import { z } from 'zod'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { commonProductFields, productTermSchema } from './product-fields.ts'
import { overdraftSchema, productInterestSchema } from './product-interest.ts'

/** Amounts per business date and per calendar month; `operation` bounds a single one. Operations are deposits, withdrawals and transfers. */
const limitsSchema = z.strictObject({
  withdrawalsPerDayMinor: minorTextSchema.optional(),
  withdrawalsPerMonthMinor: minorTextSchema.optional(),
  operationsPerDayMinor: minorTextSchema.optional(),
  operationsPerMonthMinor: minorTextSchema.optional(),
  operationMinor: minorTextSchema.optional(),
})
export type DepositLimits = z.infer<typeof limitsSchema>

const feesSchema = z.strictObject({
  maintenancePerMonthMinor: minorTextSchema.optional(),
  /** For a month in which the balance was too low. */
  belowMinimumMinor: minorTextSchema.optional(),
  /** Under which it was; the minimum balance where it is left out. */
  belowBalanceMinor: minorTextSchema.optional(),
  perOperationMinor: minorTextSchema.optional(),
  perWithdrawalMinor: minorTextSchema.optional(),
  /** For an operation that takes the balance below zero. */
  overdraftMinor: minorTextSchema.optional(),
  closingMinor: minorTextSchema.optional(),
  incomeAccount: ledgerCodeSchema,
})

/** How the fees of the close of business are collected: from the balance when it is there, or owed until it is asked for. */
const feeCollections = ['from-balance', 'owed'] as const

/** Days without a client's own operation after which an account is inactive, then dormant. An overseer brings it back. */
const dormancySchema = z.strictObject({
  inactiveAfterDays: z.int().min(1).max(7_300),
  dormantAfterDays: z.int().min(1).max(7_300),
})

const depositFields = {
  ...commonProductFields,
  interest: productInterestSchema.optional(),
  /** What a payment out leaves at least. */
  minimumBalanceMinor: minorTextSchema,
  minimumOpeningMinor: minorTextSchema,
  limits: limitsSchema,
  fees: feesSchema,
  feeCollection: z.enum(feeCollections),
  dormancy: dormancySchema.optional(),
}

/** What a deposit closed before its maturity loses: percentage points of its rate, or a share of the interest accrued. */
const earlyClosureSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rate-reduced'), points: rateSchema }),
  z.strictObject({ type: z.literal('interest-forfeited'), percent: rateSchema }),
])
export type EarlyClosure = z.infer<typeof earlyClosureSchema>

const termFields = {
  ...depositFields,
  interest: productInterestSchema,
  term: productTermSchema,
  earlyClosure: earlyClosureSchema,
  atMaturity: z.enum(['renew', 'to-savings', 'wait']),
}

export const installmentFrequencies = ['weekly', 'fortnightly', 'monthly'] as const

export const depositKinds = ['passbook', 'current', 'fixed', 'recurring', 'compulsory'] as const

/** Rules between fields are in `product-faults.ts`. Only a current account with an overdraft may be below zero. */
export const depositProductSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...depositFields, kind: z.literal('passbook') }),
  z.strictObject({ ...depositFields, kind: z.literal('current'), overdraft: overdraftSchema.optional() }),
  z.strictObject({ ...termFields, kind: z.literal('fixed') }),
  z.strictObject({
    ...termFields,
    kind: z.literal('recurring'),
    installment: z.strictObject({
      minimumMinor: minorTextSchema,
      frequency: z.enum(installmentFrequencies),
      missedFeeMinor: minorTextSchema.optional(),
    }),
  }),
  /** Savings that a borrower must hold: `percentOfLoan` of the principal is to be locked while a loan is open, which comes with lending; until then by hand (S24). */
  z.strictObject({ ...depositFields, kind: z.literal('compulsory'), percentOfLoan: rateSchema }),
])
export type DepositProduct = z.infer<typeof depositProductSchema>
export type TermProduct = Extract<DepositProduct, { kind: 'fixed' | 'recurring' }>
