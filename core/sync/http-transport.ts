import { ok, type Result, refuse } from '../result.ts'
import { limits } from './limits.ts'
import { answerSignatureHeader } from './signed-answer.ts'
import type { NoAnswer, OpenTransport, Transport, TransportReply, TransportRequest } from './transport.ts'

/** Long enough for a full batch over the slowest line that is of any use. */
const requestTimeoutMs = 60_000

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** Whether secrets may travel to this address: over TLS anywhere, in the open only within this machine. */
export function isAddressSafe(serverUrl: string): boolean {
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : null
  if (!url || url.username || url.password) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

/** Reads the answer, but never more than the limit: an answer too large is no answer. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > limits.unfoldedBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function exchange(base: string, request: TransportRequest): Promise<Result<TransportReply, NoAnswer>> {
  const timeout = AbortSignal.timeout(requestTimeoutMs)
  try {
    const response = await fetch(base + request.path, {
      method: request.method,
      headers: request.headers,
      body: request.method === 'GET' ? null : Buffer.from(request.body),
      redirect: 'error',
      signal: AbortSignal.any([timeout, request.signal]),
    })
    const body = await readBody(response)
    const signature = response.headers.get(answerSignatureHeader) ?? ''
    return body
      ? ok({ status: response.status, body, signature })
      : refuse({ type: 'server-unreachable', timedOut: false })
  } catch {
    return refuse({ type: 'server-unreachable', timedOut: timeout.aborted })
  }
}

/** Requests over HTTPS; plain HTTP only to this machine itself. */
export const httpTransport: OpenTransport = serverUrl => {
  if (!isAddressSafe(serverUrl)) return refuse({ type: 'server-address-insecure' })
  const base = serverUrl.replace(/\/+$/, '')
  const transport: Transport = request => exchange(base, request)
  return ok(transport)
}
