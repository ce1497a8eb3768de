import type { DocumentModel } from '../documents/document-model.ts'
import type { SettingsAnswer } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'

export interface DocumentJob {
  readonly model: DocumentModel
  /** `csv` and `xlsx` are for tables only, the receipt printer for the others. */
  readonly output: 'pdf' | 'printer' | 'escpos-file' | 'csv' | 'xlsx'
  /** The receipt printer as it is set up here; null when none is. */
  readonly printer: SettingsAnswer['printer']
}

/** Where the paper is: a file, or the printer that took it. */
export interface ProducedDocument {
  readonly path?: string
  readonly printer?: string
}

/** Puts a document on paper or into a file. What stands on it is the engine's; how it is drawn and printed is the shell's. */
export interface DocumentOutput {
  readonly produce: (job: DocumentJob) => Promise<Result<ProducedDocument, Refusal>>
}

/** An engine without a shell has nothing to draw and print with. */
export const noPaper: DocumentOutput = { produce: () => Promise.resolve(refuse({ type: 'printer-not-set' })) }
