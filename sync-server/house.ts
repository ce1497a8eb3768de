import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Signer } from '../core/crypto/signing.ts'
import type { Environment } from '../core/environment.ts'
import type { Result } from '../core/result.ts'
import { tenantNameSchema, type WireRefusal } from '../core/sync/protocol.ts'
import { requestHeaders } from '../core/sync/signed-request.ts'
import { authenticate, type Claimed } from './authenticate.ts'
import type { Metrics } from './metrics.ts'
import { sendAnswer, sendRefusal } from './send.ts'
import type { EnrolledLog } from './storage/logs.ts'
import type { Tenant } from './storage/open-tenant.ts'
import type { TenantContext } from './tenant-context.ts'

/** The running server: its institutions, its key, its clock and its counters. */
export interface House {
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly server: Signer
  readonly environment: Environment
  readonly metrics: Metrics
  readonly operatorToken: string
}

export const defaultTenant = 'main'

/** The house while its doors are open. */
export interface OpenHouse extends House {
  /** Counts a request of a device that has proved who it is; the seconds to wait when it has made too many, else null. */
  readonly waitSeconds: (request: FastifyRequest) => Promise<number | null>
}

export const claimedBy = (request: FastifyRequest): Claimed => ({
  method: request.method,
  path: request.raw.url ?? '',
  headers: request.headers,
  body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
})

/** Which institution a request is for: by header today; a subdomain or token would be read here. */
export function contextOf(house: House, request: FastifyRequest): TenantContext | null {
  const named = request.headers[requestHeaders.tenant] ?? defaultTenant
  const name = tenantNameSchema.safeParse(named)
  const tenant = name.success ? house.tenants.get(name.data) : undefined
  return tenant ? { tenant, server: house.server, environment: house.environment, metrics: house.metrics } : null
}

export interface Asked {
  readonly parameters: { readonly [name: string]: string | undefined }
  readonly query: { readonly [name: string]: unknown }
  readonly body: Uint8Array
}

type Work<T> = (context: TenantContext, log: EnrolledLog, asked: Asked) => Result<T, WireRefusal>

/**
 * A route for enrolled devices: nothing of it runs before the request has proved whose it is. A device that head office took out is
 * told so; `forRevoked` routes answer it all the same: it learns up to where its records were taken, and delivers what they name.
 * Rules: Y32, Y36.
 */
export const signedRoute =
  <T extends object>(house: OpenHouse, work: Work<T>, { forRevoked = false } = {}) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const context = contextOf(house, request)
    if (!context) return sendRefusal(house, reply, { type: 'not-authenticated' })
    const authenticated = authenticate(context.tenant, claimedBy(request))
    if (!authenticated.ok) return sendRefusal(house, reply, authenticated.refusal.problem, authenticated.refusal.asker)
    const { log, asker } = authenticated.value
    const retryAfterSeconds = await house.waitSeconds(request)
    if (retryAfterSeconds !== null)
      return sendRefusal(house, reply, { type: 'too-many-requests', retryAfterSeconds }, asker)
    if (log.isRevoked && !forRevoked) return sendRefusal(house, reply, { type: 'device-revoked' }, asker)
    const { params, query } = request
    const done = work(context, log, {
      parameters: params as Asked['parameters'],
      query: query as Asked['query'],
      body: claimedBy(request).body,
    })
    return done.ok
      ? sendAnswer(house, request, reply, done.value, asker)
      : sendRefusal(house, reply, done.refusal, asker)
  }
