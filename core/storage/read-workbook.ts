import { readSheet } from 'read-excel-file/universal'
import { type FileNotImportable, fileMax, makeTable, notImportable, type Table } from '../import/table.ts'
import { Decimal } from '../money/decimal.ts'
import type { Result } from '../result.ts'
import { workbookFault } from './check-workbook.ts'

/** What a spreadsheet keeps of a number; what stands behind them in the file is what a binary fraction left over. */
const digitsKept = 15

/**
 * The rows of a workbook's first sheet as text: numbers exactly as the sheet shows them, days as `2026-03-02`, a formula by the value that
 * was saved with it. Refuses what `workbookFault` names, a workbook that cannot be read, and what `makeTable` refuses. Rules: N7, N8.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Table, FileNotImportable>> {
  const fault = await workbookFault(bytes)
  if (fault) return notImportable(fault)
  const rows = await rowsOf(bytes)
  if (rows === null) return notImportable('workbook-unreadable')
  return rows.length > fileMax.rows + 1 ? notImportable('too-many-rows', { max: fileMax.rows }) : makeTable(rows)
}

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[] | null> {
  try {
    const rows = await readSheet(Uint8Array.from(bytes).buffer, 1, { parseNumber: numberText, trim: false })
    return rows.map(row => row.map(cellText))
  } catch {
    return null
  }
}

const numberText = (text: string): string =>
  /^-?\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?$/i.test(text)
    ? new Decimal(text).toSignificantDigits(digitsKept).toString()
    : text

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
