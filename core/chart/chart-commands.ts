import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { ledgerAccountTypes, ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { nameSchema } from '../text-fields.ts'

/** The sub-ledgers whose control account a product names; the other kinds have the one account that the program posts to. */
const productControlKinds = ['savings', 'overdraft', 'loan', 'credit-line'] as const

export const addLedgerAccountSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('chart.add-account'),
    code: ledgerCodeSchema,
    name: nameSchema,
    accountType: z.enum(ledgerAccountTypes),
    /** Only a header may stand at the top. */
    parent: ledgerCodeSchema.optional(),
    posting: z.boolean(),
    control: z.enum(productControlKinds).optional(),
  })
  .refine(({ posting, parent }) => !posting || parent !== undefined, { path: ['parent'], error: 'missing' })
  .refine(({ posting, control }) => posting || control === undefined, { path: ['control'], error: 'not-allowed' })
export type AddLedgerAccount = z.infer<typeof addLedgerAccountSchema>

/** What is left out stays as it is. Code, type, and whether it is a header never change. */
export const changeLedgerAccountSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('chart.change-account'),
    code: ledgerCodeSchema,
    name: nameSchema.optional(),
    parent: ledgerCodeSchema.optional(),
    isClosed: z.boolean().optional(),
  })
  .refine(({ name, parent, isClosed }) => [name, parent, isClosed].some(part => part !== undefined), {
    path: ['name'],
    error: 'missing',
  })
export type ChangeLedgerAccount = z.infer<typeof changeLedgerAccountSchema>
