import type { Database } from 'better-sqlite3'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { prepared, type Row } from '../storage/run.ts'
import type { LineTable } from '../storage/tables/journal-tables.ts'
import type { Findings } from './finding.ts'

type StoredLine = Row<LineTable>

const storedAt = prepared<{ position: number }, LineTable>((db, param) =>
  db.withSchema('main').selectFrom('line').selectAll().where('position', '=', param('position')),
)
const recomputedAt = prepared<{ position: number }, LineTable>((db, param) =>
  db
    .withSchema('temp')
    .selectFrom('line')
    .selectAll()
    .where('position', '=', param('position'))
    .orderBy('entry_no')
    .orderBy('line_no'),
)

const entryThenLine = (a: StoredLine, b: StoredLine): number => a.entryNo - b.entryNo || a.lineNo - b.lineNo

/**
 * Compares the stored lines of a record with the signed bytes and, in a full check, their running balances with those that were
 * made anew in the shadow. Returns how many lines are stored. Rule: V4.
 */
export function checkLines(
  db: Database,
  at: { readonly position: number; readonly ref: RecordRef; readonly isReplayed: boolean },
  record: JournalRecord,
  findings: Findings,
): number {
  const { position, ref, isReplayed } = at
  const stored = storedAt.all(db, { position }).toSorted(entryThenLine)
  const signed = linesIn(record)
  for (let place = 0; place < Math.max(stored.length, signed.length); place++)
    if (lineText(stored[place]) !== lineText(signed[place]))
      findings.add({ type: 'line-differs', record: ref, where: placeText(stored[place] ?? signed[place]) })
  if (isReplayed) {
    const anew = recomputedAt.all(db, { position })
    for (const [place, line] of stored.entries())
      if (line.balanceMinor !== (anew[place]?.balanceMinor ?? null))
        findings.add({ type: 'running-balance-wrong', record: ref, where: placeText(line) })
  }
  return stored.length
}

type SignedLine = Omit<StoredLine, 'position' | 'balanceMinor'>

const linesIn = ({ entries, businessDate: bookingDate, valueDate }: JournalRecord): readonly SignedLine[] =>
  entries.flatMap(({ lines }, entryNo) =>
    lines.map(({ subAccount = null, ...line }, lineNo) => ({
      ...line,
      entryNo,
      lineNo,
      subAccount,
      bookingDate,
      valueDate,
    })),
  )

function lineText(line: SignedLine | undefined): string {
  if (!line) return ''
  const { entryNo, lineNo, account, subAccount, currency, amountMinor, bookingDate, valueDate } = line
  return [entryNo, lineNo, account, subAccount, currency, amountMinor, bookingDate, valueDate].join('|')
}

const placeText = (line: SignedLine | undefined): string =>
  line ? `${line.lineNo + 1} of entry ${line.entryNo + 1}` : ''

/** Lines without a record: nobody signed them. */
export function checkOrphanLines(db: Database, findings: Findings): void {
  const positions = db
    .prepare('SELECT DISTINCT position FROM main.line WHERE position NOT IN (SELECT position FROM record) LIMIT 20')
    .pluck()
    .all()
  for (const position of positions) findings.add({ type: 'line-without-record', where: String(position) })
}
