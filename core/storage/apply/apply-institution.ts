import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { fromBase64url } from '../../crypto/hash.ts'
import { deviceAdmittedBodySchema, deviceInviteBodySchema } from '../../enrolment/enrolment-records.ts'
import { institutionCreated, logOpened } from '../../institution/institution-records.ts'
import { type StaffGranted, staffGranted, staffKeyed, staffSuspended } from '../../institution/staff-records.ts'
import { jsonText } from '../../journal/json-text.ts'
import type { BlobRef } from '../../journal/record.ts'
import { productSchema } from '../../products/product.ts'
import { nameSchema } from '../../text-fields.ts'
import { readJsonBlob } from '../blobs.ts'
import { recordByPosition } from '../records.ts'
import { deviceRow } from '../reference.ts'
import { prepared } from '../run.ts'
import { addStaffKey } from '../staff-keys.ts'
import type { Applied } from './applied.ts'
import { addBranch } from './apply-branches.ts'
import { addLedgerAccount } from './apply-chart.ts'
import { addProduct } from './apply-products.ts'

const insertInstitution = prepared<
  {
    institutionId: string
    name: string
    country: string
    currency: string
    headOfficeLog: string
    foundedOn: string
    fiscalStartMonth: number
  },
  unknown
>((db, param) =>
  db.insertInto('institution').values({
    institution_id: param('institutionId'),
    name: param('name'),
    country: param('country'),
    currency: param('currency'),
    head_office_log: param('headOfficeLog'),
    founded_on: param('foundedOn'),
    fiscal_start_month: param('fiscalStartMonth'),
  }),
)
const insertStaff = prepared<
  {
    staffId: string
    code: string
    name: string
    role: string
    limits: string
    grantValidUntil: string
    status: string
    branchId: string
  },
  unknown
>((db, param) =>
  db.insertInto('staff').values({
    staff_id: param('staffId'),
    code: param('code'),
    name: param('name'),
    role: param('role'),
    limits: param('limits'),
    grant_valid_until: param('grantValidUntil'),
    status: param('status'),
    branch_id: param('branchId'),
  }),
)
const renameStaff = prepared<{ staffId: string; name: string }, unknown>((db, param) =>
  db
    .updateTable('staff')
    .set({ name: param('name') })
    .where('staff_id', '=', param('staffId')),
)
const setStaffStatus = prepared<{ staffId: string; status: string }, unknown>((db, param) =>
  db
    .updateTable('staff')
    .set({ status: param('status') })
    .where('staff_id', '=', param('staffId')),
)
const insertDevice = prepared<
  {
    logId: string
    branchId: string
    deviceCode: string
    staffId: string
    admittedPosition: number
  },
  unknown
>((db, param) =>
  db
    .insertInto('device')
    .values({
      log_id: param('logId'),
      branch_id: param('branchId'),
      device_code: param('deviceCode'),
      staff_id: param('staffId'),
      admitted_position: param('admittedPosition'),
      revoked_position: null,
      successor: null,
    })
    .onConflict(conflict => conflict.doNothing()),
)
const insertInvitation = prepared<
  {
    inviteId: string
    codeKey: string
    staffId: string
    branchId: string
    deviceCode: string
    expiresOn: string
  },
  unknown
>((db, param) =>
  db.insertInto('invitation').values({
    invite_id: param('inviteId'),
    code_key: param('codeKey'),
    staff_id: param('staffId'),
    branch_id: param('branchId'),
    device_code: param('deviceCode'),
    expires_on: param('expiresOn'),
    redeemed_by: null,
  }),
)
const redeemInvitation = prepared<{ inviteId: string; log: string }, unknown>((db, param) =>
  db
    .updateTable('invitation')
    .set({ redeemed_by: param('log') })
    .where('invite_id', '=', param('inviteId')),
)
const invitationById = prepared<{ inviteId: string }, { staff_id: string; branch_id: string }>((db, param) =>
  db.selectFrom('invitation').select(['staff_id', 'branch_id']).where('invite_id', '=', param('inviteId')),
)

const grantedAt = prepared<{ staffId: string }, { since_position: number }>((db, param) =>
  db
    .selectFrom('staff_key')
    .innerJoin('institution', 'institution.head_office_log', 'staff_key.log_id')
    .select('since_position')
    .where('staff_id', '=', param('staffId'))
    .orderBy('since_position')
    .limit(1),
)

