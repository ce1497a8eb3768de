import { chargeBases } from '../../../core/schedule/schedule-charge.ts'
import { periodUnits } from '../../../core/schedule/schedule-terms.ts'
import type { RowField } from './term-shape.ts'

interface TermList {
  /** The list by its path in the product. */
  readonly list: string
  readonly columns: readonly RowField[]
  readonly rowsMax: number
}

const chargeTimes = ['disbursement-deducted', 'disbursement-paid', 'each-installment', 'on-day'] as const

const lists = [
  {
    list: 'frequencies',
    rowsMax: 8,
    columns: [
      { field: 'every', value: 'count' },
      { field: 'unit', value: 'choice', choices: periodUnits },
      { field: 'installments.min', value: 'count' },
      { field: 'installments.max', value: 'count' },
      { field: 'installments.default', value: 'count' },
    ],
  },
  {
    list: 'charges',
    rowsMax: 20,
    columns: [
      { field: 'name', value: 'words' },
      { field: 'chargeId', value: 'id' },
      { field: 'kind', value: 'choice', choices: ['fee', 'insurance'] },
      { field: 'when.type', value: 'choice', choices: chargeTimes },
      { field: 'when.daysAfter', value: 'count', where: ['when.type', 'on-day'] },
      { field: 'amount.type', value: 'choice', choices: ['percent', 'fixed'] },
      { field: 'amount.percent', value: 'percent', where: ['amount.type', 'percent'] },
      { field: 'amount.of', value: 'choice', choices: chargeBases, where: ['amount.type', 'percent'] },
      { field: 'amount.amountMinor', value: 'money', where: ['amount.type', 'fixed'] },
      { field: 'amount.minMinor', value: 'money', where: ['amount.type', 'percent'], isOptional: true },
      { field: 'amount.maxMinor', value: 'money', where: ['amount.type', 'percent'], isOptional: true },
    ],
  },
  {
    list: 'conditions.approvalLevels',
    rowsMax: 5,
    columns: [
      { field: 'upToMinor', value: 'money', isOptional: true },
      { field: 'people', value: 'count' },
    ],
  },
  {
    list: 'conditions.cycleLimits',
    rowsMax: 12,
    columns: [
      { field: 'fromCycle', value: 'count' },
      { field: 'principalMaxMinor', value: 'money' },
    ],
  },
  {
    list: 'accounting.provisioning',
    rowsMax: 12,
    columns: [
      { field: 'fromDays', value: 'count' },
      { field: 'percent', value: 'percent' },
    ],
  },
] as const satisfies readonly TermList[]

/** What a loan says several times, row by row. Rates by balance, which deposits have, are typed by themselves. */
export type ListName = (typeof lists)[number]['list']
export const termLists: readonly (TermList & { readonly list: ListName })[] = lists

/** A row as typed, by the paths of its terms. */
export type TypedRow = Readonly<Partial<Record<string, string>>>

export const isInRow = ({ where }: RowField, row: TypedRow): boolean => !where || row[where[0]] === where[1]
