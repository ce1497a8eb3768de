import { base64url, fromBase64url, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'
import type { Receipt } from './protocol.ts'

type Unsigned = Omit<Receipt, 'signature'>

const message = (tenant: string, { log, seq, hash, cursor, serverTime }: Unsigned): Uint8Array =>
  utf8(['nexum-receipt-1', tenant, log, String(seq), hash, String(cursor), serverTime].join('\n'))

export const signReceipt = (server: Signer, tenant: string, receipt: Unsigned): Receipt => ({
  ...receipt,
  signature: base64url(server.sign(message(tenant, receipt))),
})

export const isReceiptGenuine = (serverKey: Uint8Array, tenant: string, receipt: Receipt): boolean =>
  isSignedBy(serverKey, message(tenant, receipt), fromBase64url(receipt.signature))
