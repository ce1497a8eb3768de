import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Signer } from '../core/crypto/signing.ts'
import type { WireRefusal } from '../core/sync/protocol.ts'
import { answerSignatureHeader, signAnswer } from '../core/sync/signed-answer.ts'
import { compress } from '../core/sync/wire-lines.ts'
import type { Metrics } from './metrics.ts'

const statusOf: Readonly<Record<WireRefusal['type'], number>> = {
  'request-malformed': 400,
  'not-authenticated': 401,
  'counter-used': 401,
  'not-permitted': 403,
  'device-revoked': 403,
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

interface Sending {
  readonly metrics: Metrics
  readonly server: Signer
}

/** Who asked, once the request has proved it: the answer is signed for this request and no other. */
export interface Asker {
  readonly tenant: string
  readonly log: string
  readonly counter: number
}

const jsonType = 'application/json; charset=utf-8'

/** Under this size brotli gives nothing back. */
const compressFromBytes = 256

const sign = (
  { server }: Sending,
  reply: FastifyReply,
  asker: Asker | null,
  status: number,
  body: Uint8Array,
): void => {
  if (asker) void reply.header(answerSignatureHeader, signAnswer(server, { ...asker, status, body }))
}

export function sendRefusal(
  sending: Sending,
  reply: FastifyReply,
  refusal: WireRefusal,
  asker: Asker | null = null,
): FastifyReply {
  sending.metrics.add('refusals')
  const status = statusOf[refusal.type]
  const body = Buffer.from(JSON.stringify(refusal))
  if (refusal.type === 'too-many-requests') void reply.header('retry-after', String(refusal.retryAfterSeconds))
  sign(sending, reply, asker, status, body)
  return reply.code(status).type(jsonType).send(body)
}

/** JSON for an object, the bytes themselves for bytes; brotli where it is wanted and worth it. */
export function sendAnswer(
  sending: Sending,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: object | Uint8Array,
  asker: Asker | null = null,
): FastifyReply {
  const isBytes = answer instanceof Uint8Array
  const body = isBytes ? answer : Buffer.from(JSON.stringify(answer))
  sign(sending, reply, asker, 200, body)
  const isFolded = body.length >= compressFromBytes && String(request.headers['accept-encoding'] ?? '').includes('br')
  const sent = isFolded ? compress(body) : body
  if (isFolded) void reply.header('content-encoding', 'br')
  sending.metrics.add('bytesOut', sent.length)
  return reply
    .type(isBytes ? 'application/octet-stream' : jsonType)
    .send(Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength))
}
