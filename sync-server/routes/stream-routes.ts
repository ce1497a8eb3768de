import type { FastifyInstance } from 'fastify'
import { hex } from '../../core/crypto/hash.ts'
import { sha256HexSchema } from '../../core/journal/record.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { limits } from '../../core/sync/limits.ts'
import type { WireRefusal } from '../../core/sync/protocol.ts'
import { type Asked, type OpenHouse, signedRoute } from '../house.ts'
import { mayPull } from '../may-pull.ts'
import { overviewFor } from '../overview.ts'
import { streamHashAt } from '../storage/streams.ts'
import { streamPage } from '../stream-page.ts'
import { wholeNumber } from '../whole-number.ts'

interface From {
  readonly after: number
  readonly hash: string
  readonly bytes: number
}

/** `after` and `hash` say how far the device has come and through what: two histories of a stream cannot be mixed. */
function readFrom(query: Asked['query']): Result<From, WireRefusal> {
  const after = wholeNumber(query.after)
  const bytes = wholeNumber(query.bytes ?? String(limits.batchBytesMin))
  const hash = sha256HexSchema.safeParse(query.hash)
  if (after === null || bytes === null) return refuse({ type: 'request-malformed', where: 'query' })
  if (!hash.success) return refuse({ type: 'request-malformed', where: 'hash' })
  return ok({ after, hash: hash.data, bytes: Math.min(Math.max(bytes, 1), limits.batchBytesMax) })
}

export function streamRoutes(app: FastifyInstance, house: OpenHouse): void {
  app.get(
    '/v1/streams',
    signedRoute(house, (context, log) => ok(overviewFor(context, log)), { forRevoked: true }),
  )
  app.get(
    '/v1/streams/*',
    signedRoute(house, (context, log, { parameters, query }) => {
      const stream = parameters['*'] ?? ''
      if (log.frozenBy) return refuse({ type: 'log-frozen', evidence: log.frozenBy })
      if (!mayPull(log, [stream])) return refuse({ type: 'not-permitted' })
      const from = readFrom(query)
      if (!from.ok) return from
      const { after, hash, bytes } = from.value
      const here = streamHashAt(context.tenant.db, stream, after)
      if (!here || hex(here) !== hash) return refuse({ type: 'stream-differs' })
      return ok(streamPage(context, log, { stream, n: after, runningHash: here }, bytes))
    }),
  )
}
