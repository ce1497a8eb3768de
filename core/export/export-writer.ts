import type { BookEvent } from './book-events.ts'
import type { ControlBlock } from './control-block.ts'
import type { ExportedBooks } from './exported-books.ts'

/** One kind of file: what it begins with, what it makes of each event, and what it ends with; line by line, without the line ends. */
export interface ExportWriter {
  /** What follows the stem of the file's name. */
  readonly suffix: string
  readonly head: (books: ExportedBooks) => Iterable<string>
  readonly event: (event: BookEvent) => Iterable<string>
  readonly tail: (control: ControlBlock) => Iterable<string>
}

/** The version of what is written here; a reader that knows another one stops. */
export const exportVersion = 'nexum-export-1'
