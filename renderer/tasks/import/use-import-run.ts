import { useState } from 'react'
import type { ImportSpec } from '../../../core/import/import-kinds.ts'
import { type CommandRun, useCommand } from '../../lib/use-command.ts'
import { newOperationKey } from '../../lib/use-operation-key.ts'
import type { Second } from './confirm-import.tsx'

interface RowsUnderWay {
  /** The check or the import that is shown; none before the first. */
  readonly batch: string | undefined
  readonly isImporting: boolean
  readonly check: CommandRun<'import.check'>
  readonly run: CommandRun<'import.run'>
  readonly begin: (spec: ImportSpec) => Promise<void>
  readonly importRows: (spec: ImportSpec, second?: Second) => Promise<void>
  readonly back: () => void
}

/** The rows of the open file, first checked and then imported; what is refused as a whole leads back to the check. */
export function useImportRun(): RowsUnderWay {
  const [batch, setBatch] = useState<string>()
  const [isImporting, setImporting] = useState(false)
  const check = useCommand<'import.check'>()
  const run = useCommand<'import.run'>()
  async function begin(spec: ImportSpec): Promise<void> {
    const next = newOperationKey()
    run.forget()
    setImporting(false)
    setBatch(next)
    await check.run({ type: 'import.check', batch: next, spec })
  }
  async function importRows(spec: ImportSpec, second?: Second): Promise<void> {
    const next = newOperationKey()
    setBatch(next)
    setImporting(true)
    const done = await run.run({ type: 'import.run', batch: next, spec, ...(second ? { second } : {}) })
    if (!done.ok && check.answer) {
      setImporting(false)
      setBatch(check.answer.batch)
    }
  }
  function back(): void {
    setBatch(undefined)
    setImporting(false)
    check.forget()
    run.forget()
  }
  return { batch, isImporting, check, run, begin, importRows, back }
}
