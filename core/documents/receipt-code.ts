import { addDays, type BusinessDate, businessDate, daysBetween, isBusinessDate } from '../calendar/business-date.ts'
import { base64url, fromBase64url, fromHex, hex } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'
import type { Money } from '../money/amount.ts'
import { type CurrencyCode, isCurrencyCode } from '../money/currency.ts'
import { ok, type Result, refuse } from '../result.ts'
import { FieldReader, FieldWriter } from './byte-fields.ts'

/** What the QR code of a receipt states, and the signature proves: of an account, or of an exchange, which has none. */
export type ReceiptStatement = StatementHead & (AccountStatement | ExchangeStatement)

interface AccountStatement {
  readonly accountNumber: string
  readonly balanceAfterMinor: bigint
  readonly paidOut?: undefined
}

interface ExchangeStatement {
  /** What was paid for the change, which was handed in. */
  readonly paidOut: Money
  readonly accountNumber?: undefined
}

interface StatementHead {
  /** The first 16 hexadecimal digits of the institution's id. */
  readonly institution: string
  readonly seq: number
  readonly receipt: number
  readonly operation: string
  /** Of a reversal: the type of the record that it reverses. */
  readonly reversedOperation?: string
  /** Positive came into the client's account, negative left it; what was handed in for an exchange. */
  readonly changeMinor: bigint
  readonly currency: CurrencyCode
  readonly businessDate: BusinessDate
  readonly recordedAt: string
  /** The first 16 hexadecimal digits of the record's hash in the journal. */
  readonly recordHash: string
}

/** A statement whose signature was checked; `log` follows from the key that signed it. */
export type SignedReceiptStatement = ReceiptStatement & { readonly log: string }

export type ReceiptCodeRefusal =
  | { readonly type: 'not-a-receipt-code' }
  | { readonly type: 'receipt-code-newer' }
  | { readonly type: 'receipt-code-damaged' }
  | { readonly type: 'receipt-signature-wrong' }

const mark = 'NXR1:'
const signatureTag = new TextEncoder().encode('nexum-receipt-1\0')
const epoch = businessDate('2000-01-01')
const prefixBytes = 8
const keyBytes = 32
const signatureBytes = 64

const tagged = (payload: Uint8Array): Uint8Array => new FieldWriter().raw(signatureTag).raw(payload).bytes()

/**
 * The text of a receipt's QR code: `NXR1:` and base64url of the statement, the device's public key and its signature.
 * About 240 characters, so that a 58 mm printer still prints it large enough to be read. Rule: D6.
 */
export function receiptCode(statement: ReceiptStatement, signer: Signer): string {
  const fields = new FieldWriter()
    .raw(signer.publicKey)
    .raw(fromHex(statement.institution))
    .raw(fromHex(statement.recordHash))
    .whole(BigInt(statement.seq))
    .whole(BigInt(statement.receipt))
    .text(statement.operation)
    .text(statement.reversedOperation ?? '')
    .text(statement.accountNumber ?? '')
    .text(statement.currency)
    .signed(statement.changeMinor)
    .signed(statement.paidOut ? statement.paidOut.amountMinor : statement.balanceAfterMinor)
    .signed(BigInt(daysBetween(epoch, statement.businessDate)))
    .whole(BigInt(Date.parse(statement.recordedAt)))
  if (statement.paidOut) fields.text(statement.paidOut.currency)
  const payload = fields.bytes()
  return (
    mark +
    base64url(
      new FieldWriter()
        .raw(payload)
        .raw(signer.sign(tagged(payload)))
        .bytes(),
    )
  )
}

/**
 * Reads and verifies the text of a QR code with nothing but the text itself: who knows the device's log id knows whether
 * the device said this. Refuses, in order: another kind of text, a later version, damage, a wrong signature, and a statement that is not
 * shaped as a receipt's. Rules: D7, D15.
 */
