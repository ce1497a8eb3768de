import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { readWorkbook } from '../../../core/storage/read-workbook.ts'
import { expectRefusal } from '../../support/expect.ts'

const made = async (rows: SheetData): Promise<Uint8Array> => new Uint8Array(await writeWorkbook(rows).toBuffer())

interface Part {
  readonly name: string
  readonly text: string
  /** What it claims to unpack to, where that is a lie. */
  readonly claimed?: number
}

/** A ZIP archive by hand, so that it can lie. The reader checks no sums. */
function zip(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, claimed } of parts) {
    const packed = deflateRawSync(Buffer.from(text))
    const sizes = Buffer.alloc(26)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(8, 4)
    sizes.writeUInt32LE(packed.length, 14)
    sizes.writeUInt32LE(claimed ?? Buffer.byteLength(text), 18)
    sizes.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), sizes, place, Buffer.from(name)]))
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), end]))
}

const sheet = (text: string): Part => ({ name: 'xl/worksheets/sheet1.xml', text })

test('[N13] the first sheet is read as text: numbers as they are shown, days as days, empty rows kept in the count', async () => {
  const bytes = await made([
    [{ value: 'Number' }, { value: 'Birth date' }, { value: 'Balance' }],
    [null, null, null],
    [
      { value: '007' },
      { value: new Date(Date.UTC(1988, 3, 17)), type: Date, format: 'dd/mm/yyyy' },
      { value: 0.1 + 0.2, type: Number },
    ],
    [{ value: '=1+1' }, null, { value: 1250000.5, type: Number }],
  ])
  expect(await readWorkbook(bytes)).toEqual({
    ok: true,
    value: {
      columns: ['Number', 'Birth date', 'Balance'],
      rows: [
        { row: 3, cells: ['007', '1988-04-17', '0.3'] },
        { row: 4, cells: ['=1+1', '', '1250000.5'] },
      ],
    },
  })
})

test('[N13] ten thousand rows are read', async () => {
  const rows = Array.from({ length: 10_000 }, (_, place) => [{ value: `C-${place}` }, { value: place, type: Number }])
  const read = await readWorkbook(await made([[{ value: 'id' }, { value: 'n' }], ...rows]))
  expect(read.ok && read.value.rows.length).toBe(10_000)
  expect(read.ok && read.value.rows.at(-1)).toEqual({ row: 10_001, cells: ['C-9999', '9999'] })
})

test.each([
  ['a zip bomb', [sheet('0'.repeat(65_000_000))], 'workbook-unsafe'],
  ['a zip bomb that says it is small', [{ ...sheet('0'.repeat(65_000_000)), claimed: 1_000 }], 'workbook-unreadable'],
  ['many parts', Array.from({ length: 201 }, (_, place) => ({ name: `p${place}`, text: '' })), 'workbook-unsafe'],
  ['programs', [sheet('<worksheet/>'), { name: 'xl/vbaProject.bin', text: 'x' }], 'workbook-unsafe'],
  ['entities', [sheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')], 'workbook-unsafe'],
  ['merged cells', [sheet('<worksheet><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>')], 'merged-cells'],
  ['no workbook', [{ name: 'letter.txt', text: 'hello' }], 'workbook-unreadable'],
  ['names that lead outside', [{ name: '../../etc/passwd', text: 'x' }], 'workbook-unreadable'],
] as const)('[N13][N8] %s is refused before it is read', async (_name, parts, because) => {
  expect(expectRefusal(await readWorkbook(zip(parts)), 'file-not-importable').because).toBe(because)
})

test('[N8] a workbook that is cut is refused as damaged', async () => {
  const bytes = await made([[{ value: 'id' }], [{ value: '1' }]])
  const cut = await readWorkbook(bytes.subarray(0, bytes.length - 200))
  expect(expectRefusal(cut, 'file-not-importable').because).toBe('workbook-unreadable')
})
