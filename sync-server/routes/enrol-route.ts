import type { FastifyInstance } from 'fastify'
import { fromBase64url } from '../../core/crypto/hash.ts'
import { logIdOf } from '../../core/crypto/log-id.ts'
import { enrolRequestSchema } from '../../core/sync/protocol.ts'
import { readJson } from '../../core/sync/wire-lines.ts'
import { claimedIdentity, isClaimTrue } from '../authenticate.ts'
import { enrol } from '../enrol.ts'
import { claimedBy, contextOf, type House } from '../house.ts'
import { sendAnswer, sendRefusal } from '../send.ts'
import { enrolledLog, takeCounter } from '../storage/logs.ts'

/** The one route for a log that nobody knows yet: it signs with the key that it wants enrolled. */
export function enrolRoute(app: FastifyInstance, house: House): void {
  app.post('/v1/enrol', async (request, reply) => {
    const context = contextOf(house, request)
    const claimed = claimedBy(request)
    const identity = claimedIdentity(claimed)
    if (!context || !identity) return sendRefusal(house, reply, { type: 'not-authenticated' })
    const asked = enrolRequestSchema.safeParse(readJson(claimed.body))
    if (!asked.success) return sendRefusal(house, reply, { type: 'request-malformed', where: 'body' })
    const publicKey = fromBase64url(asked.data.publicKey)
    if (
      identity.log !== logIdOf(publicKey) ||
      identity.tenant !== context.tenant.name ||
      !isClaimTrue(publicKey, claimed, identity)
    )
      return sendRefusal(house, reply, { type: 'not-authenticated' })
    const asker = { tenant: context.tenant.name, log: identity.log, counter: identity.counter }
    const known = enrolledLog(context.tenant.db, identity.log)
    if (known && !takeCounter(context.tenant.db, identity.log, identity.counter))
      return sendRefusal(house, reply, { type: 'counter-used', next: known.requestCounter + 1 }, asker)
    if (known?.isRevoked) return sendRefusal(house, reply, { type: 'device-revoked' }, asker)
    const enrolled = enrol(context, asked.data, identity.counter)
    return enrolled.ok
      ? sendAnswer(house, request, reply, enrolled.value, asker)
      : sendRefusal(house, reply, enrolled.refusal, asker)
  })
}
