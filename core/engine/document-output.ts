import type { DocumentModel } from '../documents/document-model.ts'
import type { SettingsAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'

export interface DocumentJob {
  readonly model: DocumentModel
  readonly output: 'pdf' | 'printer' | 'escpos-file'
  /** The receipt printer as it is set up here; null when none is. */
  readonly printer: SettingsAnswer['printer']
}

/** Puts a document on paper or into a file. The engine reads the books for the model; how it is drawn is the shell's. */
export interface DocumentOutput {
  readonly produce: (
    job: DocumentJob,
  ) => Promise<Result<{ readonly path?: string; readonly printer?: string }, Refusal>>
}
