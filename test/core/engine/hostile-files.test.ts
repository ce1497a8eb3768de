import { execFileSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { expectRefusal } from '../../support/expect.ts'
import { checked, importingEngine, rowsOf } from './imported-file.ts'
import { foundedEngine, must, temporaryFolder } from './made-engine.ts'

/** Makes something at the path that looks like a file to the dialog. */
const made: Readonly<Record<string, (file: string) => void>> = {
  'a folder': file => mkdirSync(file),
  'a pipe that nobody writes to': file => execFileSync('mkfifo', [file]),
  'what is gone by now': () => undefined,
  'a gigabyte of text': file => {
    writeFileSync(file, 'id,name,birth date\n')
    truncateSync(file, 1_000_000_000)
  },
}

test.each([
  ['a folder', 'not-a-file'],
  ['a pipe that nobody writes to', 'not-a-file'],
  ['what is gone by now', 'not-a-file'],
  ['a gigabyte of text', 'too-large'],
] as const)('[N8] %s is refused at once, as what it is', async (what, because) => {
  const file = path.join(temporaryFolder(), 'clients.csv')
  made[what]?.(file)
  const { port, signIn } = await foundedEngine({ chooseFile: () => Promise.resolve(file) })
  must(await signIn('HO1'))
  expect(expectRefusal(await port.execute({ type: 'import.open' }), 'file-not-importable').because).toBe(because)
})

const mixed = [
  'id;name;birth date;id type;id number',
  '1;Achieng;17/04/1988;Passeport;A1001',
  '2;Joseph;1979-01-02;Carte d’identité;B1002',
  '3;Otieno;04/17/1988;;',
  '4;Wanjiru;31/02/1988;;',
  '5;"=HYPERLINK(""x"")";17/04/1988;;',
  '6;Amina;17/04/1988;Library card;C1003',
  '1;Grace;01/05/1990;;',
].join('\n')

test('[N7] in a file of two kinds of dates what is surely a day is read, and each other row is refused by itself', async () => {
  const engine = await importingEngine()
  const results = await checked(engine, await engine.opened(mixed, { kind: 'clients' }))
  expect(rowsOf(results)).toEqual([
    '2 ready',
    '3 ready',
    '4 field-invalid birth date',
    '5 field-invalid birth date',
    '6 ready',
    '7 field-invalid id type',
    '8 row-repeated',
  ])
})

test('[N7] amounts with the other mark for decimals are refused row by row, never read as another amount', async () => {
  const engine = await importingEngine()
  const text = 'account;debit;credit\n5400;1.234,56;\n5300;1,234.56;\n5100;1.234;\n5200;;12,5\n'
  const spec = await engine.opened(text, { kind: 'ledger-balances' })
  expect(spec.formats.decimalMark).toBe(',')
  const results = await checked(engine, spec)
  expect(rowsOf(results).slice(0, 2)).toEqual(['2 approval-needed', '3 field-invalid debit'])
  expect(results.results[1]?.refusal).toMatchObject({ rule: 'not-a-number' })
})
