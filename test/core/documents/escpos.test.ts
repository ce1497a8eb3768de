import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { escposBitmap, escposReceipt, needsBitmap, widthDotsOf } from '../../../core/documents/escpos.ts'
import { decodeEscpos } from './support/decode-escpos.ts'
import { sampleReceipt, sampleStatement } from './support/sample-papers.ts'

const zone = 'Africa/Nairobi'
const papers = [
  { paper: 58, columns: 32, dots: 384 },
  { paper: 80, columns: 48, dots: 576 },
] as const
const squeezed = (lines: readonly { text: string }[]): string =>
  lines
    .map(line => line.text.trim())
    .join(' ')
    .replace(/ +/g, ' ')

describe.each(papers)('$paper mm', ({ paper, columns, dots }) => {
  test('[D11] everything that a receipt must say stands on it, and it is cut once', () => {
    const receipt = sampleReceipt({ copy: 2 })
    const { lines, code, cuts } = decodeEscpos(escposReceipt(receipt, paper, zone))
    const all = squeezed(lines)
    for (const said of [
      'Tumaini Microfinance',
      'Kisumu (001)',
      'COPY 2',
      'Deposit',
      'No. 17',
      '2 Mar 2026',
      '12:15',
      'Amina Yusuf',
      'Device 01',
      'Achieng Odhiambo',
      '001-000123',
      '001-0000042-01',
      'Passbook savings',
      'KES 1,500.50',
      'One thousand five hundred Kenyan shillings and 50/100',
      'New balance KES 12,500.50',
      'Printed 2 Mar 2026, 12:16',
      'Peter Mwangi',
    ])
      expect(all).toContain(said)
    expect(code?.text).toBe(receipt.code)
    expect(cuts).toBe(1)
    expect(lines.find(line => line.text.includes('COPY 2'))).toMatchObject({ isInverted: true, columns })
    expect(lines.find(line => line.text.includes('KES 1,500.50'))).toMatchObject({ isWide: true, isTall: true })
  })

  test('[D11] no line is wider than the paper, whatever the names and amounts', () => {
    const latin = fc.stringMatching(/^[A-Za-zÀ-ÿ'’ -]{1,80}$/)
    const receipts = fc.record({
      clientName: latin,
      institutionName: latin,
      officerName: latin,
      branchName: latin,
      productName: latin,
      locale: fc.constantFrom('en-KE', 'fr', 'es', 'pt-MZ', 'sw-TZ'),
      amountMinor: fc.bigInt(1n, 999_999_999_999_999n),
      balanceAfterMinor: fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
      copy: fc.integer({ min: 0, max: 120 }),
    })
    fc.assert(
      fc.property(receipts, over => {
        const { lines, code } = decodeEscpos(
          escposReceipt(sampleReceipt({ ...over, reversedByReceipt: 12_345 }), paper, zone),
        )
        expect(Math.max(...lines.map(line => line.columns))).toBeLessThanOrEqual(columns)
        expect((17 + 4 * 13) * (code?.dots ?? 99)).toBeLessThanOrEqual(dots)
        expect(squeezed(lines)).not.toContain('?')
      }),
      { seed: 20_260_302, numRuns: 150 },
    )
  })
})

test('[D11][D16][D22] a reversal says what it reverses, a reversed receipt by what, in inverted letters', () => {
  const reversal = sampleReceipt({
    operation: 'operation.reversed',
    reversedOperation: 'savings.withdrawn',
    direction: 'in',
    number: 18,
    reversesReceipt: 17,
    reason: 'wrong-client',
    secondPersonName: 'Daniel Otieno',
  })
  const said = squeezed(decodeEscpos(escposReceipt(reversal, 58, zone)).lines)
  for (const words of [
    ...['Reversal of a withdrawal', 'Reverses receipt no. 17', 'Reason Wrong client', 'Paid into the account'],
    'Second person Daniel Otieno',
  ])
    expect(said).toContain(words)
  const { lines } = decodeEscpos(escposReceipt(sampleReceipt({ reversedByReceipt: 18 }), 58, zone))
  expect(lines.find(line => line.text.includes('Reversed by receipt no. 18'))?.isInverted).toBe(true)
})

test('[D11] a name cannot give the printer commands', () => {
  const { lines } = decodeEscpos(escposReceipt(sampleReceipt({ clientName: 'A\u001b@\u001dV\u0000B' }), 58, zone))
  expect(squeezed(lines)).toContain('A@VB')
})

test('[D11] accents, typographic quotes and narrow spaces arrive as they are written', () => {
  const name = 'Zoë N’Guessan – Muñoz'
  const { lines } = decodeEscpos(
    escposReceipt(sampleReceipt({ locale: 'fr-CI', clientName: name, amountMinor: 123_456_789n }), 58, zone),
  )
  expect(squeezed(lines)).toContain(name)
  expect(squeezed(lines)).toContain('KES 1 234 567,89')
})

test.each([
  ['Amharic name', { clientName: 'አበበ በቀለ' }],
  ['Arabic name', { clientName: 'فاطمة علي' }],
  ['Hindi name', { clientName: 'सुनीता देवी' }],
  ['Yoruba name', { clientName: 'Ọláolú Adébáyọ̀' }],
  ['branch in another script', { branchName: 'الخرطوم' }],
  ['Arabic', { locale: 'ar' }],
  ['Hindi', { locale: 'hi-IN' }],
])('[D12] what the printer has no letters for is drawn as a picture: %s', (_what, over) => {
  expect(needsBitmap(sampleReceipt(over))).toBe(true)
  expect(() => escposReceipt(sampleReceipt(over), 58)).toThrow('drawn as a picture')
})

test('[D12] the languages in Latin letters need no picture, statements always do', () => {
  const latin = documentLanguages.filter(language => language !== 'ar' && language !== 'hi')
  expect(latin.map(locale => needsBitmap(sampleReceipt({ locale })))).toEqual(latin.map(() => false))
  expect(needsBitmap(sampleStatement(3))).toBe(true)
})

test('[D12] a picture is printed dot by dot, in pieces that every printer takes, without the blank end', () => {
  const widthDots = widthDotsOf(58)
  const rowBytes = widthDots / 8
  const bits = new Uint8Array(rowBytes * 700)
  for (let at = 0; at < rowBytes * 600; at++) bits[at] = (at * 37) & 0xff
  bits[rowBytes * 600 - 1] = 1
  const { rasters, cuts } = decodeEscpos(escposBitmap({ widthDots, heightDots: 700, bits }))
  expect(rasters.map(({ rows }) => rows)).toEqual([255, 255, 90])
  expect(rasters.every(raster => raster.rowBytes === 48)).toBe(true)
  expect(Buffer.concat(rasters.map(raster => raster.bits)).equals(bits.subarray(0, rowBytes * 600))).toBe(true)
  expect(cuts).toBe(1)
})
