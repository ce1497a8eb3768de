import type { ImportRefusal } from '../refusals/import-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** What a file may hold at most: a branch of 20,000 clients several times over, and never so much that memory runs out. */
export const fileMax = { bytes: 32_000_000, rows: 100_000, columns: 100, cellLetters: 2_000 } as const

export interface TableRow {
  /** As a spreadsheet counts them: the headings stand in row 1 or further down. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Rows of text under their headings, whatever file they came in. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export type FileNotImportable = Extract<ImportRefusal, { type: 'file-not-importable' }>

export const notImportable = (because: FileNotImportable['because'], at: { row?: number; max?: number } = {}) =>
  refuse({ type: 'file-not-importable', because, ...at } as const)

/**
 * The first row that holds anything has the headings; empty rows are left out, and the others keep their number. Refuses too-many-columns,
 * too-many-rows, too-many-cells where a row has more than there are headings (all after it would be another column's), cell-too-large, and no-rows where nothing stands under the headings. Rule: N8.
 */
export function makeTable(all: readonly (readonly string[])[]): Result<Table, FileNotImportable> {
  const head = all.findIndex(isFilled)
  const columns = withoutTail(all[head] ?? []).map(cell => cell.trim())
  if (columns.length > fileMax.columns) return notImportable('too-many-columns', { max: fileMax.columns })
  const rows: TableRow[] = []
  for (const [place, given] of all.entries()) {
    if (place <= head || !isFilled(given)) continue
    const cells = withoutTail(given)
    const row = place + 1
    if (cells.length > columns.length) return notImportable('too-many-cells', { row })
    if (cells.some(cell => cell.length > fileMax.cellLetters))
      return notImportable('cell-too-large', { row, max: fileMax.cellLetters })
    rows.push({ row, cells: cells.map(cell => cell.trim()) })
  }
  if (rows.length > fileMax.rows) return notImportable('too-many-rows', { max: fileMax.rows })
  return rows.length === 0 ? notImportable('no-rows') : ok({ columns, rows })
}

const isFilled = (cells: readonly string[]): boolean => cells.some(cell => cell.trim() !== '')

const withoutTail = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
