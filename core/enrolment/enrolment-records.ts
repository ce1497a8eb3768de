import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { logIdSchema, uuidSchema } from '../journal/record.ts'
import { publicKeyTextSchema } from './key-text.ts'

const deviceCodeSchema = z.string().regex(/^[A-Z0-9-]{1,12}$/)

/** Body of a `device.invited` record in the head-office log. `codeKey` tells nobody the code, yet lets anybody check its proof. */
export const deviceInviteBodySchema = z.object({
  inviteId: uuidSchema,
  codeKey: publicKeyTextSchema,
  staffId: uuidSchema,
  branchId: uuidSchema,
  deviceCode: deviceCodeSchema,
  expiresOn: businessDateSchema,
})

/** Body of a `device.admitted` record in the head-office log: from here on, every device takes records of that log. */
export const deviceAdmittedBodySchema = z.object({
  log: logIdSchema,
  publicKey: publicKeyTextSchema,
  deviceCode: deviceCodeSchema,
  inviteId: uuidSchema,
})

/** Body of a `device.revoked` record in the head-office log: the server takes nothing more from that log and gives it nothing more. */
export const deviceRevokedBodySchema = z.object({ log: logIdSchema })

/** Body of a `custody.seized` record in the head-office log: what the revoked log kept is the other's to keep, from the next epoch on. */
export const custodySeizedBodySchema = z.object({ from: logIdSchema, to: logIdSchema })
