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
  closed_through: string | null
}

const standing = prepared<Record<never, never>, StandingRow>(db =>
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
      eb
        .selectFrom('period')
        .select(inner => inner.fn.max('period.month').as('month'))
        .as('closed_through'),
    ])
    .where('log.own', '=', 1)
    .limit(1),
)

/**
 * Where this installation stands: its log, device, branch and institution, and its open business day. One statement, because every
 * operation asks. Asserts a founded institution that has this device.
 */
export const standingOf = (db: Database): Row<StandingRow> =>
  present(standing.get(db, {}), 'the own log is a device of a branch of a founded institution')
