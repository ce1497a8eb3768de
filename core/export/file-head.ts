import { type ControlBlock, controlLines, logLine, scopeLines } from './control-block.ts'
import { exportVersion } from './export-writer.ts'
import type { ExportedBooks } from './exported-books.ts'

/** The first lines of a plain-text file: which part of which books, and how much is to come. Rule: X1. */
export const fileHead = (books: ExportedBooks): readonly string[] =>
  [
    exportVersion,
    ...scopeLines({ ...books, ...books.scope }),
    ...books.logs.map(logLine),
    `to come ${books.records} records ${books.entries} entries`,
  ].map(commented)

/** A plain-text file that was cut off does not end with this line. */
export const lastLine = '; end of export'

/** The last lines of a plain-text file. Rule: X12. */
export const fileTail = (control: ControlBlock): readonly string[] => [
  '',
  ...controlLines(control).map(commented),
  lastLine,
]

const commented = (line: string): string => `; ${line}`
