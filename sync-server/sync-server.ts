import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { limits } from '../core/sync/limits.ts'
import { requestHeaders } from '../core/sync/signed-request.ts'
import { endWithRequests } from './end-with-requests.ts'
import type { House, OpenHouse } from './house.ts'
import { blobRoutes } from './routes/blob-routes.ts'
import { enrolRoute } from './routes/enrol-route.ts'
import { logRoutes } from './routes/log-routes.ts'
import { operatorRoutes } from './routes/operator-routes.ts'
import { streamRoutes } from './routes/stream-routes.ts'
import { subjectRoutes } from './routes/subject-routes.ts'
import { sendRefusal } from './send.ts'

export interface ServerOptions {
  readonly house: House
  /** Of one address, before anybody knows who asks; a branch's devices may share one. */
  readonly requestsPerMinute: number
  /** Of one device, once it has proved which it is. */
  readonly deviceRequestsPerMinute: number
  readonly tls: { readonly key: Buffer; readonly cert: Buffer } | null
  /** Whom the address of a request is believed from: a proxy of this machine, or the one proxy that stands in front wherever it runs. */
  readonly proxy: 'of-this-machine' | 'in-front'
  /** Where a failure that nobody expected is told; the answer never carries it. */
  readonly onFailure: (error: unknown) => void
}

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

class TooManyRequests extends Error {
  readonly statusCode = 429
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many requests')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The whole server, not yet listening. */
export async function syncServer({
  house,
  requestsPerMinute,
  deviceRequestsPerMinute,
  tls,
  proxy,
  onFailure,
}: ServerOptions): Promise<FastifyInstance> {
  const app = newApp(house, tls, proxy)
  endWithRequests(app)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.bodyBytes }, (_request, body, done) => {
    house.metrics.add('bytesIn', body.length)
    done(null, body)
  })
  app.addHook('onRequest', async (_request, reply) => {
    house.metrics.add('requests')
    void reply.headers(securityHeaders)
  })
  app.setErrorHandler((error, _request, reply) => sendFailure(house, onFailure, error, reply))
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => new TooManyRequests(Math.ceil(ttl / 1000)),
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) =>
    sendRefusal(house, reply, { type: 'not-found' }),
  )
  const open: OpenHouse = { ...house, waitSeconds: deviceRate(app, deviceRequestsPerMinute) }
  operatorRoutes(app, house)
  enrolRoute(app, house)
  logRoutes(app, open)
  streamRoutes(app, open)
  blobRoutes(app, open)
  subjectRoutes(app, open)
  return app
}

/** Called after the request has proved whose it is: the log that it names is the one that signed it. */
function deviceRate(app: FastifyInstance, max: number): OpenHouse['waitSeconds'] {
  const check = app.createRateLimit({
    max,
    timeWindow: 60_000,
    keyGenerator: ({ headers }) => `${String(headers[requestHeaders.tenant])}/${String(headers[requestHeaders.log])}`,
  })
  return async request => {
    const limit = await check(request)
    return !limit.isAllowed && limit.isExceeded ? limit.ttlInSeconds : null
  }
}

/** Of the addresses that a request has come by, the nearest first: whose word on the one before counts. */
const trusted = {
  'of-this-machine': 'loopback',
  'in-front': (_address: string, hop: number) => hop === 0,
} as const

function newApp(house: House, tls: ServerOptions['tls'], proxy: ServerOptions['proxy']): FastifyInstance {
  const common = {
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: 300_000,
    trustProxy: trusted[proxy],
    routerOptions: { maxParamLength: 128 },
    frameworkErrors: (_error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      sendRefusal(house, reply.headers(securityHeaders), { type: 'request-malformed', where: 'request' })
    },
  } as const
  return tls ? (Fastify({ ...common, https: tls }) as unknown as FastifyInstance) : Fastify(common)
}

/** What went wrong inside stays inside: the answer names the kind of trouble and nothing else. */
function sendFailure(
  house: House,
  onFailure: (error: unknown) => void,
  error: unknown,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof TooManyRequests)
    return sendRefusal(house, reply, { type: 'too-many-requests', retryAfterSeconds: error.retryAfterSeconds })
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return sendRefusal(house, reply, { type: 'body-too-large' })
  if (typeof status === 'number' && status < 500)
    return sendRefusal(house, reply, { type: 'request-malformed', where: 'request' })
  onFailure(error)
  return sendRefusal(house, reply, { type: 'server-failed' })
}
