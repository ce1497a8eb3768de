import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { allLogs, headOf } from '../storage/records.ts'
import { institutionRow } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import { type BookScope, daysOfScope, type ScopeParameters, scopeParameters } from './book-scope.ts'
import { compareText } from './compare-text.ts'
import { type LeafBalance, leafBalances } from './leaf-balances.ts'

/** A log of the books: which of its records the scope holds, and its newest record, which fixes all before it. */
export interface ExportedLog {
  readonly logId: string
  readonly deviceCode: string
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  readonly headSeq: number
  readonly headHash: Uint8Array | null
}

/** What is known of a part of the books before its records are read: what the head of each file says. */
export interface ExportedBooks {
  readonly scope: BookScope
  readonly institutionId: string
  readonly branchCode: string | null
  /** The days on which its first and last record stand; null for a part without records. */
  readonly days: { readonly first: BusinessDate; readonly last: BusinessDate } | null
  readonly balances: readonly LeafBalance[]
  readonly logs: readonly ExportedLog[]
  readonly records: number
  readonly entries: number
}

const recordsOfLogs = prepared<
  ScopeParameters,
  { log_no: number; first_seq: number; last_seq: number; records: number }
>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => [
      'log_no',
      eb.fn.min('seq').as('first_seq'),
      eb.fn.max('seq').as('last_seq'),
      eb.fn.countAll<number>().as('records'),
    ])
    .where('value_date', '>=', param('from'))
    .where('value_date', '<=', param('to'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))]))
    .groupBy('log_no'),
)
const entryCount = prepared<ScopeParameters, { entries: number }>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select(eb => eb.fn.countAll<number>().as('entries'))
    .where('line.line_no', '=', 0)
    .where('record.value_date', '>=', param('from'))
    .where('record.value_date', '<=', param('to'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('record.branch', '=', param('branch'))])),
)

export function describeBooks(db: Database, scope: BookScope, branchCode: string | null): ExportedBooks {
  const parameters = scopeParameters(scope)
  const spans = new Map(recordsOfLogs.all(db, parameters).map(span => [span.logNo, span]))
  const known = allLogs(db).toSorted((a, b) => compareText(a.deviceCode, b.deviceCode) || compareText(a.logId, b.logId))
  const logs = known.map(({ logNo, logId, deviceCode }) => {
    const head = headOf(db, logNo)
    const span = spans.get(logNo)
    return {
      logId,
      deviceCode,
      firstSeq: span?.firstSeq ?? null,
      lastSeq: span?.lastSeq ?? null,
      headSeq: head?.seq ?? 0,
      headHash: head?.hash ?? null,
    }
  })
  return {
    scope,
    institutionId: present(institutionRow(db), 'the books are an institution’s').institutionId,
    branchCode,
    days: daysOfScope(db, scope),
    balances: leafBalances(db, scope),
    logs,
    records: [...spans.values()].reduce((sum, { records }) => sum + records, 0),
    entries: entryCount.get(db, parameters)?.entries ?? 0,
  }
}

/** The currencies of the books, in the order of the alphabet. */
export const currenciesOf = ({ balances }: Pick<ExportedBooks, 'balances'>) =>
  [...new Set(balances.map(({ currency }) => currency))].toSorted()

/** Each leaf once, in the order of their names. */
export const leavesOf = ({ balances }: Pick<ExportedBooks, 'balances'>) => [
  ...new Map(balances.map(({ leaf }) => [leaf.name, leaf])).values(),
]
