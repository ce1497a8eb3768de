import { z } from 'zod'
import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { isProgramsOwn } from '../ledger/posting-accounts.ts'
import { currencySchema } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { nameSchema, shortTextSchema } from '../text-fields.ts'

/** An account of the institution at a bank, kept on an account of the chart that is its alone. */
export const addBankAccountSchema = z.strictObject({
  ...keyed,
  type: z.literal('bank-account.add'),
  account: ledgerCodeSchema,
  bankName: nameSchema,
  number: shortTextSchema,
  currency: currencySchema,
})
export type AddBankAccount = z.infer<typeof addBankAccountSchema>

export const bankAccountAdded = z.strictObject({
  bankAccountId: uuidSchema,
  account: ledgerCodeSchema,
  bankName: z.string(),
  number: z.string(),
  currency: currencySchema,
})

export interface BankAccountState {
  readonly chart: Chart
  readonly isTaken: boolean
}

/**
 * Refuses what stands against a line on the account, ledger-account-type-differs (money at a bank is an asset), then
 * ledger-account-in-use for one that is another bank account's, or that the program books to by itself. Rule: C11.
 */
export function addBankAccount(
  { chart, isTaken }: BankAccountState,
  { account, bankName, number, currency }: AddBankAccount,
  { newId }: Context,
): Result<Decision, Refusal> {
  const bookable = checkLedgerAccount(chart, account)
  if (!bookable.ok) return bookable
  if (chart.get(account)?.type !== 'asset')
    return refuse({ type: 'ledger-account-type-differs', account, expected: 'asset' })
  if (isTaken || isProgramsOwn(account)) return refuse({ type: 'ledger-account-in-use', account, use: 'program' })
  return ok({
    type: 'bank-account.added',
    class: 'decision',
    entries: [],
    body: { bankAccountId: newId(), account, bankName, number, currency },
    isReference: true,
  })
}
