import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { base64url, fromBase64url } from '../../../core/crypto/hash.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { generateSigningKey, signerOf } from '../../../core/crypto/signing.ts'
import { type ReceiptStatement, readReceiptCode, receiptCode } from '../../../core/documents/receipt-code.ts'
import { type CurrencyCode, isCurrencyCode } from '../../../core/money/currency.ts'
import { iso4217 } from '../../../core/money/iso4217.ts'

const signer = signerOf(new Uint8Array(32).fill(7))
const statement: ReceiptStatement = {
  institution: '0198f3a2bc4d7e01',
  seq: 1_234,
  receipt: 567,
  operation: 'savings.withdrawn',
  accountNumber: '001-0001234-56-0001',
  changeMinor: -999_999_999_999_999n,
  balanceAfterMinor: -999_999_999_999_999n,
  currency: 'KES',
  businessDate: businessDate('2026-03-02'),
  recordedAt: '2026-03-02T09:15:30.123Z',
  recordHash: '00ff10ab20cd30ef',
}
const code = receiptCode(statement, signer)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

test('[D6] the code of a receipt is at most 330 characters, also with the longest texts and amounts', () => {
  expect(code).toMatch(/^NXR1:[\w-]+$/)
  expect(code.length).toBeLessThanOrEqual(280)
  const longest = {
    ...statement,
    accountNumber: '9'.repeat(30),
    operation: 'operation.reversed',
    reversedOperation: 'savings.withdrawn',
    seq: 2 ** 40,
    receipt: 2 ** 40,
  }
  expect(receiptCode(longest, signer).length).toBeLessThanOrEqual(330)
})

test('[D7] a code reads back as it was written, with the log id of the key that signed it', () => {
  expect(readReceiptCode(code)).toEqual({ ok: true, value: { ...statement, log: logIdOf(signer.publicKey) } })
})

test('[D7] any statement survives the code', () => {
  const currencies = Object.keys(iso4217).filter(isCurrencyCode)
  const statements = fc.record({
    seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    receipt: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    changeMinor: fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
    balanceAfterMinor: fc.bigInt(-(2n ** 62n), 2n ** 62n),
    currency: fc.constantFrom<CurrencyCode>(...currencies),
    accountNumber: fc.stringMatching(/^[0-9A-Z][0-9A-Z-]{0,29}$/),
  })
  fc.assert(
    fc.property(statements, drawn => {
      const said = { ...statement, ...drawn }
      expect(readReceiptCode(receiptCode(said, signer))).toEqual({
        ok: true,
        value: { ...said, log: logIdOf(signer.publicKey) },
      })
    }),
    { seed: 20_260_302, numRuns: 300 },
  )
})

test('[D7] one changed character anywhere is refused', () => {
  for (let place = 0; place < code.length; place++) {
    for (const other of [alphabet[(alphabet.indexOf(code.charAt(place)) + 1) % 64], '!', ' ', '=']) {
      if (other === code.charAt(place)) continue
      expect(readReceiptCode(code.slice(0, place) + other + code.slice(place + 1)).ok).toBe(false)
    }
  }
})

test('[D7] every other character of the alphabet in the last place is refused, also where only padding bits change', () => {
  for (const length of [0, 1, 2]) {
    const padded = receiptCode({ ...statement, accountNumber: 'A'.repeat(20 + length) }, signer)
    const last = padded.at(-1)
    for (const other of alphabet)
      if (other !== last) expect(readReceiptCode(padded.slice(0, -1) + other).ok).toBe(false)
  }
})

test.each([
  ['an account number with an escape', { accountNumber: 'S001\u001b[2K' }],
  ['an account number with a line', { accountNumber: 'S001\nVALID' }],
  ['no account number', { accountNumber: '' }],
  ['an account number that is a sentence', { accountNumber: 'PAID IN FULL' }],
  ['an operation in capitals', { operation: 'SAVINGS.DEPOSITED' }],
  ['an operation with a line', { operation: 'savings.deposited\nx' }],
  ['a reversed operation with a line', { reversedOperation: 'x\ny' }],
  ['a receipt before the first', { receipt: 0 }],
  ['a record before the first', { seq: 0 }],
  ['a currency that is none', { currency: 'ABC' as CurrencyCode }],
])('[D15] %s is refused although it is signed', (_what, changes) => {
  const refusal = { type: 'receipt-code-damaged' }
  expect(readReceiptCode(receiptCode({ ...statement, ...changes }, signer))).toEqual({ ok: false, refusal })
})

test('[D7] arbitrary text is refused and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map(text => `NXR1:${text}`),
        fc.string().map(text => code + text),
      ),
      text => {
        if (text !== code) expect(readReceiptCode(text).ok).toBe(false)
      },
    ),
    { seed: 20_260_302, numRuns: 500 },
  )
})

describe('[D7] each kind of wrong text has its own refusal', () => {
  const bytes = fromBase64url(code.slice(5))
  test.each([
    ['', 'not-a-receipt-code'],
    ['https://example.org', 'not-a-receipt-code'],
    ['nxr1:AAAA', 'not-a-receipt-code'],
    ['NXR2:AAAA', 'receipt-code-newer'],
    ['NXR1:', 'receipt-code-damaged'],
    [code.slice(0, 100), 'receipt-code-damaged'],
    [`${code}=`, 'receipt-code-damaged'],
    [
      `NXR1:${base64url(bytes.map((byte, place) => (place === bytes.length - 1 ? byte ^ 1 : byte)))}`,
      'receipt-signature-wrong',
    ],
    [`NXR1:${base64url(bytes.map((byte, place) => (place === 50 ? byte ^ 1 : byte)))}`, 'receipt-signature-wrong'],
  ])('%s is %s', (text, type) => {
    expect(readReceiptCode(text)).toEqual({ ok: false, refusal: { type } })
  })

  test('a payload that is signed but is not a statement is damaged, not believed', () => {
    const { seed } = generateSigningKey()
    const own = signerOf(seed)
    const payload = new Uint8Array([...own.publicKey, 1, 2, 3])
    const tag = new TextEncoder().encode('nexum-receipt-1\0')
    const signed = base64url(new Uint8Array([...payload, ...own.sign(new Uint8Array([...tag, ...payload]))]))
    expect(readReceiptCode(`NXR1:${signed}`)).toEqual({ ok: false, refusal: { type: 'receipt-code-damaged' } })
  })
})
