import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { assert } from '../assert.ts'
import type { DocumentModel, ReceiptModel } from './document-model.ts'
import { isInPrinter } from './printer-text.ts'
import { type LineStyle, type ReceiptLine, receiptLines } from './receipt-lines.ts'

/** The paper's width in millimetres, as printers are sold. */
export type PaperWidth = 58 | 80

/** Dots across at 203 dpi, letters of font A across, and the size of one square of the QR code in dots. */
const papers = {
  58: { widthDots: 384, columns: 32, codeDots: 5 },
  80: { widthDots: 576, columns: 48, codeDots: 6 },
} as const

/** A picture row by row from the top, each row in whole bytes, the leftmost dot in the highest bit; 1 is black. */
export interface Raster {
  readonly widthDots: number
  readonly heightDots: number
  readonly bits: Uint8Array
}

/** There is firmware that reads only the low byte of a picture's height. */
const rasterRowsMax = 255
const feedLines = 4

/** How many dots wide a document has to be drawn for this paper. */
export const widthDotsOf = (paper: PaperWidth): number => papers[paper].widthDots

/**
 * Whether the printer's own letters would lose something: then the receipt is drawn as a picture. Statements always are.
 * Rule: D12.
 */
export const needsBitmap = (model: DocumentModel): boolean =>
  model.kind !== 'receipt' ||
  receiptLines(model, papers[58].columns).some(line => line.kind === 'text' && !isInPrinter(line.text))

/** The receipt in the printer's own letters. Asserts that they suffice: ask `needsBitmap` first. Rules: D11, D12. */
export function escposReceipt(receipt: ReceiptModel, paper: PaperWidth, timeZone?: string): Uint8Array {
  const { columns, codeDots } = papers[paper]
  const printer = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageMapping: 'epson',
    codepageCandidates: ['windows1252'],
    feedBeforeCut: feedLines,
    newline: '\n',
  })
    .initialize()
    .codepage('windows1252')
  for (const line of receiptLines(receipt, columns, timeZone)) printLine(printer, line, columns, codeDots)
  return printer.cut('partial').encode()
}

function printLine(printer: ReceiptPrinterEncoder, line: ReceiptLine, columns: number, codeDots: number): void {
  switch (line.kind) {
    case 'rule':
      printer.align('left').line('-'.repeat(columns))
      return
    case 'code':
      printer.newline().align('center').qrcode(line.code, { model: 2, size: codeDots, errorlevel: 'm' }).newline()
      return
    case 'text':
      assert(isInPrinter(line.text), 'text beyond the printer is drawn as a picture')
      printer.align(line.align)
      styled(printer, line.style, line.text)
  }
}

function styled(printer: ReceiptPrinterEncoder, style: LineStyle, text: string): void {
  switch (style) {
    case 'plain':
      printer.line(text)
      return
    case 'bold':
      printer.bold(true).text(text).bold(false).newline()
      return
    case 'tall':
      printer.bold(true).size(1, 2).text(text).size(1, 1).bold(false).newline()
      return
    case 'wide':
      printer.bold(true).size(2, 2).text(text).size(1, 1).bold(false).newline()
      return
    case 'banner':
      printer.invert(true).text(text).invert(false).newline()
  }
}

/** A picture of a whole paper, for any script: printed from the top, without the blank rows below, and cut. Rule: D12. */
export function escposBitmap({ widthDots, heightDots, bits }: Raster): Uint8Array {
  const rowBytes = Math.ceil(widthDots / 8)
  assert(bits.length === rowBytes * heightDots, 'a picture has whole rows')
  let rows = heightDots
  while (rows > 0 && bits.subarray((rows - 1) * rowBytes, rows * rowBytes).every(byte => byte === 0)) rows--
  const bytes: number[] = [0x1b, 0x40]
  for (let top = 0; top < rows; top += rasterRowsMax) {
    const count = Math.min(rasterRowsMax, rows - top)
    bytes.push(0x1d, 0x76, 0x30, 0x00, rowBytes & 0xff, rowBytes >> 8, count, 0)
    for (const byte of bits.subarray(top * rowBytes, (top + count) * rowBytes)) bytes.push(byte)
  }
  return Uint8Array.from([...bytes, 0x1b, 0x64, feedLines, 0x1d, 0x56, 0x01])
}
