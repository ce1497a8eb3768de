import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Result } from '../result.ts'
import { type FileNotImportable, fileMax, makeTable, notImportable, type Table } from './table.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/**
 * The rows of a CSV text (RFC 4180), by the separator that its first line has most of. Refuses too-many-rows, malformed at the row whose
 * quotes do not end, cell-too-large, and what `makeTable` refuses. Rules: N7, N8.
 */
export function readCsv(text: string): Result<Table, FileNotImportable> {
  const delimiter = separatorOf(text)
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      max_record_size: recordLettersMax,
      to: fileMax.rows + 2,
    })
    return rows.length > fileMax.rows + 1 ? notImportable('too-many-rows', { max: fileMax.rows }) : makeTable(rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return error.code === 'CSV_MAX_RECORD_SIZE'
      ? notImportable('cell-too-large', { max: fileMax.cellLetters })
      : notImportable('malformed', typeof error.lines === 'number' ? { row: error.lines } : {})
  }
}

const recordLettersMax = fileMax.columns * fileMax.cellLetters

/** Outside of quotes, in the first line that has any letters. */
function separatorOf(text: string): Separator {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(0, 20_000))?.[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = separators.map(separator => bare.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}
