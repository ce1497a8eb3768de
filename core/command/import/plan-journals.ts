import { readDate } from '../../import/formats.ts'
import type { TableRow } from '../../import/table.ts'
import { type JournalLine, postJournalSchema } from '../../manual-journals/journal-commands.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { currencyOf, readSide } from './read-side.ts'

const type = 'journal.post'

/**
 * A manual journal for all rows of one number, a line for each; its day, reference and note stand in any of them and are the same in all.
 * One row that cannot be read keeps back the whole journal. Rules: N6, N12.
 */
export function* planJournals(planning: Planning): Generator<readonly PlannedUnit[]> {
  const byNumber = new Map<string, TableRow[]>()
  for (const row of planning.table.rows) {
    const number = cellOf(planning, row, 'externalId')
    const rows = byNumber.get(number)
    if (rows) rows.push(row)
    else byNumber.set(number, [row])
  }
  for (const [number, rows] of byNumber) yield [planJournal(planning, number, rows)]
}

interface FaultyRow extends Fault {
  readonly row: TableRow
}

function planJournal(planning: Planning, externalId: string, rows: readonly TableRow[]): PlannedUnit {
  const read = readJournal(planning, externalId, rows)
  if ('rule' in read) return refusedRow(planning, read.row, type, read)
  const { spec, log, parse } = planning
  const parsed = parse(postJournalSchema, {
    type,
    key: importKey({ log, name: spec.name, part: 'journal', externalId }),
    purpose: 'other',
    ...read,
  })
  const unit = { type, rows: rows.map(({ row }) => row) } as const
  return parsed.ok ? { ...unit, steps: [() => parsed.value] } : { ...unit, steps: [], refusal: parsed.refusal }
}

interface JournalRead {
  readonly lines: readonly JournalLine[]
  readonly valueDate?: string
  readonly reference?: string
  readonly note?: string
}

function readJournal(planning: Planning, externalId: string, rows: readonly TableRow[]): JournalRead | FaultyRow {
  const [first] = rows
  if (externalId === '' && first) return { row: first, field: 'externalId', rule: 'missing' }
  const lines: JournalLine[] = []
  const said: { valueDate?: string; reference?: string; note?: string } = {}
  for (const row of rows) {
    const line = readLine(planning, row)
    if ('rule' in line) return { row, ...line }
    lines.push(line)
    const fault = readHead(planning, row, said)
    if (fault) return { row, ...fault }
  }
  return { lines, ...said }
}

function readLine(planning: Planning, row: TableRow): JournalLine | Fault {
  const account = cellOf(planning, row, 'account')
  if (account === '') return { field: 'account', rule: 'missing' }
  const currency = currencyOf(planning, row)
  if (currency === null) return { field: 'currency', rule: 'unknown-currency' }
  const side = readSide(planning, row, currency)
  if (side === null) return { field: 'debit', rule: 'missing' }
  return 'rule' in side ? side : { account, ...side, currency }
}

/** What is said of the journal as a whole; a row that says it otherwise is at fault. */
function readHead(
  planning: Planning,
  row: TableRow,
  said: { valueDate?: string; reference?: string; note?: string },
): Fault | null {
  for (const field of ['valueDate', 'reference', 'note'] as const) {
    const text = cellOf(planning, row, field)
    if (text === '') continue
    const value = field === 'valueDate' ? readDate(text, planning.spec.formats.dateOrder) : text
    if (value === null) return { field, rule: 'not-a-date' }
    if (said[field] !== undefined && said[field] !== value) return { field, rule: 'differs-in-rows' }
    said[field] = value
  }
  return null
}