const staffProfile = z.object({ name: nameSchema })

/** The person's name from the sealed profile; their code while the profile has not arrived. */
function staffName(db: Database, blobs: readonly BlobRef[], { staffId, code }: StaffGranted): string {
  const ref = blobs.find(blob => blob.subject === staffId && blob.name === 'staff-profile')
  const profile = staffProfile.safeParse(ref && readJsonBlob(db, ref))
  return profile.success ? profile.data.name : code
}

function addStaff(db: Database, { position, record }: Applied, granted: StaffGranted): void {
  const { staffId, code, role, limits, publicKey, grantValidUntil, branchId = record.branch } = granted
  const name = staffName(db, record.blobs ?? [], granted)
  insertStaff.run(db, {
    staffId,
    code,
    name,
    role,
    limits: jsonText(limits),
    grantValidUntil,
    status: 'active',
    branchId,
  })
  addStaffKey(db, { staffId, logId: record.log, position, publicKey: fromBase64url(publicKey) })
}

/** Gives a person their name once the sealed profile that head office granted them with has arrived after the record. Rule: Y21. */
export function staffProfileArrived(db: Database, staffId: string, hash: string): void {
  const granted = grantedAt.get(db, { staffId })
  const blobs = granted && recordByPosition(db, granted.sincePosition)?.record.blobs
  if (!blobs?.some(blob => blob.subject === staffId && blob.name === 'staff-profile' && blob.hash === hash)) return
  const profile = staffProfile.safeParse(readJsonBlob(db, { subject: staffId, hash }))
  if (profile.success) renameStaff.run(db, { staffId, name: profile.data.name })
}

export const institutionAppliers = {
  'log.opened': (db: Database, { position, record }: Applied) => {
    const { deviceCode, staffId, staffKey } = logOpened.parse(record.body)
    const logId = record.log
    insertDevice.run(db, {
      logId,
      branchId: record.branch,
      deviceCode,
      staffId,
      admittedPosition: position,
    })
    // Head office invited one person: the new log speaks for nobody else's key.
    if (staffKey && deviceRow(db, logId)?.staffId === staffId)
      addStaffKey(db, { staffId, logId, position, publicKey: fromBase64url(staffKey) })
  },
  'institution.created': (db: Database, applied: Applied) => {
    const { position, record } = applied
    const {
      institutionId,
      name,
      country,
      currency,
      branch,
      chart,
      products,
      staff,
      fiscalYearStartMonth = 1,
    } = institutionCreated.parse(record.body)
    insertInstitution.run(db, {
      institutionId,
      name,
      country,
      currency,
      headOfficeLog: record.log,
      foundedOn: record.businessDate,
      fiscalStartMonth: fiscalYearStartMonth,
    })
    addBranch(db, branch)
    for (const account of chart) addLedgerAccount(db, position, account)
    for (const product of products) addProduct(db, position, productSchema.parse(product))
    for (const person of staff) addStaff(db, applied, person)
  },
  'staff.added': (db: Database, applied: Applied) => addStaff(db, applied, staffGranted.parse(applied.record.body)),
  'staff.keyed': (db: Database, { position, record }: Applied) => {
    const { staffId, publicKey } = staffKeyed.parse(record.body)
    addStaffKey(db, { staffId, logId: record.log, position, publicKey: fromBase64url(publicKey) })
  },
  'staff.suspended': (db: Database, { record }: Applied) => {
    setStaffStatus.run(db, {
      staffId: staffSuspended.parse(record.body).staffId,
      status: 'suspended',
    })
  },
  'device.invited': (db: Database, { record }: Applied) => {
    const { inviteId, codeKey, staffId, branchId, deviceCode, expiresOn } = deviceInviteBodySchema.parse(record.body)
    insertInvitation.run(db, {
      inviteId,
      codeKey,
      staffId,
      branchId,
      deviceCode,
      expiresOn,
    })
  },
  'device.admitted': (db: Database, { position, record }: Applied) => {
    const { log, deviceCode, inviteId } = deviceAdmittedBodySchema.parse(record.body)
    const invitation = invitationById.get(db, { inviteId })
    if (!invitation) return
    redeemInvitation.run(db, { inviteId, log })
    const { branchId, staffId } = invitation
    insertDevice.run(db, {
      logId: log,
      branchId,
      deviceCode,
      staffId,
      admittedPosition: position,
    })
  },
}
