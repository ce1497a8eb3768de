import type { StatementModelRow } from '../../core/documents/document-model.ts'
import type { PaperWords } from './paper-words.ts'

/** What moved the money: the operation, or the fee of it. */
export const movementName = ({ operation, fee }: StatementModelRow, words: PaperWords): string =>
  fee ? words.labels.fees[fee] : words.operation(operation)
