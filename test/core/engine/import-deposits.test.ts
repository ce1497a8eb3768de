import { expect, test } from 'vitest'
import { expectRefusal } from '../../support/expect.ts'
import { checked, expectCleanBooks, imported, importingEngine, rowsOf } from './imported-file.ts'
import { must, newKey, passphrases } from './made-engine.ts'

const currency = 'KES'

/** Three members with an account each; the teller, who takes up to 500,000.00 alone, has a drawer open. */
async function group() {
  const made = await importingEngine()
  const { port } = made
  const names = ['Achieng', 'Brenda', 'Chebet'] as const
  const numbers: string[] = []
  const accountIds: string[] = []
  for (const givenNames of names) {
    const client = { givenNames, sex: 'female', birthDate: '1988-04-17', notADuplicate: true } as never
    const { created } = must(await port.execute({ type: 'client.register', key: newKey(), client }))
    const clientId = created.clientId ?? ''
    const opened = must(
      await port.execute({ type: 'savings.open', key: newKey(), clientId, productId: 'passbook-savings' }),
    )
    numbers.push(opened.created.number ?? '')
    accountIds.push(opened.created.accountId ?? '')
  }
  must(await port.execute({ type: 'session.sign-in', code: 'TEL1', passphrase: passphrases.TEL1 }))
  must(await port.execute({ type: 'drawer.open', key: newKey(), currency, counted: [] }))
  return { made, numbers, accountIds }
}

const formats = { dateOrder: 'ymd', decimalMark: '.' } as const

async function pasted({ made }: Awaited<ReturnType<typeof group>>, text: string, name = 'Umoja, 2 March') {
  const file = must(await made.port.execute({ type: 'import.paste', text }))
  return { kind: 'deposits', name, mapping: file.mappings.deposits, formats } as const
}

test('[N15] a group’s list is checked by name, recorded with a receipt each, and known when it is given again', async () => {
  const at = await group()
  const [achieng, brenda, chebet] = at.numbers
  const list = `Account\tAmount\n${achieng}\t1,500\n${brenda?.toLowerCase()}\t700.50\n${chebet}\t\n${achieng}\t20\nS001-01-99999-9\t5\n`
  const spec = await pasted(at, list)
  const check = await checked(at.made, spec)
  expect(rowsOf(check)).toEqual(['2 ready', '3 ready', '5 row-repeated', '6 field-invalid Account'])
  expect(check.progress.amounts).toEqual([{ currency, amountMinor: 220_050n }])
  expect(check.progress.listed).toEqual([{ currency, amountMinor: 222_550n }])
  expect(check.results.at(-1)?.written).toEqual({ number: 'S001-01-99999-9', amount: '5' })
  expect(check.results.map(({ about }) => about?.name)).toEqual(['Achieng', 'Brenda', 'Achieng', undefined])
  const done = await imported(at.made, spec)
  expect(done.results.map(({ status, outcome }) => [status, outcome?.receipt])).toEqual([
    ['posted', 1],
    ['posted', 2],
    ['refused', undefined],
    ['refused', undefined],
  ])
  expect(must(await at.made.port.query({ type: 'drawer' }))?.expectedMinor).toBe(220_050n)
  expect((await imported(at.made, spec)).progress.counts).toMatchObject({ posted: 0, known: 2, refused: 2 })
  const again = await checked(at.made, spec)
  expect(again.progress).toMatchObject({ counts: { known: 2 }, changed: 0, amounts: [] })
  expect(again.progress.listed).toEqual([{ currency, amountMinor: 222_550n }])
  const changed = await imported(at.made, await pasted(at, list.replace('700.50', '800')))
  expect(rowsOf(changed)[1]).toBe('3 key-reused')
  expect(changed.progress).toMatchObject({ changed: 1, amounts: [] })
  const nextWeek = await pasted(at, list, 'Umoja, 9 March')
  expect((await imported(at.made, nextWeek)).progress.counts).toMatchObject({ posted: 2 })
  expect(must(await at.made.port.query({ type: 'drawer' }))?.expectedMinor).toBe(440_100n)
  must(await at.made.signIn('HO1'))
  await expectCleanBooks(at.made)
})

test('[N15][N10] who takes cash gives such a list and no other, and a row above their limit is signed by a second person', async () => {
  const at = await group()
  const [achieng] = at.numbers
  const spec = await pasted(at, `Account,Amount\n${achieng},"500,000.01"\n`)
  expect((await checked(at.made, spec)).progress.needsSecondPerson).toBe(true)
  expect(rowsOf(await imported(at.made, spec))).toEqual(['2 approval-needed'])
  expect(rowsOf(await imported(at.made, spec, true))).toEqual(['2 posted'])
  const other = { ...spec, kind: 'ledger-balances', mapping: { account: 0 } } as const
  expectRefusal(await at.made.port.execute({ type: 'import.check', batch: newKey(), spec: other }), 'not-permitted')
  expectRefusal(await at.made.port.execute({ type: 'import.paste', text: 'Account\n' }), 'file-not-importable')
  must(await at.made.signIn('HO1'))
  await expectCleanBooks(at.made)
})
