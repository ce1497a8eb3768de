import { z } from 'zod'
import type { Permission } from '../authority/roles.ts'
import { shortTextSchema } from '../text-fields.ts'
import { dateOrders, decimalMarks } from './formats.ts'
import { fileMax } from './table.ts'

export const importKinds = ['clients', 'ledger-balances', 'accounts', 'journals', 'deposits'] as const
export type ImportKind = (typeof importKinds)[number]

/** What the columns of a file can be. */
export const importFields = [
  'externalId',
  'givenNames',
  'familyName',
  'sex',
  'birthDate',
  'phone',
  'idKind',
  'idNumber',
  'address',
  'account',
  'debit',
  'credit',
  'currency',
  'client',
  'product',
  'balance',
  'termFrom',
  'maturesOn',
  'installmentMinor',
  'paidInMinor',
  'interestMinor',
  'holders',
  'signing',
  'overdraftMinor',
  'valueDate',
  'reference',
  'note',
  'savingsAccount',
  'amount',
] as const
export type ImportField = (typeof importFields)[number]

interface FieldsOfKind {
  readonly required: readonly ImportField[]
  readonly optional: readonly ImportField[]
}

/** What a file of each kind must have, and what it may have. */
export const fieldsOfKind: Readonly<Record<ImportKind, FieldsOfKind>> = {
  clients: {
    required: ['externalId', 'givenNames', 'birthDate'],
    optional: ['familyName', 'sex', 'phone', 'idKind', 'idNumber', 'address'],
  },
  'ledger-balances': { required: ['account'], optional: ['debit', 'credit', 'currency'] },
  accounts: {
    required: ['externalId', 'client', 'product'],
    optional: [
      ...['balance', 'interestMinor', 'termFrom', 'maturesOn', 'installmentMinor', 'paidInMinor', 'holders'],
      ...['signing', 'overdraftMinor'],
    ] as const,
  },
  journals: {
    required: ['externalId', 'account'],
    optional: ['debit', 'credit', 'currency', 'valueDate', 'reference', 'note'],
  },
  deposits: { required: ['savingsAccount', 'amount'], optional: ['externalId'] },
}

/** Who may give a file of a kind; each of its rows asks for its own permission besides. */
export const permissionOfKind: Readonly<Record<ImportKind, Permission>> = {
  clients: 'journal',
  'ledger-balances': 'journal',
  accounts: 'journal',
  journals: 'journal',
  deposits: 'cash-in',
}

/** Which column is which field, by its place from 0. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>

const column = z
  .int()
  .min(0)
  .max(fileMax.columns - 1)

/** How the open file is to be read. */
export const importSpecSchema = z.strictObject({
  kind: z.enum(importKinds),
  /** What it is taken over from, such as the former system's name: with a row's own number it says which row is the same one again. */
  name: shortTextSchema,
  mapping: z.partialRecord(z.enum(importFields), column),
  formats: z.strictObject({ dateOrder: z.enum(dateOrders), decimalMark: z.enum(decimalMarks) }),
  /** A person has looked: who shares a phone number, or a name and birth date, is somebody else. */
  sharedIsOther: z.boolean().optional(),
})
export type ImportSpec = z.infer<typeof importSpecSchema>
