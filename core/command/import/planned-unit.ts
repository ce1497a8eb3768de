import type { z } from 'zod'
import type { ImportField, ImportSpec } from '../../import/import-kinds.ts'
import type { Table, TableRow } from '../../import/table.ts'
import type { Money } from '../../money/amount.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import type { Refusal } from '../../refusal.ts'
import type { ShapeRefusal } from '../../refusals/request-refusal.ts'
import type { Result } from '../../result.ts'
import type { NumberedAccount, NumberedLoan } from '../../storage/account-by-number.ts'
import type { JournalCommand } from '../command.ts'
import type { Unit } from '../execute-unit.ts'

/** Of whom a row is, and how much: what a person compares with the paper before them. */
export interface RowSubject {
  readonly name: string
  readonly number: string
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

/** Account and amount as they stand in a row that could not be read to its end. */
export interface RowAsWritten {
  readonly number: string
  readonly amount: string
}

/** What becomes of one row, or of several that belong together: operations, or the reason why not. */
export interface PlannedUnit {
  readonly type: JournalCommand['type']
  /** As the file counts them. */
  readonly rows: readonly number[]
  readonly steps: Unit
  readonly refusal?: Refusal
  /** The heading of the column that the refusal is about. */
  readonly column?: string
  readonly about?: RowSubject
  readonly written?: RowAsWritten
  /** The amount of a row that has no subject, where it can be read. */
  readonly listed?: Money
}

/** All that reading rows needs besides the file. */
export interface Planning {
  readonly table: Table
  readonly spec: ImportSpec
  readonly log: string
  readonly country: string
  readonly currency: CurrencyCode
  /** What accounts can be opened under today. */
  readonly products: readonly { readonly productId: string; readonly name: string; readonly currency: CurrencyCode }[]
  /** Whom an earlier import under this name, or this program, knows by the number; null for nobody. */
  readonly clientOf: (number: string) => string | null
  /** The savings account that has the number here. */
  readonly accountNumbered: (number: string) => NumberedAccount | null
  /** The loan that has the number here. */
  readonly loanNumbered: (number: string) => NumberedLoan | null
  readonly parse: <T>(schema: z.ZodType<T>, input: unknown) => Result<T, ShapeRefusal>
}

/** What stands in a row under the column of a field; nothing where no column is that field. */
export const cellOf = ({ spec }: Pick<Planning, 'spec'>, { cells }: TableRow, field: ImportField): string => {
  const place = spec.mapping[field]
  return place === undefined ? '' : (cells[place] ?? '')
}

export interface Fault {
  readonly field: ImportField
  readonly rule: string
}

/** The row is refused, by the field and the column that it stands in. */
export function refusedRow(
  { table, spec }: Pick<Planning, 'table' | 'spec'>,
  { row }: TableRow,
  type: PlannedUnit['type'],
  { field, rule }: Fault,
): PlannedUnit {
  const column = table.columns[spec.mapping[field] ?? -1]
  return {
    type,
    rows: [row],
    steps: [],
    refusal: { type: 'field-invalid', field, rule },
    ...(column === undefined ? {} : { column }),
  }
}
