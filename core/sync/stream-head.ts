import { base64url, fromBase64url, sha256, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'
import type { StreamHead } from './protocol.ts'

const runningTag = utf8('nexum-stream-item-1\0')

/** What a stream's running hash is before its first record. */
export const emptyStreamHash = new Uint8Array(32)

/** r(n) = SHA-256(tag || r(n-1) || hash of the n-th record): dropping, adding or moving one changes everything after it. */
export const runningHash = (previous: Uint8Array, recordHash: Uint8Array): Uint8Array =>
  sha256(runningTag, previous, recordHash)

type Unsigned = Omit<StreamHead, 'signature'>

const message = (tenant: string, { stream, n, runningHash: hash }: Unsigned): Uint8Array =>
  utf8(['nexum-stream-head-1', tenant, stream, String(n), hash].join('\n'))

export const signStreamHead = (server: Signer, tenant: string, head: Unsigned): StreamHead => ({
  ...head,
  signature: base64url(server.sign(message(tenant, head))),
})

export const isStreamHeadGenuine = (serverKey: Uint8Array, tenant: string, head: StreamHead): boolean =>
  isSignedBy(serverKey, message(tenant, head), fromBase64url(head.signature))
