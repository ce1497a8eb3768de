import { parseArgs } from 'node:util'
import { type ExportedSet, type ExportRefused, exportBooks } from '../export/export-books.ts'
import { type ExportOrder, exportOrderSchema } from '../export/export-order.ts'
import type { Result } from '../result.ts'
import { type ExportFolder, openExportFolder } from '../storage/export-folder.ts'
import { checkExportFolder } from './check-export.ts'
import { headWords, mayNotAudit, noPlace } from './no-place.ts'
import { notNoted, type OpenedAtTerminal, openForReading } from './open-at-terminal.ts'
import { printProgress } from './verification-text.ts'

const usage = `Usage: npm run export -- FILE --to DIR [--format ledger|beancount|csv|all] [--from DAY] [--until DAY] [--monthly]
                  [--branch CODE] [--staff CODE]
       npm run export -- --check DIR [--device LOGID]
  FILE       branch.db, or the folder that it lies in
  --to       a folder that is empty or not there yet
  --format   ledger: one file for hledger and ledger; beancount; csv: lines and trial balance; all (when nothing is said)
  --from     the first value date, such as 2026-01-01; what was before stands in the first entry as balances taken over
  --until    the last value date
  --monthly  a set of files for each month
  --branch   only the records of one branch, by its code
  --staff    whose passphrase (or recovery code) opens the books: somebody who audits them
  --check    whether an export is whole, and signed by which device
The passphrase is asked for, or read from NEXUM_PASSPHRASE or from standard input.
Ends with 0 when it is done or whole, 1 when it is not, 2 when the books cannot be opened or this was not called rightly.`

const because: Readonly<Record<ExportRefused['type'], string>> = {
  'branch-unknown': 'The books have no branch with this code.',
  'range-reversed': 'The first day is after the last one.',
  'nothing-to-export': 'There are no records on these days.',
  'given-up': 'It was broken off.',
  'books-differ':
    'The stored lines are not those of the signed records. Nothing was exported: have the books checked with npm run verify.',
}

const folderBecause = {
  'not-a-folder': 'is a file, not a folder.',
  'not-empty': 'is not empty. An export never writes over anything.',
} as const

interface Asked {
  readonly file: string
  readonly target: string
  readonly staff: string | null
  readonly order: ExportOrder
}

const text = { type: 'string' } as const

/** Null when it was not called rightly. */
function parseCall(): Asked | { readonly checked: string; readonly device: string | null } | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      ...{ to: text, format: text, from: text, until: text, branch: text, staff: text, check: text, device: text },
      monthly: { type: 'boolean' },
    },
  })
  const [file] = positionals
  const { check, device, to, staff, format = 'all', from, until, branch, monthly } = values
  if (typeof check === 'string')
    return file === undefined && typeof device !== 'boolean' ? { checked: check, device: device ?? null } : null
  const order = exportOrderSchema.safeParse({ format, from, to: until, branch, isMonthly: monthly })
  if (file === undefined || positionals.length > 1 || typeof to !== 'string' || staff === true || !order.success)
    return null
  return { file, target: to, staff: typeof staff === 'string' ? staff : null, order: order.data }
}

/** As in the application: for who works here and audits, and of the books that this installation has recorded. Rule: X18. */
function exportTo(opened: OpenedAtTerminal, asked: Asked): 0 | 1 | 2 {
  const why = noPlace(opened) ?? mayNotAudit(opened) ?? headWords(opened)
  if (why !== null) return notExported(opened, `NOT EXPORTED. ${why}`)
  const folder = openExportFolder(asked.target)
  return folder.ok
    ? writeTo(folder.value, opened, asked)
    : notExported(opened, `${asked.target} ${folderBecause[folder.refusal]}`)
}

function notExported({ books }: OpenedAtTerminal, why: string): 2 {
  books.close()
  console.error(why)
  return 2
}

function writeTo(folder: ExportFolder, { books, log, code, note }: OpenedAtTerminal, { target, order }: Asked): 0 | 1 {
  const signer = log?.signer ?? null
  const run = exportBooks(books.db, order, { folder, now: new Date().toISOString(), signer })
  const exported = driven(run)
  books.close()
  if (!exported.ok) {
    console.error(`NOT EXPORTED. ${because[exported.refusal.type]}`)
    return 1
  }
  if (!note('exported', `terminal.${order.format}`)) console.log(notNoted)
  console.log(exportedText(exported.value, { target, code, isSigned: signer !== null }))
  return 0
}

function driven(run: ReturnType<typeof exportBooks>): Result<readonly ExportedSet[], ExportRefused> {
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
    printProgress(step.value.done, step.value.total)
  }
}

function exportedText(
  sets: readonly ExportedSet[],
  { target, code, isSigned }: { readonly target: string; readonly code: string; readonly isSigned: boolean },
): string {
  return [
    `${target}, exported as ${code}`,
    ...sets.flatMap(({ control, files }) => [
      `  ${control.records.toLocaleString('en')} records, ${control.entries.toLocaleString('en')} entries, ${control.lines.toLocaleString('en')} lines: ${files.join(', ')}`,
    ]),
    isSigned
      ? 'The control block is signed by this installation.'
      : 'NOT SIGNED: the key of the installation (device.key) is not beside the books.',
    'Whether it is still whole, anybody can see with: npm run export -- --check DIR',
  ].join('\n')
}

async function run(): Promise<0 | 1 | 2> {
  const asked = parseCall()
  if (!asked) {
    console.error(usage)
    return 2
  }
  if ('checked' in asked) return checkExportFolder(asked.checked, asked.device)
  const opened = await openForReading(asked.file, asked.staff)
  if (opened.ok) return exportTo(opened.value, asked)
  console.error(`CANNOT BE OPENED. ${opened.refusal}`)
  return 2
}

process.exitCode = await run()
