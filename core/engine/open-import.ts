import { decodeText } from '../import/decode-text.ts'
import { type Formats, guessFormats } from '../import/formats.ts'
import { guessMapping } from '../import/guess-mapping.ts'
import { type ImportKind, importKinds, type Mapping } from '../import/import-kinds.ts'
import { readCsv } from '../import/read-csv.ts'
import { type FileNotImportable, fileMax, notImportable, type Table, type TableRow } from '../import/table.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readChosenFile } from '../storage/read-chosen-file.ts'
import { readWorkbook } from '../storage/read-workbook.ts'
import { closedRefusal } from './answer.ts'
import type { Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'

/** What the window sees of the open file, and how it seems to be meant. */
export interface ImportFile {
  readonly columns: readonly string[]
  readonly rowCount: number
  /** The first rows, as they stand. */
  readonly sample: readonly TableRow[]
  readonly mappings: Readonly<Record<ImportKind, Mapping>>
  readonly formats: Formats
}

const sampleRows = 5
const importing = ['journal', 'cash-in'] as const
const rowsForGuessing = 500

/**
 * The file that the person points at becomes the rows of the next import; one that was open before is forgotten. The path never crosses the
 * port. Refuses not-permitted, locked, and file-not-importable, which forgets the file too. Rules: N7, N8.
 */
export async function openImport(
  installation: Installation,
  session: OpenSession,
): Promise<Result<ImportFile | null, Refusal>> {
  const refusal = notPermittedHere(session, ...importing)
  if (refusal) return refuse(refusal)
  const file = await installation.chooseFile()
  if (installation.session.open() !== session) return refuse(closedRefusal(installation))
  if (file === null) return ok(null)
  session.importing.table = null
  const read = readChosenFile(file, fileMax.bytes)
  if (!read.ok)
    return read.refusal === 'too-large'
      ? notImportable('too-large', { max: fileMax.bytes })
      : notImportable('not-a-file')
  const table = await tableOf(read.value)
  if (installation.session.open() !== session) return refuse(closedRefusal(installation))
  if (!table.ok) return table
  session.importing.table = table.value
  return ok(seen(table.value))
}

/** A list that was typed or copied from a spreadsheet, as a file of text. Refuses as `openImport` does. Rules: N7, N8, N15. */
export function pasteImport(session: OpenSession, { text }: { readonly text: string }): Result<ImportFile, Refusal> {
  const refusal = notPermittedHere(session, ...importing)
  if (refusal) return refuse(refusal)
  session.importing.table = null
  const table = readCsv(text)
  if (!table.ok) return table
  session.importing.table = table.value
  return ok(seen(table.value))
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte)

/** By its first bytes: a workbook, one of the kind before or locked with a password, or else text. */
async function tableOf(bytes: Uint8Array): Promise<Result<Table, FileNotImportable>> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return notImportable('old-workbook')
  const decoded = decodeText(bytes)
  return decoded ? readCsv(decoded.text) : notImportable('not-text')
}

function seen({ columns, rows }: Table): ImportFile {
  const values = rows.slice(0, rowsForGuessing).flatMap(({ cells }) => cells)
  return {
    columns,
    rowCount: rows.length,
    sample: rows.slice(0, sampleRows),
    mappings: Object.fromEntries(importKinds.map(kind => [kind, guessMapping(columns, kind)])) as Record<
      ImportKind,
      Mapping
    >,
    formats: guessFormats(values),
  }
}
