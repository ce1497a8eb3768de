import { z } from 'zod'

export const ledgerAccountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type LedgerAccountType = (typeof ledgerAccountTypes)[number]

/**
 * The kinds of sub-ledgers. Each line of a control account names the vault, drawer, shipment of cash, deposit account, loan or credit
 * line that it belongs to.
 */
export const controlKinds = ['vault', 'drawer', 'in-transit', 'savings', 'overdraft', 'loan', 'credit-line'] as const
export type ControlKind = (typeof controlKinds)[number]

/** An account's code: its place in the order of the chart, and its name in every line. It never changes. */
export const ledgerCodeSchema = z.string().regex(/^\d{4,10}$/, { error: 'not-an-account-code' })

/**
 * One account of the chart. A header only groups; a posting account carries lines.
 * `control` names the kind of sub-ledger whose balances must always add up to this account's.
 */
export const ledgerAccountSchema = z.strictObject({
  code: ledgerCodeSchema,
  name: z.string().min(1).max(80),
  type: z.enum(ledgerAccountTypes),
  parent: ledgerCodeSchema.optional(),
  posting: z.boolean(),
  control: z.enum(controlKinds).optional(),
})
export type LedgerAccount = z.infer<typeof ledgerAccountSchema>

/** Debit is the natural side of assets and expenses; credit that of the rest. */
export const isDebitNormal = (type: LedgerAccountType): boolean => type === 'asset' || type === 'expense'

/** A raw balance (debits minus credits) as people say it: positive on the account's natural side. */
export const naturalMinor = (type: LedgerAccountType, rawMinor: bigint): bigint =>
  isDebitNormal(type) ? rawMinor : -rawMinor
