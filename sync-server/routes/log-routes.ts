import type { FastifyInstance } from 'fastify'
import { hex } from '../../core/crypto/hash.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import type { HashAt, LogHead, WireRefusal } from '../../core/sync/protocol.ts'
import { decodePushBatch } from '../../core/sync/push-batch.ts'
import { unfold } from '../../core/sync/wire-lines.ts'
import { type OpenHouse, signedRoute } from '../house.ts'
import { logHead } from '../log-receipt.ts'
import type { EnrolledLog } from '../storage/logs.ts'
import { recordAt } from '../storage/records.ts'
import { takeBatch } from '../take-batch.ts'
import type { TenantContext } from '../tenant-context.ts'
import { wholeNumber } from '../whole-number.ts'

function hashAt({ tenant }: TenantContext, { logId }: EnrolledLog, text: unknown): Result<HashAt, WireRefusal> {
  const seq = wholeNumber(text)
  if (seq === null) return refuse({ type: 'request-malformed', where: 'seq' })
  const record = recordAt(tenant.db, logId, seq)
  return record ? ok({ seq, hash: hex(record.hash) }) : refuse({ type: 'not-found' })
}

/** A log's head and its records. A log is nobody's but its own device's. */
export function logRoutes(app: FastifyInstance, house: OpenHouse): void {
  app.get(
    '/v1/logs/:log/head',
    signedRoute<LogHead | HashAt>(
      house,
      (context, log, { parameters, query }) => {
        if (parameters.log !== log.logId) return refuse({ type: 'not-permitted' })
        return query.seq === undefined ? ok(logHead(context, log)) : hashAt(context, log, query.seq)
      },
      { forRevoked: true },
    ),
  )
  app.post(
    '/v1/logs/:log/records',
    signedRoute(house, (context, log, { parameters, body }) => {
      if (parameters.log !== log.logId) return refuse({ type: 'not-permitted' })
      const unfolded = unfold(body)
      if (!unfolded) return refuse({ type: 'request-malformed', where: 'body' })
      const batch = decodePushBatch(unfolded)
      if (!batch.ok) return refuse({ type: 'request-malformed', where: batch.refusal })
      return takeBatch(context, log, batch.value)
    }),
  )
}
