import { z } from 'zod'

export const ledgerAccountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type LedgerAccountType = (typeof ledgerAccountTypes)[number]

/**
 * One account of the chart. A header only groups; a posting account carries lines.
 * `control` names the kind of sub-ledger whose balances must always add up to this account's.
 */
export const ledgerAccountSchema = z.strictObject({
  code: z.string().regex(/^\d{4,10}$/),
  name: z.string().min(1).max(80),
  type: z.enum(ledgerAccountTypes),
  parent: z.string().optional(),
  posting: z.boolean(),
  control: z.enum(['vault', 'drawer', 'savings']).optional(),
})
export type LedgerAccount = z.infer<typeof ledgerAccountSchema>

/** Debit is the natural side of assets and expenses; credit that of the rest. */
export const isDebitNormal = (type: LedgerAccountType): boolean => type === 'asset' || type === 'expense'

/** A raw balance (debits minus credits) as people say it: positive on the account's natural side. */
export const naturalMinor = (type: LedgerAccountType, rawMinor: bigint): bigint =>
  isDebitNormal(type) ? rawMinor : -rawMinor
