import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { dateBasisSchema } from '../journal/date-basis.ts'
import { type LeftOut, leftOutSchema } from '../journal/left-out.ts'
import { uuidSchema } from '../journal/record.ts'

export const statementKinds = [
  'trial-balance',
  'income-statement',
  'balance-sheet',
  'cash-flow',
  'cash-reconciliation',
] as const
export type StatementKind = (typeof statementKinds)[number]

export const mayConsolidate = (kind: StatementKind): boolean => kind === 'balance-sheet' || kind === 'income-statement'

/** What each kind of statement may leave out beside what it always does: a trial balance the year's closing, an income statement all that one of the results of a balance sheet is not made of. */
export const mayLeaveOut: Readonly<Record<StatementKind, readonly LeftOut[]>> = {
  'trial-balance': ['year-closing'],
  'income-statement': ['other-years', 'this-year'],
  'balance-sheet': [],
  'cash-flow': [],
  'cash-reconciliation': [],
}

/** Days from the first to the last, both inclusive; without the first, from the beginning of the books. */
const daysSchema = z.strictObject({ from: businessDateSchema.optional(), to: businessDateSchema })
export type Days = z.infer<typeof daysSchema>

/** Which statement, of one branch or of all, by which of a line's two days, and the earlier days that it is held against. */
export const statementRequestSchema = z
  .strictObject({
    kind: z.enum(statementKinds),
    branchId: uuidSchema.optional(),
    basis: dateBasisSchema,
    days: daysSchema,
    earlier: daysSchema.optional(),
    /** All currencies in the institution's own, at middle rates; what moved cash, and the trial balance, stay apart. */
    isConsolidated: z.boolean().optional(),
    without: leftOutSchema.optional(),
  })
  .refine(({ kind, isConsolidated }) => !isConsolidated || mayConsolidate(kind), {
    error: 'only-per-currency',
    path: ['isConsolidated'],
  })
  .refine(({ kind, without }) => without === undefined || mayLeaveOut[kind].includes(without), {
    error: 'not-one-of',
    path: ['without'],
  })
export type StatementRequest = z.infer<typeof statementRequestSchema>
