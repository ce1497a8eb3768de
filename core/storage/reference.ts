import type { Database } from 'better-sqlite3'
import { type Limits, limitsSchema, roleSchema } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { businessDate } from '../calendar/business-date.ts'
import type { Grant } from '../decision/context.ts'
import { prepared, type Row } from './run.ts'
import type { InvitationTable, StaffTable } from './tables/institution-tables.ts'
import type { Tables } from './tables.ts'

const institutions = prepared<Record<never, never>, Tables['institution']>(db =>
  db.selectFrom('institution').selectAll().limit(1),
)
const branches = prepared<Record<never, never>, Tables['branch']>(db =>
  db.selectFrom('branch').selectAll().orderBy('code'),
)
const ownLogRow = prepared<Record<never, never>, Tables['log']>(db =>
  db.selectFrom('log').selectAll().where('own', '=', 1).limit(1),
)
const deviceOf = prepared<{ logId: string }, Tables['device']>((db, param) =>
  db.selectFrom('device').selectAll().where('log_id', '=', param('logId')),
)
const deviceCount = prepared<Record<never, never>, { highest: number | null }>(db =>
  db.selectFrom('device').select(eb => eb.fn.max(eb.cast<number>('device_code', 'integer')).as('highest')),
)
const invitationCount = prepared<Record<never, never>, { highest: number | null }>(db =>
  db.selectFrom('invitation').select(eb => eb.fn.max(eb.cast<number>('device_code', 'integer')).as('highest')),
)
const invitation = prepared<{ inviteId: string }, InvitationTable>((db, param) =>
  db.selectFrom('invitation').selectAll().where('invite_id', '=', param('inviteId')),
)
const staffById = prepared<{ staffId: string }, StaffTable>((db, param) =>
  db.selectFrom('staff').selectAll().where('staff_id', '=', param('staffId')),
)
const staffByCode = prepared<{ code: string }, StaffTable>((db, param) =>
  db.selectFrom('staff').selectAll().where('code', '=', param('code')),
)
const allStaff = prepared<Record<never, never>, StaffTable>(db => db.selectFrom('staff').selectAll().orderBy('code'))
const lastDate = prepared<{ logNo: number }, { date: string }>((db, param) =>
  db.selectFrom('business_day').select('date').where('log_no', '=', param('logNo')).orderBy('date', 'desc').limit(1),
)
const lastOpening = prepared<{ logNo: number }, { recorded_at: string }>((db, param) =>
  db
    .selectFrom('business_day')
    .innerJoin('record', 'record.position', 'business_day.opened_position')
    .select('record.recorded_at')
    .where('business_day.log_no', '=', param('logNo'))
    .orderBy('business_day.date', 'desc')
    .limit(1),
)
const newestDay = prepared<Record<never, never>, { date: string | null }>(db =>
  db.selectFrom('business_day').select(eb => eb.fn.max('date').as('date')),
)

const limitsByText = new Map<string, Limits>()

/** Few people have limits of their own: a text that was read once is kept. */
function limitsOf(text: string): Limits {
  const known = limitsByText.get(text)
  if (known) return known
  const limits = limitsSchema.parse(JSON.parse(text))
  limitsByText.set(text, limits)
  return limits
}

const grantOf = (row: Row<StaffTable>): Grant => ({
  staffId: row.staffId,
  code: row.code,
  name: row.name,
  role: roleSchema.parse(row.role),
  limits: limitsOf(row.limits),
  validUntil: row.grantValidUntil,
  isActive: row.status === 'active',
})

export const institutionRow = (db: Database) => institutions.get(db, {}) ?? null
export const branchRows = (db: Database) => branches.all(db, {})
export const ownLog = (db: Database) => ownLogRow.get(db, {}) ?? null
export const deviceRow = (db: Database, logId: string) => deviceOf.get(db, { logId }) ?? null
export const invitationRow = (db: Database, inviteId: string) => invitation.get(db, { inviteId }) ?? null
export const staffRows = (db: Database) => allStaff.all(db, {})

export const grantById = (db: Database, staffId: string): Grant | null => {
  const row = staffById.get(db, { staffId })
  return row ? grantOf(row) : null
}
export const grantByCode = (db: Database, code: string): Grant | null => {
  const row = staffByCode.get(db, { code })
  return row ? grantOf(row) : null
}

/** Where a person works. */
export const branchOfStaff = (db: Database, staffId: string): string | null =>
  staffById.get(db, { staffId })?.branchId ?? null

/** The last business day that a log ever opened. */
export const lastBusinessDate = (db: Database, logNo: number): BusinessDate | null => {
  const row = lastDate.get(db, { logNo })
  return row ? businessDate(row.date) : null
}

/** The clock's date when a log's newest day was opened. */
export const lastDayOpenedOn = (db: Database, logNo: number): BusinessDate | null => {
  const row = lastOpening.get(db, { logNo })
  return row ? businessDate(row.recordedAt.slice(0, 10)) : null
}

/** The newest business day of any log: nothing is booked to a later one. */
export const newestBusinessDate = (db: Database): BusinessDate | null => {
  const date = newestDay.get(db, {})?.date
  return date ? businessDate(date) : null
}

/** The two-digit code for the next device: one above all that were ever invited or admitted. */
export function nextDeviceCode(db: Database): string {
  const highest = [deviceCount.get(db, {})?.highest, invitationCount.get(db, {})?.highest]
    .map(Number)
    .sort((a, b) => b - a)[0]
  return String((highest ?? 0) + 1).padStart(2, '0')
}
