import { type Posting, transferEntry } from '../journal/entry.ts'
import { type EntryDescription, entryMeaning } from '../journal/entry-description.ts'
import type { Entry } from '../journal/record.ts'
import { sumMinor } from '../money/amount.ts'
import type { SavingsAccount } from './savings-account.ts'

export const feeKinds = ['operation', 'withdrawal', 'overdraft', 'closing'] as const
export type FeeKind = (typeof feeKinds)[number]

export interface AccountFee {
  readonly kind: FeeKind
  readonly amountMinor: bigint
}

/** By what an entry that books a fee is described; receipts and statements know it by this. */
export const feeDescriptions: Readonly<Record<FeeKind, EntryDescription>> = {
  operation: 'operation-fee',
  withdrawal: 'withdrawal-fee',
  overdraft: 'overdraft-fee',
  closing: 'closing-fee',
}

/** The fee that an entry of this description books or takes back; null for any other. */
export function feeKindOf(description: string): FeeKind | null {
  const meaning = entryMeaning(description)
  return feeKinds.find(kind => feeDescriptions[kind] === meaning?.of) ?? null
}

const charged = (fees: readonly { kind: FeeKind; amountMinor: bigint | undefined }[]): readonly AccountFee[] =>
  fees.flatMap(({ kind, amountMinor }) => (amountMinor ? [{ kind, amountMinor }] : []))

/** What an operation costs the client by the account's terms. The overdraft's is for each payment out that ends below zero. Rule: S11. */
export function feesOf(
  { product: { fees }, balanceMinor }: Pick<SavingsAccount, 'product' | 'balanceMinor'>,
  { direction, amountMinor }: { readonly direction: 'in' | 'out'; readonly amountMinor: bigint },
): readonly AccountFee[] {
  const perOperation = { kind: 'operation', amountMinor: fees.perOperationMinor } as const
  if (direction === 'in') return charged([perOperation])
  const out = charged([perOperation, { kind: 'withdrawal', amountMinor: fees.perWithdrawalMinor }])
  const isOverdrawn = balanceMinor < amountMinor + totalOf(out)
  return isOverdrawn ? [...out, ...charged([{ kind: 'overdraft', amountMinor: fees.overdraftMinor }])] : out
}

export const totalOf = (fees: readonly AccountFee[]): bigint => sumMinor(fees.map(({ amountMinor }) => amountMinor))

/** Dr the account / Cr the product's fee income. */
export const feePosting = (
  { controlAccount, accountId, product, currency }: SavingsAccount,
  amountMinor: bigint,
): Posting => ({
  debit: { account: controlAccount, subAccount: accountId },
  credit: { account: product.fees.incomeAccount },
  amountMinor,
  currency,
})

/** One entry for each fee. */
export const feeEntries = (account: SavingsAccount, fees: readonly AccountFee[]): readonly Entry[] =>
  fees.map(({ kind, amountMinor }) => transferEntry(feeDescriptions[kind], feePosting(account, amountMinor)))
