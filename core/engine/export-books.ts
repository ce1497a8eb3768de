import type { DeskCommand } from '../command/desk-command.ts'
import type { ControlBlock } from '../export/control-block.ts'
import { type ExportedSet, type ExportRefused, exportBooks } from '../export/export-books.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readBooks } from '../storage/books.ts'
import { makeExportFolder } from '../storage/export-folder.ts'
import { closedRefusal } from './answer.ts'
import { booksFile, type Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** Where an export lies, and the figures of each of its sets of files. */
export interface BooksExport {
  readonly folder: string
  readonly sets: readonly { readonly files: readonly string[]; readonly control: ControlBlock }[]
}

type Command = Extract<DeskCommand, { type: 'export.books' }>

/**
 * Writes the books as plain text into a new folder, signed by this installation. It reads on a connection of its own and lets others
 * be served in between; when the session ends, or the books are to get another key, it ends, and nothing remains. Refuses:
 * not-permitted (audit), field-invalid, storage-unavailable, locked, export-ended. Rules: X15, A63.
 */
export async function exportFromSession(
  installation: Installation,
  session: OpenSession,
  { folder: target, order }: Command,
): Promise<Result<BooksExport, Refusal>> {
  const refusal = notPermittedHere(session, 'audit')
  if (refusal) return refuse(refusal)
  const now = installation.environment.now()
  const folder = makeExportFolder(target, now)
  if (!folder.ok) return refuse({ type: 'field-invalid', field: 'folder', rule: folder.refusal })
  const reading = readBooks({ file: installation.folder.pathOf(booksFile), key: session.databaseKey })
  if (!reading.ok) {
    folder.value.discard()
    return refuse(refusalOfProblem(reading.refusal))
  }
  const run = exportBooks(reading.value.db, order, { folder: folder.value, now, signer: session.log.signer })
  let isEnded = false
  const end = (): void => {
    isEnded = true
    giveUp(run)
    reading.value.close()
  }
  session.readings.add(end)
  try {
    const exported = await inSlices(run, () => isEnded || installation.session.open() !== session)
    if (isEnded) return refuse({ type: 'export-ended' })
    if (!exported.ok) return refuse(exportRefusal(installation, exported.refusal))
    const sets = exported.value.map(({ files, control }) => ({ files, control }))
    return ok({ folder: folder.value.path, sets })
  } finally {
    session.readings.delete(end)
    reading.value.close()
  }
}

type Exporting = ReturnType<typeof exportBooks>
const recordsPerSlice = 64

/** What it has written goes with it; a second time changes nothing. */
function giveUp(run: Exporting): Result<never, ExportRefused> {
  const givenUp = refuse({ type: 'given-up' } as const)
  run.return(givenUp)
  return givenUp
}

/** Drives the export a slice at a time, so that the window is answered meanwhile. */
async function inSlices(run: Exporting, isLeft: () => boolean): Promise<Result<readonly ExportedSet[], ExportRefused>> {
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
    if (step.value.done % recordsPerSlice !== 0) continue
    await new Promise<void>(resolve => setImmediate(resolve))
    if (isLeft()) return giveUp(run)
  }
}

function exportRefusal(installation: Installation, { type }: ExportRefused): Refusal {
  switch (type) {
    case 'branch-unknown':
      return { type: 'field-invalid', field: 'branch', rule: 'not-one-of' }
    case 'range-reversed':
    case 'nothing-to-export':
      return { type: 'field-invalid', field: 'from', rule: 'not-allowed' }
    case 'books-differ':
      return refusalOfProblem('damaged-file')
    case 'given-up':
      return closedRefusal(installation)
  }
}
