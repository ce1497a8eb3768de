import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import jsQR from 'jsqr'
import type { EnginePort } from '../../core/engine/port.ts'
import type { RecordRef } from '../../core/journal/record.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import { type DemonstrationBranch, launchDemonstration } from './support/launch-demonstration.ts'

let branch: DemonstrationBranch
let port: EnginePort
let inLatin: RecordRef
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchDemonstration()
  port = branch.port
  inLatin = branch.day.deposit
})
test.afterAll(() => branch.close())

function value<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(result.refusal.type)
  return result.value
}

const print = (record: RecordRef, output: 'printer' | 'escpos-file') =>
  port.execute({ type: 'document.produce', document: { kind: 'receipt', record, locale: 'en-KE' }, output })

let printers = 0

/** A printer on this computer that takes one receipt, at the next of the four ports that printers listen at. */
async function printer(widthMm: 58 | 80): Promise<{ readonly bytes: Promise<Buffer>; readonly port: number }> {
  const server = net.createServer().listen(9100 + (printers++ % 4), '127.0.0.1')
  await once(server, 'listening')
  const bytes = once(server, 'connection').then(async ([socket]: net.Socket[]) => {
    const parts: Buffer[] = []
    for await (const part of socket ?? []) parts.push(part as Buffer)
    server.close()
    return Buffer.concat(parts)
  })
  const { port: number } = server.address() as AddressInfo
  value(await port.execute({ type: 'device.configure', printer: { host: '127.0.0.1', port: number, widthMm } }))
  return { bytes, port: number }
}

/** The record of the first deposit of the client who is found by the name. */
async function depositOf(name: string): Promise<RecordRef> {
  const [hit] = value(await port.query({ type: 'search', text: name }))
  const { accounts } = value(await port.query({ type: 'client', clientId: hit?.clientId ?? '' }))
  const { rows } = value(await port.query({ type: 'statement', accountId: accounts[0]?.accountId ?? '' }))
  const deposit = rows.at(-1)
  if (deposit?.receipt === undefined) throw new Error(`no deposit of ${name}`)
  return deposit.record
}

interface Dots {
  readonly width: number
  readonly height: number
  /** One byte a dot: 0 is ink, 255 is paper. */
  readonly grey: readonly number[]
}

/** The dots of a receipt printed as a picture: bands of GS v 0, put one under the other. */
function dotsIn(bytes: Buffer): Dots {
  const grey: number[] = []
  let rowBytes = 0
  for (let at = 2; bytes[at] === 0x1d && bytes[at + 1] === 0x76; ) {
    rowBytes = bytes.readUInt16LE(at + 4)
    const band = bytes.subarray(at + 8, at + 8 + rowBytes * bytes.readUInt16LE(at + 6))
    for (const byte of band) for (let bit = 7; bit >= 0; bit--) grey.push((byte >> bit) & 1 ? 0 : 255)
    at += 8 + band.length
  }
  return { width: rowBytes * 8, height: grey.length / (rowBytes * 8), grey }
}

/** What a telephone's camera would read in the picture's code. */
function codeIn({ width, height, grey }: Dots): string | undefined {
  const pixels = Uint8ClampedArray.from(grey.flatMap(level => [level, level, level, 255]))
  return jsQR(pixels, width, height)?.data
}

test('[W13] a receipt in letters that the printer has reaches it as letters', async () => {
  const { bytes, port: number } = await printer(58)
  expect(value(await print(inLatin, 'printer'))).toEqual({ printer: `127.0.0.1:${number}` })
  const said = (await bytes).toString('latin1')
  expect(said).toContain('Tumaini Microfinance')
  expect(said).toContain('KES 5,000.00')
})

for (const [name, widthMm, widthDots] of [
  ['فاطمة', 58, 384],
  ['सुनीता', 80, 576],
  ['አበበ', 58, 384],
] as const) {
  test(`[W13] a receipt for ${name} reaches a ${widthMm} mm printer as dots, and its code can be read from them`, async () => {
    const { bytes } = await printer(widthMm)
    const record = await depositOf(name)
    value(await print(record, 'printer'))
    const dots = dotsIn(await bytes)
    expect(dots.width).toBe(widthDots)
    const document = { kind: 'receipt', record, locale: 'en-KE' } as const
    expect(value(await port.query({ type: 'document', document }))).toMatchObject({ code: codeIn(dots) })
  })
}

test('[W13] a printer that is not there is refused by its address, and the receipt can be had as a file', async () => {
  value(await port.execute({ type: 'receipt.reprint', key: randomUUID(), record: inLatin }))
  const { bytes, port: number } = await printer(58)
  net.connect(number, '127.0.0.1').end()
  await bytes
  const refusal = { type: 'printer-unreachable', host: '127.0.0.1', port: number }
  expect(await print(inLatin, 'printer')).toEqual({ ok: false, refusal })
  expect(value(await print(inLatin, 'escpos-file')).path).toMatch(/receipt-01-1-copy-1\.escpos$/)
})
