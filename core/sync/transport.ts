import type { SyncRefusal } from '../refusals/sync-refusal.ts'
import type { Result } from '../result.ts'

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly signal: AbortSignal
}

export interface TransportReply {
  readonly status: number
  /** Already unfolded. */
  readonly body: Uint8Array
  /** The server's signature of the answer; empty when there is none. */
  readonly signature: string
}

/** The weather: no answer. What became of the request is not known; only the server's head can say. */
export interface NoAnswer {
  readonly type: 'server-unreachable'
  readonly timedOut: boolean
}

/** Sends one request and gives back the answer whatever its status; never throws. */
export type Transport = (request: TransportRequest) => Promise<Result<TransportReply, NoAnswer>>

/** Opens the way to a server; refuses an address that would carry secrets in the open. */
export type OpenTransport = (
  serverUrl: string,
) => Result<Transport, Extract<SyncRefusal, { type: 'server-address-insecure' }>>
