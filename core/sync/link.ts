import type { z } from 'zod'
import type { OwnLog } from '../command/desk.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type WireRefusal, wireRefusalSchema } from './protocol.ts'
import { isAnswerSigned } from './signed-answer.ts'
import { signedHeaders } from './signed-request.ts'
import type { SyncProblem } from './sync-problem.ts'
import type { NoAnswer, Transport, TransportReply } from './transport.ts'
import { readJson } from './wire-lines.ts'

/** One log's way to one server, for the length of a session. */
export interface Link {
  readonly transport: Transport
  readonly log: OwnLog
  readonly tenant: string
  readonly serverKey: Uint8Array
  readonly signal: AbortSignal
  /** The last request counter used; kept where it survives, though nothing breaks when it does not. */
  readonly counter: { readonly read: () => number; readonly write: (value: number) => void }
  /** Called for each answer that the pinned server signed for the very request. */
  readonly onAnswer: () => void
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: Uint8Array
}

const nothing = new Uint8Array()
const triesMax = 3

/** Once a session is given up the books may be closed: nothing is read or written any more. */
export const givenUp: NoAnswer = { type: 'server-unreachable', timedOut: false }

const bodyHeaders = { 'accept-encoding': 'br', 'content-type': 'application/octet-stream' }

/** What a server may say to whom it does not know, or before it knows; nothing here changes on its account. */
const unsignedRefusals: ReadonlySet<WireRefusal['type']> = new Set([
  'not-authenticated',
  'request-malformed',
  'body-too-large',
  'too-many-requests',
  'not-found',
  'server-failed',
])

/**
 * Asks the server, signed, and takes only an answer that the pinned server signed for this very request. Where it expects a
 * higher counter, it says so, and the same question goes out again with that.
 */
export async function ask(link: Link, { method, path, body = nothing }: Ask): Promise<Result<Uint8Array, SyncProblem>> {
  for (let tries = 1; ; tries++) {
    if (link.signal.aborted) return refuse(givenUp)
    const counter = link.counter.read() + 1
    link.counter.write(counter)
    const request = { tenant: link.tenant, log: link.log.logId, counter }
    const signed = signedHeaders(link.log.signer, { ...request, method, path, body })
    const reply = await link.transport({
      method,
      path,
      headers: { ...signed, ...bodyHeaders },
      body,
      signal: link.signal,
    })
    if (!reply.ok) return reply
    if (link.signal.aborted) return refuse(givenUp)
    const { status, body: answered, signature } = reply.value
    const isGenuine = isAnswerSigned(link.serverKey, { ...request, status, body: answered }, signature)
    if (isGenuine) link.onAnswer()
    const answer = readAnswer(reply.value, isGenuine)
    if (answer.ok || answer.refusal.type !== 'counter-used' || tries === triesMax) return answer
    link.counter.write(Math.max(counter, answer.refusal.next - 1))
  }
}

function readAnswer({ status, body }: TransportReply, isGenuine: boolean): Result<Uint8Array, SyncProblem> {
  if (status === 200) return isGenuine ? ok(body) : refuse({ type: 'server-not-genuine' })
  const refusal = wireRefusalSchema.safeParse(readJson(body))
  if (!refusal.success) return refuse({ type: 'answer-malformed', where: `status ${status}` })
  const isBelieved = isGenuine || unsignedRefusals.has(refusal.data.type)
  return refuse(isBelieved ? refusal.data : { type: 'server-not-genuine' })
}

/** As `ask`, for an answer in JSON of a known shape. */
export async function askJson<T>(link: Link, question: Ask, schema: z.ZodType<T>): Promise<Result<T, SyncProblem>> {
  const answer = await ask(link, question)
  if (!answer.ok) return answer
  const parsed = schema.safeParse(readJson(answer.value))
  return parsed.success
    ? ok(parsed.data)
    : refuse({ type: 'answer-malformed', where: question.path.split('?')[0] ?? '' })
}
