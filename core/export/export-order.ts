import { z } from 'zod'
import { addDays, type BusinessDate, businessDate, businessDateSchema } from '../calendar/business-date.ts'

export const exportFormats = ['ledger', 'beancount', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is exported: days are value dates, both inclusive; without them everything from the first record to the newest. */
export const exportOrderSchema = z.strictObject({
  format: z.enum([...exportFormats, 'all']),
  from: businessDateSchema.optional(),
  to: businessDateSchema.optional(),
  /** A branch by its code; all branches when absent. */
  branch: z.string().max(20).optional(),
  /** A set of files for each month, each beginning with the balances it goes on from. */
  isMonthly: z.boolean().optional(),
})
export type ExportOrder = z.infer<typeof exportOrderSchema>

/** One set of files. `null` is the beginning, or the newest record. */
export interface Period {
  readonly stem: string
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
}

/** The sets of files that an order asks for; `first` and `last` are the days on which anything stands. */
export function periodsOf(
  { from, to, isMonthly = false }: Pick<ExportOrder, 'from' | 'to' | 'isMonthly'>,
  first: BusinessDate,
  last: BusinessDate,
): readonly Period[] {
  if (!isMonthly) return [{ stem: 'books', from: from ?? null, to: to ?? null }]
  const periods: Period[] = []
  const end = to ?? last
  for (let start = from ?? first; start <= end; start = addDays(monthEnd(start), 1)) {
    const stop = monthEnd(start) < end ? monthEnd(start) : end
    periods.push({ stem: start.slice(0, 7), from: periods.length === 0 ? (from ?? null) : start, to: stop })
  }
  return periods
}

/** The last day of a day's month. */
export function monthEnd(date: BusinessDate): BusinessDate {
  const inNextMonth = addDays(businessDate(`${date.slice(0, 7)}-28`), 4)
  return addDays(businessDate(`${inNextMonth.slice(0, 7)}-01`), -1)
}
