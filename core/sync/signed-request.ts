import { base64url, fromBase64url, hex, sha256, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'

export const requestHeaders = {
  log: 'nexum-log',
  counter: 'nexum-counter',
  tenant: 'nexum-tenant',
  signature: 'nexum-signature',
} as const

/** All that a request says; the signature covers every part, so none can be changed or carried over to another request. */
export interface RequestContent {
  readonly method: string
  /** With the query, as it stands in the request line. */
  readonly path: string
  readonly tenant: string
  readonly log: string
  /** Strictly increasing per log. A counter and not the clock: no work is refused because a clock is wrong. */
  readonly counter: number
  readonly body: Uint8Array
}

const message = ({ method, path, tenant, log, counter, body }: RequestContent): Uint8Array =>
  utf8(['nexum-request-1', method, path, tenant, log, String(counter), hex(sha256(body))].join('\n'))

export const signedHeaders = (signer: Signer, content: RequestContent): Readonly<Record<string, string>> => ({
  [requestHeaders.log]: content.log,
  [requestHeaders.tenant]: content.tenant,
  [requestHeaders.counter]: String(content.counter),
  [requestHeaders.signature]: base64url(signer.sign(message(content))),
})

export const isRequestSigned = (publicKey: Uint8Array, content: RequestContent, signature: string): boolean =>
  isSignedBy(publicKey, message(content), fromBase64url(signature))