export function readReceiptCode(text: string): Result<SignedReceiptStatement, ReceiptCodeRefusal> {
  if (!text.startsWith(mark))
    return refuse({ type: /^NXR\d+:/.test(text) ? 'receipt-code-newer' : 'not-a-receipt-code' })
  const encoded = text.slice(mark.length)
  const bytes = fromBase64url(encoded)
  const isWhole = encoded.length <= 1000 && base64url(bytes) === encoded && bytes.length > keyBytes + signatureBytes
  if (!isWhole) return refuse({ type: 'receipt-code-damaged' })
  const payload = bytes.subarray(0, bytes.length - signatureBytes)
  const publicKey = payload.subarray(0, keyBytes)
  if (!isSignedBy(publicKey, tagged(payload), bytes.subarray(payload.length)))
    return refuse({ type: 'receipt-signature-wrong' })
  const statement = readStatement(new FieldReader(payload.subarray(keyBytes)))
  return statement ? ok({ log: logIdOf(publicKey), ...statement }) : refuse({ type: 'receipt-code-damaged' })
}

function readStatement(fields: FieldReader): ReceiptStatement | null {
  const institution = fields.raw(prefixBytes)
  const recordHash = fields.raw(prefixBytes)
  const seq = fields.whole()
  const receipt = fields.whole()
  const operation = fields.text()
  const reversedOperation = fields.text()
  const accountNumber = fields.text()
  const currency = fields.text()
  const changeMinor = fields.signed()
  const balanceAfterMinor = fields.signed()
  const day = readDay(fields.signed())
  const recordedAt = readInstant(fields.whole())
  const paidCurrency = accountNumber === '' ? fields.text() : null
  if (
    !institution ||
    !recordHash ||
    seq === null ||
    receipt === null ||
    changeMinor === null ||
    balanceAfterMinor === null
  )
    return null
  if (
    operation === null ||
    reversedOperation === null ||
    accountNumber === null ||
    currency === null ||
    !isCurrencyCode(currency) ||
    !day ||
    !recordedAt
  )
    return null
  const account = accountPart(accountNumber, balanceAfterMinor, paidCurrency)
  if (!fields.isAtEnd || !isOperation.test(operation) || !account) return null
  if (reversedOperation !== '' && !isOperation.test(reversedOperation)) return null
  if (![seq, receipt].every(isCount)) return null
  return {
    institution: hex(institution),
    recordHash: hex(recordHash),
    seq: Number(seq),
    receipt: Number(receipt),
    operation,
    ...(reversedOperation === '' ? {} : { reversedOperation }),
    ...account,
    currency,
    changeMinor,
    businessDate: day,
    recordedAt,
  }
}

/** An account and its balance or, without one, what was paid for an exchange. */
function accountPart(
  accountNumber: string,
  amountMinor: bigint,
  paidCurrency: string | null,
): AccountStatement | ExchangeStatement | null {
  if (accountNumber !== '')
    return isAccountNumber.test(accountNumber) ? { accountNumber, balanceAfterMinor: amountMinor } : null
  return paidCurrency !== null && isCurrencyCode(paidCurrency) && amountMinor > 0n
    ? { paidOut: { amountMinor, currency: paidCurrency } }
    : null
}

/** A record's type, as the journal writes it. */
const isOperation = /^[a-z]+(?:[.-][a-z]+){0,4}$/
/** Numbers of accounts here and, later, of institutions that number otherwise: no space, no letter that looks like another. */
const isAccountNumber = /^[0-9A-Z][0-9A-Z-]{0,29}$/
/** Records and receipts are counted from one, and never beyond what a number holds exactly. */
const isCount = (count: bigint): boolean => count >= 1n && count <= BigInt(Number.MAX_SAFE_INTEGER)

const readDay = (days: bigint | null): BusinessDate | null => {
  if (days === null || days < -36_524n || days > 73_048n) return null
  const day = addDays(epoch, Number(days))
  return isBusinessDate(day) ? day : null
}

const readInstant = (epochMs: bigint | null): string | null =>
  epochMs === null || epochMs > 8_000_000_000_000n ? null : new Date(Number(epochMs)).toISOString()
