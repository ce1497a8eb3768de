import { base64url, fromBase64url, hex, sha256, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'

export const answerSignatureHeader = 'nexum-answer-signature'

/** What the server answered, to which request: the counter is never used twice, so an old answer cannot stand in for a new one. */
export interface AnswerContent {
  readonly tenant: string
  readonly log: string
  readonly counter: number
  readonly status: number
  /** Before it is compressed for the way. */
  readonly body: Uint8Array
}

const message = ({ tenant, log, counter, status, body }: AnswerContent): Uint8Array =>
  utf8(['nexum-answer-1', tenant, log, String(counter), String(status), hex(sha256(body))].join('\n'))

export const signAnswer = (server: Signer, content: AnswerContent): string => base64url(server.sign(message(content)))

export const isAnswerSigned = (serverKey: Uint8Array, content: AnswerContent, signature: string): boolean =>
  isSignedBy(serverKey, message(content), fromBase64url(signature))
