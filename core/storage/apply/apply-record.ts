import type { Database } from 'better-sqlite3'
import { isWeather } from '../is-weather.ts'
import { institutionRow } from '../reference.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'
import { accountCareAppliers } from './apply-account-care.ts'
import { approvalAppliers, closeApproval } from './apply-approvals.ts'
import { auditAppliers } from './apply-audit.ts'
import { branchAppliers } from './apply-branches.ts'
import { calendarAppliers } from './apply-calendar.ts'
import { cashAppliers } from './apply-cash.ts'
import { chartAppliers } from './apply-chart.ts'
import { closeOfBusinessAppliers } from './apply-close-of-business.ts'
import { correctionAppliers } from './apply-corrections.ts'
import { customerAppliers } from './apply-customers.ts'
import { dayAppliers } from './apply-days.ts'
import { deviceAppliers } from './apply-devices.ts'
import { groupAppliers } from './apply-groups.ts'
import { holdAppliers } from './apply-holds.ts'
import { institutionAppliers } from './apply-institution.ts'
import { journalAppliers } from './apply-journals.ts'
import { loanSecurityAppliers } from './apply-loan-security.ts'
import { loanAppliers } from './apply-loans.ts'
import { periodAppliers } from './apply-periods.ts'
import { productAppliers } from './apply-products.ts'
import { provisionAppliers } from './apply-provisions.ts'
import { rateAppliers } from './apply-rates.ts'
import { savingsAppliers } from './apply-savings.ts'
import { transferAppliers } from './apply-transfers.ts'
import { newestTypeVersion, upcast } from './upcast.ts'

export type Applier = (db: Database, applied: Applied) => void

const everyApplier = {
  ...institutionAppliers,
  ...branchAppliers,
  ...calendarAppliers,
  ...deviceAppliers,
  ...chartAppliers,
  ...productAppliers,
  ...journalAppliers,
  ...periodAppliers,
  ...dayAppliers,
  ...cashAppliers,
  ...transferAppliers,
  ...rateAppliers,
  ...customerAppliers,
  ...groupAppliers,
  ...savingsAppliers,
  ...accountCareAppliers,
  ...closeOfBusinessAppliers,
  ...holdAppliers,
  ...loanAppliers,
  ...loanSecurityAppliers,
  ...provisionAppliers,
  ...correctionAppliers,
  ...approvalAppliers,
  ...auditAppliers,
}

/** The types of record that this program knows. */
export type RecordType = keyof typeof everyApplier

const appliers: ReadonlyMap<string, Applier> = new Map(Object.entries(everyApplier))

/** Why a record waits: this program does not know its type, its log is not the one to say it, or it does not fit what is here. */
export type PendingReason = 'unknown-type' | 'not-its-logs' | 'not-applicable'

const keepPending = prepared<
  { logNo: number; seq: number; position: number; type: string; typeVersion: number; reason: PendingReason },
  unknown
>((db, param) =>
  db.insertInto('pending_record').values({
    log_no: param('logNo'),
    seq: param('seq'),
    position: param('position'),
    type: param('type'),
    type_version: param('typeVersion'),
    reason: param('reason'),
  }),
)

const ownership = prepared<{ logNo: number }, { own: number }>((db, param) =>
  db.selectFrom('log').select('own').where('log_no', '=', param('logNo')),
)

/**
 * Writes a record's effect into the projections. A record of another log that cannot be applied here has its lines booked already;
 * it waits as one of an unknown type does, and what comes after it goes on. Rule: J11, Y18.
 */
export function applyRecord(db: Database, applied: Applied): void {
  const isForeign = ownership.get(db, { logNo: applied.logNo })?.own === 0
  if (isForeign) applyOrPark(db, applied)
  else applyKnown(db, applied)
}

function applyOrPark(db: Database, applied: Applied): void {
  const apply = db.transaction(() => applyKnown(db, applied))
  try {
    apply()
  } catch (error) {
    if (isWeather(error)) throw error
    park(db, applied, 'not-applicable')
  }
}

/** Whether this program applies records of this type and version. */
export const isKnownType = (type: string, typeVersion: number): boolean =>
  typeVersion <= newestTypeVersion(type) && appliers.has(type)

/** A type or version that this program does not know yet waits for a program that does. */
function applyKnown(db: Database, applied: Applied): void {
  const { record } = applied
  const applier = isKnownType(record.type, record.typeVersion) ? appliers.get(record.type) : undefined
  if (record.cause) closeApproval(db, applied)
  if (!applier) park(db, applied, 'unknown-type')
  else if (isItsLogs(db, record)) applier(db, { ...applied, record: upcast(record) })
  else park(db, applied, 'not-its-logs')
}

/** What counts in head office's log alone. */
export const headOfficeTypes: ReadonlySet<string> = new Set([
  'chart.account-added',
  'chart.account-changed',
  'bank-account.added',
  'cash-limit.set',
  'calendar.set',
  'rate.published',
  'product.published',
  'product.retired',
  'provision.policy-set',
  'journal-template.saved',
  'journal-template.retired',
  'recurring-journal.saved',
  'recurring-journal.stopped',
  'period.closed',
  'period.reopened',
  'year.closed',
  'year.reopened',
  'branch.opened',
  'staff.added',
  'staff.suspended',
  'device.invited',
  'device.admitted',
  'device.revoked',
  'custody.seized',
])

/** Whether the log it stands in may say this: who works here, which devices belong and what the chart is, is head office's alone. Rule: Y21. */
function isItsLogs(db: Database, { type, log }: Applied['record']): boolean {
  if (type === 'institution.created') return institutionRow(db) === null
  return !headOfficeTypes.has(type) || institutionRow(db)?.headOfficeLog === log
}

const park = (db: Database, { logNo, position, record }: Applied, reason: PendingReason): void => {
  const { seq, type, typeVersion } = record
  keepPending.run(db, { logNo, seq, position, type, typeVersion, reason })
}
