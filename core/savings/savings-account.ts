import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** `inactive` and `dormant` come with time; an inactive account works on and is active again after it, a dormant one waits for an overseer. */
export const accountStatuses = ['active', 'inactive', 'dormant', 'closed'] as const
export type AccountStatus = (typeof accountStatuses)[number]

/** What went through an account in a span of business dates, reversals taken off again. */
export interface Turnover {
  /** Paid out, in cash or by transfer. */
  readonly withdrawnMinor: bigint
  /** Paid in or out. */
  readonly operatedMinor: bigint
}

/** A savings account as the verbs see it. Balances are on the client's side: what the institution owes is positive. */
export interface SavingsAccount {
  readonly accountId: string
  readonly number: string
  readonly clientId: string
  readonly controlAccount: string
  readonly currency: CurrencyCode
  readonly status: AccountStatus
  readonly product: DepositProduct
  readonly openedOn: BusinessDate
  /** The day its term began, which a renewal sets anew; of an account without a term, its opening. */
  readonly termFrom: BusinessDate
  /** From this day on a deposit with a term is free; null for the others. */
  readonly maturesOn: BusinessDate | null
  /** What a recurring deposit takes each time, and how often it has; null and 0 for the others. */
  readonly installmentMinor: bigint | null
  readonly installmentsPaid: number
  /** How far below zero the account may go: what was agreed with the client, else what the product says. */
  readonly overdraftLimitMinor: bigint
  readonly balanceMinor: bigint
  readonly heldMinor: bigint
  readonly today: Turnover
  /** Of the month of the open business date. */
  readonly thisMonth: Turnover
  /** Everybody whose account it is, and whether one of them may pay out of it or only all together. */
  readonly holders: readonly string[]
  readonly signing: 'any' | 'all'
  /** The last business date on which the client used it. */
  readonly lastUsedOn: BusinessDate
  /** For how many months since its opening the fees were asked, and what of them is still owed. */
  readonly feeMonths: number
  readonly feesOwedMinor: bigint
  /** How many installments the close of business has looked for. */
  readonly installmentsJudged: number
  readonly custodian: { readonly logId: string; readonly deviceCode: string }
  readonly custodyEpoch: number
}

type Funds = Pick<SavingsAccount, 'balanceMinor' | 'heldMinor' | 'product' | 'overdraftLimitMinor'>

/** The balance below which nothing is paid out: the arranged overdraft's limit, else the product's minimum. */
export const floorMinor = ({ product, overdraftLimitMinor }: Omit<Funds, 'balanceMinor' | 'heldMinor'>): bigint =>
  overdraftLimitMinor > 0n ? -overdraftLimitMinor : product.minimumBalanceMinor

/** What may leave the account: balance less holds, less its minimum or with its arranged overdraft, never negative. Rules: S4, S12. */
export function availableMinor(account: Funds): bigint {
  const freeMinor = account.balanceMinor - account.heldMinor - floorMinor(account)
  return freeMinor > 0n ? freeMinor : 0n
}

/** Only the log that has custody posts to the account, only while it works, and only in its currency. */
export function checkPostable(account: SavingsAccount, logId: string, currency: CurrencyCode): Result<null, Refusal> {
  if (account.status === 'dormant' || account.status === 'closed')
    return refuse({ type: 'account-not-active', status: account.status })
  if (account.custodian.logId !== logId)
    return refuse({
      type: 'account-in-other-custody',
      deviceCode: account.custodian.deviceCode,
    })
  if (account.currency !== currency) return refuse({ type: 'currency-differs', expected: account.currency })
  return ok(null)
}
