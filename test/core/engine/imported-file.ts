import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { ImportSpec } from '../../../core/import/import-kinds.ts'
import type { BulkProgress, BulkResult } from '../../../core/query/bulk-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import {
  foundedEngine,
  must,
  newKey,
  passphrases,
  type StartOptions,
  type TestEngine,
  temporaryFolder,
} from './made-engine.ts'

/** An engine whose dialog for files gives what was written last, with an open day and head office signed in. */
export interface ImportingEngine extends TestEngine {
  readonly choose: (content: string | Uint8Array | null) => void
  /** Opens a file by its guesses; what is said otherwise goes before them. */
  readonly opened: (
    content: string | Uint8Array,
    over: Partial<ImportSpec> & Pick<ImportSpec, 'kind'>,
  ) => Promise<ImportSpec>
}

export async function importingEngine(options: Pick<StartOptions, 'time'> = {}): Promise<ImportingEngine> {
  const folder = temporaryFolder()
  let chosen: string | null = null
  const made = await foundedEngine({ ...options, chooseFile: () => Promise.resolve(chosen) })
  must(await made.signIn('HO1'))
  must(await made.port.execute({ type: 'day.open', key: newKey(), date: businessDate('2026-03-02') }))
  const choose = (content: string | Uint8Array | null): void => {
    chosen = content === null ? null : path.join(folder, `file-${newKey()}`)
    if (chosen !== null && content !== null) writeFileSync(chosen, content)
  }
  return {
    ...made,
    choose,
    opened: async (content, over) => {
      choose(content)
      const file = must(await made.port.execute({ type: 'import.open' }))
      if (file === null) throw new Error('no file was chosen')
      return { name: 'Former system', mapping: file.mappings[over.kind], formats: file.formats, ...over }
    },
  }
}

export interface Imported {
  readonly progress: BulkProgress
  readonly results: readonly BulkResult[]
}

const resultsOf = async ({ port }: TestEngine, answer: Result<BulkProgress, Refusal>): Promise<Imported> => {
  const progress = must(answer)
  const { batch } = progress
  return { progress, results: must(await port.query({ type: 'bulk-results', batch, limit: 200 })) }
}

export const checked = async (made: TestEngine, spec: ImportSpec): Promise<Imported> =>
  resultsOf(made, await made.port.execute({ type: 'import.check', batch: newKey(), spec }))

export const imported = async (made: TestEngine, spec: ImportSpec, withSecond = false): Promise<Imported> => {
  const second = { code: 'MGR1', passphrase: passphrases.MGR1 }
  return resultsOf(
    made,
    await made.port.execute({ type: 'import.run', batch: newKey(), spec, ...(withSecond ? { second } : {}) }),
  )
}

/** Status or refusal by row: `2 posted`, `3 field-invalid birthDate`. */
export const rowsOf = ({ results }: Imported): readonly string[] =>
  results.map(({ row, status, refusal, column }) =>
    [row, refusal ? refusal.type : status, ...(column === undefined ? [] : [column])].join(' '),
  )

export async function expectCleanBooks(made: TestEngine): Promise<BulkProgress | null> {
  const { isClean, findings } = must(await made.port.execute({ type: 'books.verify', depth: 'full' }))
  if (!isClean) throw new Error(JSON.stringify(findings))
  return must(await made.port.query({ type: 'bulk' }))
}
