import { useTranslation } from 'react-i18next'
import type { DocumentRequest } from '../../core/documents/document-request.ts'
import type { DeskAnswers } from '../../core/engine/port.ts'
import { type CommandRun, useCommand } from '../lib/use-command.ts'

type Distribute<T> = T extends unknown ? Omit<T, 'locale'> : never
export type Paper = Distribute<DocumentRequest>
export type PaperOutput = 'pdf' | 'printer' | 'escpos-file' | 'csv' | 'xlsx'

export interface PaperRun {
  readonly run: CommandRun<'document.produce'>
  /** In the person's language, unless another is chosen. */
  readonly produce: (paper: Paper, output: PaperOutput, locale?: string) => Promise<void>
  /** Where the paper is, once it is there. */
  readonly made: DeskAnswers['document.produce'] | undefined
}

/** Puts a document on paper or into a file, in the person's language. */
export function usePaper(): PaperRun {
  const { i18n } = useTranslation()
  const run = useCommand<'document.produce'>()
  async function produce(paper: Paper, output: PaperOutput, locale = i18n.language): Promise<void> {
    await run.run({
      type: 'document.produce',
      document: { ...paper, locale } as DocumentRequest,
      output,
    })
  }
  return { run, produce, made: run.answer }
}
