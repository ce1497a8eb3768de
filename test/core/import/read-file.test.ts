import { expect, test } from 'vitest'
import { decodeText } from '../../../core/import/decode-text.ts'
import { guessFormats, readAmount, readDate } from '../../../core/import/formats.ts'
import { guessMapping } from '../../../core/import/guess-mapping.ts'
import { readCsv } from '../../../core/import/read-csv.ts'
import { expectRefusal } from '../../support/expect.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBig: boolean) => {
  const units = Uint8Array.from([...text].flatMap(letter => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]))
  return isBig ? units.map((_, place) => units[place ^ 1] ?? 0) : units
}
const table = (text: string) => {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.refusal.because)
  return read.value
}

test.each([
  ['UTF-8', bytes('id,prénom'), 'utf-8', 'id,prénom'],
  ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('id,नाम')]), 'utf-8', 'id,नाम'],
  ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16('id,الاسم', false)]), 'utf-16le', 'id,الاسم'],
  ['UTF-16 the other way round', Uint8Array.from([0xfe, 0xff, ...utf16('id,jina', true)]), 'utf-16be', 'id,jina'],
  ['UTF-16 without a mark', utf16('number,name\r\n1,Achieng\r\n', false), 'utf-16le', 'number,name\r\n1,Achieng\r\n'],
  ['windows-1252', Uint8Array.from([...bytes('pr'), 0xe9, ...bytes('nom '), 0x80]), 'windows-1252', 'prénom €'],
] as const)('[N7] %s is read', (_name, given, encoding, text) => {
  expect(decodeText(given)).toEqual({ text, encoding })
})

test.each([
  ['a NUL in a text', bytes('id,name\n1,A\0B')],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0])],
  ['an escape', bytes('id,\u001b[2Jname')],
])('[N8] %s is no text', (_name, given) => {
  expect(decodeText(given)).toBe(null)
})

test.each([',', ';', '\t', '|'])('[N7] %j separates columns, quoted cells keep theirs and their lines', separator => {
  const row = ['7', `"Odhiambo${separator} née ""Achi""\nOtieno"`, '"1.250,00"'].join(separator)
  expect(table(`${['Number', 'Name', 'Debit'].join(separator)}\r\n\r\n${separator}${separator}\r\n${row}\r\n`)).toEqual(
    {
      columns: ['Number', 'Name', 'Debit'],
      rows: [{ row: 4, cells: ['7', `Odhiambo${separator} née "Achi"\nOtieno`, '1.250,00'] }],
    },
  )
})

test.each([
  ['a quotation mark that stands alone', 'id,name\n1,"Achieng\n', 'malformed'],
  ['a decimal comma that is a separator', 'id,debit\n1,1.250,00\n', 'too-many-cells'],
  ['headings alone', 'id,name\n\n', 'no-rows'],
  ['nothing', '', 'no-rows'],
  ['a hundred and one columns', `${'a,'.repeat(100)}a\n1\n`, 'too-many-columns'],
  ['a huge cell', `id,name\n1,${'a'.repeat(2_001)}\n`, 'cell-too-large'],
  ['a monstrous cell', `id,name\n1,"${'a'.repeat(300_000)}"\n`, 'cell-too-large'],
  ['a million rows', `id\n${'1\n'.repeat(1_000_000)}`, 'too-many-rows'],
] as const)('[N8] %s is refused', (_name, text, because) => {
  expect(expectRefusal(readCsv(text), 'file-not-importable').because).toBe(because)
})

test.each([
  ['1,250.50', '.', 125_050n],
  ['1.250,50', ',', 125_050n],
  ['1 250,5', ',', 125_050n],
  ['1250', '.', 125_000n],
  ['', '.', 0n],
  ['0,00', ',', 0n],
  ['-', '.', 0n],
] as const)('[N7] %s with %s as the mark is %i', (text, mark, amountMinor) => {
  expect(readAmount(text, 'KES', mark)).toEqual({ ok: true, value: amountMinor })
})

test.each([
  ['1250.505', '.', 'too-many-decimals'],
  ['1,5', '.', 'not-a-number'],
  ['-500', '.', 'not-a-number'],
  ['1e6', '.', 'not-a-number'],
  ['=1+1', '.', 'not-a-number'],
] as const)('[N7] %s with %s as the mark is refused', (text, mark, rule) => {
  expect(expectRefusal(readAmount(text, 'KES', mark) as never, 'amount-malformed' as never)).toMatchObject({ rule })
})

test.each([
  ['2026-03-02', 'dmy', '2026-03-02'],
  ['2/3/2026', 'dmy', '2026-03-02'],
  ['2/3/2026', 'mdy', '2026-02-03'],
  ['31.12.1988', 'dmy', '1988-12-31'],
  ['31.12.88', 'dmy', null],
  ['31.02.1988', 'dmy', null],
  ['yesterday', 'ymd', null],
] as const)('[N7] %s read as %s is %s', (text, order, date) => {
  expect(readDate(text, order)).toBe(date)
})

test('[N7] days and decimals are guessed from what speaks for them', () => {
  expect(guessFormats(['03/04/1988', '25/12/1990', '1.250,00'])).toEqual({ dateOrder: 'dmy', decimalMark: ',' })
  expect(guessFormats(['03/04/1988', '12/25/1990', '1,250.00'])).toEqual({ dateOrder: 'mdy', decimalMark: '.' })
  expect(guessFormats(['1988-04-03', '1,250'])).toEqual({ dateOrder: 'ymd', decimalMark: '.' })
})

test.each([
  ['en', ['Client ID', 'First name', 'Surname', 'Date of birth', 'Phone number', 'Sex']],
  ['fr', ['Numéro client', 'Prénom', 'Nom', 'Date de naissance', 'Téléphone', 'Sexe']],
  ['es', ['Número de cliente', 'Nombre', 'Apellidos', 'Fecha de nacimiento', 'Teléfono', 'Sexo']],
  ['pt', ['Código', 'Nome', 'Apelido', 'Data de nascimento', 'Telefone', 'Sexo']],
  ['sw', ['Namba ya mteja', 'Jina la kwanza', 'Jina la ukoo', 'Tarehe ya kuzaliwa', 'Simu', 'Jinsia']],
  ['ar', ['رقم العميل', 'الاسم الأول', 'اسم العائلة', 'تاريخ الميلاد', 'رقم الهاتف', 'الجنس']],
  ['hi', ['ग्राहक संख्या', 'नाम', 'उपनाम', 'जन्म तिथि', 'मोबाइल', 'लिंग']],
])('[N7] headings in %s are known', (_language, columns) => {
  expect(guessMapping(columns, 'clients')).toEqual({
    externalId: 0,
    givenNames: 1,
    familyName: 2,
    birthDate: 3,
    phone: 4,
    sex: 5,
  })
})
