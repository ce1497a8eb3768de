import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { base64url, sha256, utf8 } from '../../core/crypto/hash.ts'
import type { House } from '../house.ts'
import { type Gauge, prometheusText } from '../metrics.ts'
import { sendAnswer, sendRefusal } from '../send.ts'
import { forkCount } from '../storage/forks.ts'
import { logCount } from '../storage/logs.ts'
import type { Tenant } from '../storage/open-tenant.ts'
import { journalSize } from '../storage/records.ts'

const sameText = (a: string, b: string): boolean => timingSafeEqual(sha256(utf8(a)), sha256(utf8(b)))

function gauges({ tenants }: House): readonly Gauge[] {
  const gauge = (name: string, help: string, measure: (tenant: Tenant) => number): Gauge => ({
    name,
    help,
    values: [...tenants.values()].map(tenant => ({ tenant: tenant.name, value: measure(tenant) })),
  })
  return [
    gauge('nexum_logs', 'Enrolled logs.', ({ db }) => logCount(db)),
    gauge('nexum_records', 'Records in the journal.', ({ db }) => journalSize(db).records),
    gauge('nexum_record_bytes', 'Bytes of the records.', ({ db }) => journalSize(db).bytes),
    gauge('nexum_forks', 'Logs with two histories, for people to look at.', ({ db }) => forkCount(db)),
  ]
}

/** Health is for everybody and says only who answers; the figures are for the operator. */
export function operatorRoutes(app: FastifyInstance, house: House): void {
  app.get('/health', async (request, reply) => {
    for (const { db } of house.tenants.values()) db.prepare('SELECT 1').get()
    return sendAnswer(house, request, reply, { v: 1, status: 'ok', publicKey: base64url(house.server.publicKey) })
  })
  app.get('/metrics', async (request, reply) => {
    const { authorization } = request.headers
    if (!sameText(authorization ?? '', `Bearer ${house.operatorToken}`))
      return sendRefusal(house, reply, { type: 'not-authenticated' })
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(prometheusText(house.metrics, gauges(house)))
  })
}
