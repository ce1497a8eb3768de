import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WireRefusal } from '../core/sync/protocol.ts'
import { compress } from '../core/sync/wire-lines.ts'
import type { Metrics } from './metrics.ts'

const statusOf: Readonly<Record<WireRefusal['type'], number>> = {
  'request-malformed': 400,
  'not-authenticated': 401,
  'counter-used': 401,
  'not-permitted': 403,
  'enrolment-refused': 403,
  'not-found': 404,
  gap: 409,
  'history-differs': 409,
  'log-forked': 409,
  'log-frozen': 409,
  'stream-differs': 409,
  'offset-differs': 409,
  'content-differs': 409,
  'body-too-large': 413,
  'record-refused': 422,
  'too-many-requests': 429,
  'server-failed': 500,
}

interface Counting {
  readonly metrics: Metrics
}

/** Under this size brotli gives nothing back. */
const compressFromBytes = 256

export function sendRefusal({ metrics }: Counting, reply: FastifyReply, refusal: WireRefusal): FastifyReply {
  metrics.add('refusals')
  if (refusal.type === 'too-many-requests') void reply.header('retry-after', String(refusal.retryAfterSeconds))
  return reply.code(statusOf[refusal.type]).type('application/json; charset=utf-8').send(JSON.stringify(refusal))
}

/** JSON for an object, the bytes themselves for bytes; brotli where it is wanted and worth it. */
export function sendAnswer(
  { metrics }: Counting,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: object | Uint8Array,
): FastifyReply {
  const isBytes = answer instanceof Uint8Array
  const body = isBytes ? answer : Buffer.from(JSON.stringify(answer))
  void reply.type(isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8')
  const wanted = String(request.headers['accept-encoding'] ?? '').includes('br')
  const isFolded = wanted && body.length >= compressFromBytes
  const sent = isFolded ? compress(body) : body
  if (isFolded) void reply.header('content-encoding', 'br')
  metrics.add('bytesOut', sent.length)
  return reply.send(Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength))
}
