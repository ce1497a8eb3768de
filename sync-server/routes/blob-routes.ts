import type { FastifyInstance } from 'fastify'
import { sha256HexSchema } from '../../core/journal/record.ts'
import { ok, refuse } from '../../core/result.ts'
import { limits } from '../../core/sync/limits.ts'
import { type OpenHouse, signedRoute } from '../house.ts'
import { mayRead } from '../may-pull.ts'
import { blobStreams, ownerOfBlob, wholeBlob } from '../storage/blobs.ts'
import { takePiece } from '../take-piece.ts'
import { wholeNumber } from '../whole-number.ts'

const isHash = (text: string | undefined): text is string => sha256HexSchema.safeParse(text).success

/**
 * Encrypted blobs by the hash of their bytes, in pieces: `offset` says where this piece starts or should start. What a stored record
 * names is taken from its log even when that log was stopped meanwhile, or nobody could ever read it. Rule: Y36.
 */
export function blobRoutes(app: FastifyInstance, house: OpenHouse): void {
  app.put(
    '/v1/blobs/:hash',
    signedRoute(
      house,
      ({ tenant }, log, { parameters: { hash }, query, body }) => {
        const offset = wholeNumber(query.offset ?? '0')
        const size = wholeNumber(query.size)
        if (!isHash(hash) || offset === null || size === null)
          return refuse({ type: 'request-malformed', where: 'query' })
        if (ownerOfBlob(tenant.db, hash) !== log.logId) return refuse({ type: 'not-permitted' })
        return takePiece(tenant.db, { hash, offset, size, bytes: body })
      },
      { forRevoked: true },
    ),
  )
  app.get(
    '/v1/blobs/:hash',
    signedRoute(house, ({ tenant }, log, { parameters: { hash }, query }) => {
      const offset = wholeNumber(query.offset ?? '0')
      if (!isHash(hash) || offset === null) return refuse({ type: 'request-malformed', where: 'query' })
      if (log.frozenBy) return refuse({ type: 'log-frozen', evidence: log.frozenBy })
      if (!mayRead(log, ownerOfBlob(tenant.db, hash), owner => blobStreams(tenant.db, hash, owner)))
        return refuse({ type: 'not-permitted' })
      const blob = wholeBlob(tenant.db, hash)
      if (!blob) return refuse({ type: 'not-found' })
      return ok(blob.subarray(offset, offset + limits.blobPieceBytes))
    }),
  )
}
