import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { productIdSchema } from '../products/product-fields.ts'
import { ledgerRequestSchema } from '../statements/ledger-request.ts'
import { statementRequestSchema } from '../statements/statement-request.ts'
import { loanPaperKinds } from './loan-papers/loan-paper-model.ts'

/** In the client's own language where they chose one and `forClient` is said, else in the one that is asked for. */
const readBy = { locale: z.string().max(20), forClient: z.literal(true).optional() }

/**
 * What to put on paper: a receipt of a record, an account's statement between two days, both inclusive, a financial statement, a ledger account's
 * lines, the list of what the server did not take, an auditor's working paper, a paper of a loan, how the loans of a product are booked, or the cash of a day.
 */
export const documentRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), record: recordRefSchema, ...readBy }),
  z.strictObject({
    kind: z.literal('statement'),
    accountId: uuidSchema,
    from: businessDateSchema,
    to: businessDateSchema,
    ...readBy,
  }),
  z.strictObject({
    kind: z.literal('financial-statement'),
    statement: statementRequestSchema,
    /** Rows without any figure are left out. */
    hidesZeros: z.boolean(),
    locale: z.string().max(20),
  }),
  z.strictObject({ kind: z.literal('ledger'), lines: ledgerRequestSchema, locale: z.string().max(20) }),
  z.strictObject({ kind: z.literal('salvage'), locale: z.string().max(20) }),
  z.strictObject({ kind: z.literal('working-paper'), paperId: uuidSchema, locale: z.string().max(20) }),
  z.strictObject({
    kind: z.literal('loan-paper'),
    paper: z.enum(loanPaperKinds),
    loanId: uuidSchema,
    ...readBy,
  }),
  z.strictObject({ kind: z.literal('posting-guide'), productId: productIdSchema, locale: z.string().max(20) }),
  z.strictObject({ kind: z.literal('cash-sheet'), date: businessDateSchema, locale: z.string().max(20) }),
])
export type DocumentRequest = z.infer<typeof documentRequestSchema>
