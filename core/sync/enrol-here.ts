import type { OwnLog } from '../command/desk.ts'
import { base64url, fromBase64url, utf8 } from '../crypto/hash.ts'
import type { Signer } from '../crypto/signing.ts'
import { certifyServer, proveInvitation } from '../enrolment/invitation.ts'
import type { SyncRefusal } from '../refusals/sync-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { askJson, type Link } from './link.ts'
import { type EnrolAnswer, enrolAnswerSchema, healthAnswerSchema } from './protocol.ts'
import type { SyncProblem } from './sync-problem.ts'
import type { OpenTransport, Transport } from './transport.ts'
import { readJson } from './wire-lines.ts'

/** One institution per server address today; the name is part of every signature, so that later ones cannot be confused. */
export const defaultTenant = 'main'

export interface Introduced {
  readonly transport: Transport
  readonly serverKey: Uint8Array
}

/** Opens the way to a server and asks which key it signs with. Whether that key is the right one is for the caller to check. */
export async function meetServer(
  open: OpenTransport,
  serverUrl: string,
  signal: AbortSignal,
): Promise<Result<Introduced, SyncRefusal>> {
  const transport = open(serverUrl)
  if (!transport.ok) return transport
  const reply = await transport.value({ method: 'GET', path: '/health', headers: {}, body: new Uint8Array(), signal })
  const health = healthAnswerSchema.safeParse(reply.ok ? readJson(reply.value.body) : null)
  if (!health.success) return refuse({ type: 'server-unreachable' })
  return ok({ transport: transport.value, serverKey: fromBase64url(health.data.publicKey) })
}

/** A way to the server before anything is stored about it: the counter lives as long as the enrolment takes. */
export function firstLink({ transport, serverKey }: Introduced, log: OwnLog, signal: AbortSignal): Link {
  let counter = 0
  const write = (value: number): void => {
    counter = value
  }
  return {
    transport,
    serverKey,
    log,
    signal,
    tenant: defaultTenant,
    counter: { read: () => counter, write },
    onAnswer: () => undefined,
  }
}

/** Enrols the own log with a code: proves to know it without saying it, and vouches for the server's key with the own. */
export function enrolLog(link: Link, code: Signer): Promise<Result<EnrolAnswer, SyncProblem>> {
  const { signer } = link.log
  const request = {
    v: 1,
    codeKey: base64url(code.publicKey),
    publicKey: base64url(signer.publicKey),
    proof: base64url(proveInvitation(code, signer.publicKey)),
    certificate: base64url(certifyServer(signer, link.serverKey)),
  }
  return askJson(link, { method: 'POST', path: '/v1/enrol', body: utf8(JSON.stringify(request)) }, enrolAnswerSchema)
}

/** What a failed enrolment means to the person who typed the code. */
export function enrolmentRefusal(problem: SyncProblem): SyncRefusal {
  if (problem.type === 'enrolment-refused') return { type: 'invitation-refused', reason: problem.reason }
  if (problem.type === 'not-authenticated') return { type: 'invitation-refused', reason: 'unknown' }
  if (problem.type === 'server-not-genuine') return { type: 'invitation-refused', reason: 'wrong-institution' }
  return { type: 'server-unreachable' }
}
