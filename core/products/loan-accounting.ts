import { z } from 'zod'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { rateSchema } from '../money/rate.ts'

/** Where the events of a loan are booked; its principal stands on the product's control account. */
const loanAccountsSchema = z.strictObject({
  interestReceivable: ledgerCodeSchema,
  feesReceivable: ledgerCodeSchema,
  penaltiesReceivable: ledgerCodeSchema,
  interestIncome: ledgerCodeSchema,
  feeIncome: ledgerCodeSchema,
  penaltyIncome: ledgerCodeSchema,
  /** Interest that was paid before it was earned. */
  unearnedInterest: ledgerCodeSchema,
  /** What borrowers paid beyond all they owed. */
  overpayments: ledgerCodeSchema,
  allowance: ledgerCodeSchema,
  provisionExpense: ledgerCodeSchema,
  /** Interest, fees and penalties that are written off; left out, they lower the year's income. */
  writeOffExpense: ledgerCodeSchema.optional(),
  recoveries: ledgerCodeSchema,
  /** What is collected for an insurer; left out, insurance is fee income like any other charge. */
  insurancePayable: ledgerCodeSchema.optional(),
})
export type LoanAccounts = z.infer<typeof loanAccountsSchema>

export const loanAccountingSchema = z.strictObject({
  /** When income is booked: as it is earned, or as it is paid. */
  basis: z.enum(['accrual', 'cash']),
  /** Days past due from which a loan earns only what is paid, until it is cured. */
  nonAccrualAfterDays: z.int().min(1).max(720),
  /** Days past due from which a loan is defaulted, until it is cured; 90 where it is left out. */
  defaultAfterDays: z.int().min(1).max(3_660).optional(),
  /** From so many days past due, percent of the principal outstanding. Empty for none. */
  provisioning: z.array(z.strictObject({ fromDays: z.int().min(0).max(3_660), percent: rateSchema })).max(12),
  accounts: loanAccountsSchema,
})
