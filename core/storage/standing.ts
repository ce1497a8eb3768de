import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { prepared, type Row } from './run.ts'

interface StandingRow {
  log_no: number
  log_id: string
  device_code: string
  institution_id: string
  country: string
  currency: string
  head_office_log: string
  branch_id: string
  branch_code: string
  vault_id: string
  open_date: string | null
}

const current = prepared<Record<never, never>, StandingRow>(db =>
  db
    .selectFrom('log')
    .innerJoin('device', 'device.log_id', 'log.log_id')
    .innerJoin('branch', 'branch.branch_id', 'device.branch_id')
    .crossJoin('institution')
    .select(eb => [
      'log.log_no',
      'log.log_id',
      'device.device_code',
      'institution.institution_id',
      'institution.country',
      'institution.currency',
      'institution.head_office_log',
      'branch.branch_id',
      'branch.code as branch_code',
      'branch.vault_id',
      eb
        .selectFrom('business_day')
        .select('business_day.date')
        .whereRef('business_day.log_no', '=', 'log.log_no')
        .where('business_day.closed_position', 'is', null)
        .orderBy('business_day.date', 'desc')
        .limit(1)
        .as('open_date'),
    ])
    .where('log.own', '=', 1)
    .limit(1),
)

const newestRecord = prepared<Record<never, never>, { position: number; key: string }>(db =>
  db.selectFrom('record').select(['position', 'key']).orderBy('position', 'desc').limit(1),
)

/** The newest record when the standing was read: while it is in its place, so is everything before it. */
interface Known {
  readonly standing: Row<StandingRow>
  position: number
  key: string
}

const known = new WeakMap<Database, Known>()

const recordsMax = 7

const recordsFrom = prepared<{ position: number }, { position: number; type: string; key: string }>((db, param) =>
  db
    .selectFrom('record')
    .select(['position', 'type', 'key'])
    .where('position', '>=', param('position'))
    .orderBy('position')
    .limit(1 + recordsMax),
)

/** Records about these leave the standing as it is. Any other, also one of a kind not known yet, has it read again. */
const harmless = new Set(['savings', 'hold', 'client', 'drawer', 'operation', 'receipt', 'approval', 'staff'])

const isHarmless = ({ type }: { readonly type: string }): boolean => harmless.has(type.slice(0, type.indexOf('.')))

/**
 * Where this installation stands: its log, device, branch and institution, and its open business day. Kept between operations, and
 * proved against the journal each time. Asserts a founded institution that has this device.
 */
export function standingOf(db: Database): Row<StandingRow> {
  const kept = known.get(db)
  const [same, ...since] = recordsFrom.all(db, { position: kept?.position ?? 1 })
  const newest = since.at(-1) ?? same
  const holds = kept && same?.key === kept.key && since.length < recordsMax && since.every(isHarmless)
  if (!holds || !newest) return readStanding(db)
  kept.position = newest.position
  kept.key = newest.key
  return kept.standing
}

function readStanding(db: Database): Row<StandingRow> {
  const standing = present(current.get(db, {}), 'the own log is a device of a branch of a founded institution')
  const newest = present(newestRecord.get(db, {}), 'a founded institution has records')
  known.set(db, { standing, ...newest })
  return standing
}
