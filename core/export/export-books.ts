import type { Database } from 'better-sqlite3'
import type { Signer } from '../crypto/signing.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ExportFile, ExportFolder } from '../storage/export-folder.ts'
import { branchRows } from '../storage/reference.ts'
import { beancountFile } from './beancount-file.ts'
import { type BookEvent, type BooksDiffer, bookEvents } from './book-events.ts'
import { daysOfScope } from './book-scope.ts'
import type { ControlBlock } from './control-block.ts'
import { linesCsv, trialBalanceCsv } from './csv-files.ts'
import { type ExportFormat, type ExportOrder, exportFormats, type Period, periodsOf } from './export-order.ts'
import type { ExportWriter } from './export-writer.ts'
import { describeBooks, type ExportedBooks } from './exported-books.ts'
import { ledgerJournal } from './ledger-journal.ts'
import { controlText, type WrittenFile } from './signed-control.ts'

/** Where and how an export is written: into which folder, at which moment, signed by which device; null where its key is not at hand. */
export interface ExportPlace {
  readonly folder: ExportFolder
  readonly now: string
  readonly signer: Signer | null
}

/** One set of files as it was written. */
export interface ExportedSet {
  readonly books: ExportedBooks
  readonly control: ControlBlock
  readonly files: readonly string[]
}

export type ExportRefused =
  | BooksDiffer
  | { readonly type: 'branch-unknown' }
  | { readonly type: 'range-reversed' }
  | { readonly type: 'nothing-to-export' }
  /** Who drove it did not wait for its end. */
  | { readonly type: 'given-up' }

/** How many records are written, of how many, in the set of files at hand. */
export interface ExportProgress {
  readonly done: number
  readonly total: number
}

const writersOf: Readonly<Record<ExportFormat, readonly ExportWriter[]>> = {
  ledger: [ledgerJournal],
  beancount: [beancountFile],
  csv: [linesCsv, trialBalanceCsv],
}

/**
 * Writes the books, or a part of them, as plain text for an auditor's own programs, on one reading of the file, a record in memory at a
 * time. Yields after every record, so that who drives it may do something else in between, or give up: then, and when it is refused,
 * nothing remains in the folder. Refuses: branch-unknown, range-reversed, nothing-to-export, books-differ. Rules: X1 to X16.
 */
export function* exportBooks(
  db: Database,
  order: ExportOrder,
  place: ExportPlace,
): Generator<ExportProgress, Result<readonly ExportedSet[], ExportRefused>> {
  let isComplete = false
  db.exec('BEGIN')
  try {
    const plan = planOf(db, order)
    if (!plan.ok) return plan
    const sets: ExportedSet[] = []
    for (const period of plan.value.periods) {
      const exported = yield* exportPeriod(db, order, { ...period, ...plan.value }, place)
      if (!exported.ok) return exported
      sets.push(exported.value)
    }
    isComplete = true
    return ok(sets)
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
    if (!isComplete) place.folder.discard()
  }
}

interface Plan {
  readonly branchId: string | null
  readonly branchCode: string | null
  readonly periods: readonly Period[]
}

function planOf(db: Database, order: ExportOrder): Result<Plan, ExportRefused> {
  const { from = null, to = null, branch } = order
  const found = branchRows(db).find(({ code }) => code === branch)
  if (branch !== undefined && !found) return refuse({ type: 'branch-unknown' })
  if (from && to && from > to) return refuse({ type: 'range-reversed' })
  const branchId = found?.branchId ?? null
  const days = daysOfScope(db, { from: null, to, branchId })
  const periods = days ? periodsOf(order, days.first, days.last) : []
  if (periods.length === 0) return refuse({ type: 'nothing-to-export' })
  return ok({ branchId, branchCode: found?.code ?? null, periods })
}

function* exportPeriod(
  db: Database,
  { format }: ExportOrder,
  { stem, from, to, branchId, branchCode }: Period & Omit<Plan, 'periods'>,
  { folder, now, signer }: ExportPlace,
): Generator<ExportProgress, Result<ExportedSet, BooksDiffer>> {
  const books = describeBooks(db, { from, to, branchId }, branchCode)
  const formats = format === 'all' ? exportFormats : [format]
  const outputs = formats
    .flatMap(one => writersOf[one])
    .map(writer => ({ writer, file: folder.create(`${stem}${writer.suffix}`) }))
  for (const { writer, file } of outputs) writeLines(file, writer.head(books))
  const control = yield* writeEvents(db, books, event => {
    for (const { writer, file } of outputs) writeLines(file, writer.event(event))
  })
  if (!control.ok) return control
  for (const { writer, file } of outputs) writeLines(file, writer.tail(control.value))
  const files = outputs.map(({ file }) => file.close())
  const controlFile = writeControl(
    folder,
    `${stem}${controlSuffix}`,
    controlText(control.value, files, { now, signer }),
  )
  return ok({ books, control: control.value, files: [...files, controlFile].map(({ name }) => name) })
}

export const controlSuffix = '.control.txt'

/** Hands each event on, and yields after each record. */
function* writeEvents(
  db: Database,
  books: ExportedBooks,
  write: (event: BookEvent) => void,
): Generator<ExportProgress, Result<ControlBlock, BooksDiffer>> {
  let done = 0
  let told = 0
  const events = bookEvents(db, books, () => {
    done += 1
  })
  for (;;) {
    const step = events.next()
    if (step.done) return step.value
    write(step.value)
    if (done > told) yield { done, total: books.records }
    told = done
  }
}

function writeLines(file: ExportFile, lines: Iterable<string>): void {
  for (const line of lines) file.writeLine(line)
}

function writeControl(folder: ExportFolder, name: string, text: string): WrittenFile {
  const file = folder.create(name)
  for (const line of text.split('\n').slice(0, -1)) file.writeLine(line)
  return file.close()
}
