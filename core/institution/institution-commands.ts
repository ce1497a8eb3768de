import { z } from 'zod'
import { roleSchema } from '../authority/roles.ts'
import { keyed } from '../decision/keyed.ts'
import { logIdSchema, uuidSchema } from '../journal/record.ts'
import { nameSchema, passphraseSchema, staffCodeSchema } from '../text-fields.ts'
import { branchCodeSchema } from './founding.ts'

export const addStaffSchema = z.strictObject({
  ...keyed,
  type: z.literal('staff.add'),
  code: staffCodeSchema,
  name: nameSchema,
  role: roleSchema,
  /** Where the person works; head office's own branch when left out. */
  branchId: uuidSchema.optional(),
  passphrase: passphraseSchema,
})
export type AddStaff = z.infer<typeof addStaffSchema>

export const setPassphraseSchema = z.strictObject({
  ...keyed,
  type: z.literal('staff.set-passphrase'),
  staffId: uuidSchema,
  passphrase: passphraseSchema,
})
export type SetPassphrase = z.infer<typeof setPassphraseSchema>

export const suspendStaffSchema = z.strictObject({ ...keyed, type: z.literal('staff.suspend'), staffId: uuidSchema })
export type SuspendStaff = z.infer<typeof suspendStaffSchema>

/** For the branch where the person works, or another. */
export const inviteDeviceSchema = z.strictObject({
  ...keyed,
  type: z.literal('device.invite'),
  staffId: uuidSchema,
  branchId: uuidSchema.optional(),
})
export type InviteDevice = z.infer<typeof inviteDeviceSchema>

/** `publicKey` is the new device's Ed25519 key, 32 bytes as base64url. */
export const admitDeviceSchema = z.strictObject({
  ...keyed,
  type: z.literal('device.admit'),
  inviteId: uuidSchema,
  log: logIdSchema,
  publicKey: z.string().regex(/^[\w-]{43}$/, { error: 'not-a-key' }),
})
export type AdmitDevice = z.infer<typeof admitDeviceSchema>

export const revokeDeviceSchema = z.strictObject({ ...keyed, type: z.literal('device.revoke'), log: logIdSchema })
export type RevokeDevice = z.infer<typeof revokeDeviceSchema>

/** Everything that the revoked log `from` kept is kept by the log `to` from then on. */
export const seizeCustodySchema = z.strictObject({
  ...keyed,
  type: z.literal('custody.seize'),
  from: logIdSchema,
  to: logIdSchema,
})
export type SeizeCustody = z.infer<typeof seizeCustodySchema>

export const openBranchSchema = z.strictObject({
  ...keyed,
  type: z.literal('branch.open'),
  code: branchCodeSchema,
  name: nameSchema,
})
export type OpenBranch = z.infer<typeof openBranchSchema>
