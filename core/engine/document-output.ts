import type { Desk } from '../command/desk.ts'
import type { DocumentModel } from '../documents/document-model.ts'
import type { DocumentRequest } from '../documents/document-request.ts'
import type { SettingsAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'

export interface DocumentJob {
  readonly model: DocumentModel
  readonly output: 'pdf' | 'printer' | 'escpos-file'
  /** The receipt printer as it is set up here; null when none is. */
  readonly printer: SettingsAnswer['printer']
}

/** Where the paper is: a file, or the printer that took it. */
export interface ProducedDocument {
  readonly path?: string
  readonly printer?: string
}

/** Paper as the engine knows it: what stands on it is read from the books, how it is drawn and printed is the shell's. */
export interface DocumentOutput {
  readonly model: (books: Books, desk: Desk, request: DocumentRequest) => Result<DocumentModel, Refusal>
  readonly produce: (job: DocumentJob) => Promise<Result<ProducedDocument, Refusal>>
}

/** An engine without a shell has nothing to draw and print with. */
export const noPaper: DocumentOutput = {
  model: () => refuse({ type: 'no-receipt' }),
  produce: () => Promise.resolve(refuse({ type: 'printer-not-set' })),
}
