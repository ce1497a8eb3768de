import type { FastifyInstance } from 'fastify'
import { sameBytes } from '../../core/crypto/hash.ts'
import { uuidSchema } from '../../core/journal/record.ts'
import { ok, refuse } from '../../core/result.ts'
import { type OpenHouse, signedRoute } from '../house.ts'
import { mayRead } from '../may-pull.ts'
import { keepSubjectKey, ownerOfSubject, subjectKey, subjectStreams } from '../storage/blobs.ts'

/** The key of a person's blobs: 32 bytes, given once, the same for ever until it is destroyed; also by a log that was stopped since. Rule: Y36. */
export function subjectRoutes(app: FastifyInstance, house: OpenHouse): void {
  app.put(
    '/v1/subjects/:id/key',
    signedRoute(
      house,
      ({ tenant: { db } }, log, { parameters: { id }, body }) => {
        const subject = uuidSchema.safeParse(id)
        if (!subject.success || body.length !== 32) return refuse({ type: 'request-malformed', where: 'key' })
        if (ownerOfSubject(db, subject.data) !== log.logId) return refuse({ type: 'not-permitted' })
        const known = subjectKey(db, subject.data)
        if (known && !sameBytes(known, body)) return refuse({ type: 'content-differs' })
        if (!known) keepSubjectKey(db, subject.data, body)
        return ok({ v: 1 })
      },
      { forRevoked: true },
    ),
  )
  app.get(
    '/v1/subjects/:id/key',
    signedRoute(house, ({ tenant: { db } }, log, { parameters: { id } }) => {
      if (log.frozenBy) return refuse({ type: 'log-frozen', evidence: log.frozenBy })
      const subject = uuidSchema.safeParse(id)
      if (!subject.success) return refuse({ type: 'request-malformed', where: 'subject' })
      const owner = ownerOfSubject(db, subject.data)
      if (!mayRead(log, owner, named => subjectStreams(db, subject.data, named)))
        return refuse({ type: 'not-permitted' })
      const key = subjectKey(db, subject.data)
      return key ? ok(key) : refuse({ type: 'not-found' })
    }),
  )
}
