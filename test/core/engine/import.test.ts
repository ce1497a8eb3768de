import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { expectRefusal } from '../../support/expect.ts'
import { checked, expectCleanBooks, imported, importingEngine, rowsOf } from './imported-file.ts'
import { type ManualTimekeeper, manualTimekeeper, must, newKey, passphrases } from './made-engine.ts'

const clients = [
  'Client ID;First name;Surname;Date of birth;Sex;Phone;ID number',
  '17;Achieng;Odhiambo;17/04/1988;F;0712 345678;27318842',
  '18;عائشة;;02/12/1990;f;;',
  '19;Joseph;Kamau;31/13/1979;M;;',
  '20;Grace;Wanjiru;05/05/2015;F;;',
  '17;Another;Person;01/01/1980;M;;',
  '22;Ruth;Njeri;03/03/1985;F;;2731-8842',
  '23;;Mwangi;03/03/1985;M;;',
].join('\r\n')
const outcomes = [
  '2 posted',
  '3 posted',
  '4 field-invalid Date of birth',
  '5 client-too-young',
  '6 row-repeated',
  '7 row-repeated',
  '8 field-invalid First name',
]

const recordsOf = async (made: Awaited<ReturnType<typeof importingEngine>>) =>
  must(await made.port.query({ type: 'journal', limit: 1 })).rows[0]?.record.seq

test('[N10] a check says of each row what the import would do, and nothing of it stays', async () => {
  const made = await importingEngine()
  const spec = await made.opened(clients, { kind: 'clients' })
  const before = await recordsOf(made)
  const check = await checked(made, spec)
  expect(rowsOf(check)).toEqual(outcomes.map(one => one.replace('posted', 'ready')))
  expect(check.progress).toMatchObject({ isCheck: true, needsSecondPerson: false, counts: { ready: 2, refused: 5 } })
  expect(await recordsOf(made)).toBe(before)
  expect(must(await made.port.query({ type: 'search', text: 'Achieng' }))).toEqual([])
  expect(rowsOf(await imported(made, spec))).toEqual(outcomes)
  await expectCleanBooks(made)
})

test('[N6] the same file adds nothing again, its corrected rows come in, and a changed one is named', async () => {
  const made = await importingEngine()
  await imported(made, await made.opened(clients, { kind: 'clients' }))
  const again = await made.opened(clients, { kind: 'clients' })
  expect((await imported(made, again)).progress.counts).toEqual({ posted: 0, ready: 0, known: 2, refused: 5 })
  const corrected = clients.replace('31/13/1979', '31/12/1979').replace('عائشة', 'Aisha')
  const results = await imported(made, await made.opened(corrected, { kind: 'clients' }))
  expect(rowsOf(results).slice(0, 3)).toEqual(['2 known', '3 key-reused', '4 posted'])
  const elsewhere = await made.opened(clients, { kind: 'clients', name: 'Another system' })
  expect(rowsOf(await checked(made, elsewhere))[0]).toBe('2 client-may-exist')
  await expectCleanBooks(made)
})

test('[N6][K2] a phone that two rows share is a repetition, until a person says that these are others', async () => {
  const made = await importingEngine()
  const text = 'id,name,birth date,phone\n1,Joy,1990-01-01,+254712345678\n2,Ann,1991-01-01,0712345678\n'
  const spec = await made.opened(text, { kind: 'clients' })
  expect((await checked(made, spec)).results[1]?.refusal).toEqual({ type: 'row-repeated', row: 2, because: 'phone' })
  expect(rowsOf(await imported(made, { ...spec, sharedIsOther: true }))).toEqual(['2 posted', '3 posted'])
})

const balances = [
  'Account,Name,Debit,Credit',
  '1130,Bank,"1,250,000.50",',
  '1320,Vans,400000,0',
  '2230,Borrowings,,900000',
  '3100,Capital,,"750,000.50"',
  '5400,Nothing,0,0',
  '2110,Passbooks,,1',
  '7777,No such account,1,',
  '5300,Both,1,1',
  '1130,Again,5,',
].join('\n')

test('[N9][N10] opening balances take a second person, who signs each; nothing is left on their account', async () => {
  const made = await importingEngine()
  const spec = await made.opened(balances, { kind: 'ledger-balances' })
  const check = await checked(made, spec)
  expect(check.progress).toMatchObject({ needsSecondPerson: true, counts: { ready: 4, refused: 4 } })
  expect(rowsOf(await imported(made, spec)).slice(0, 2)).toEqual(['2 approval-needed', '3 approval-needed'])
  expect(rowsOf(await imported(made, spec, true))).toEqual([
    '2 posted',
    '3 posted',
    '4 posted',
    '5 posted',
    '7 ledger-account-controlled',
    '8 ledger-account-unknown',
    '9 field-invalid Credit',
    '10 row-repeated',
  ])
  const left = must(await made.port.query({ type: 'ledger-balance', code: '3900', asOf: '2026-03-02' as never }))
  expect(left.balances.map(({ debitMinor, creditMinor }) => debitMinor - creditMinor)).toEqual([0n])
  expect((await imported(made, spec, true)).progress.counts).toMatchObject({ posted: 0, known: 4, refused: 4 })
  await expectCleanBooks(made)
})

test.each([
  ['nobody else', 'HO1', passphrases.HO1, 'cosign-own-operation'],
  ['a wrong passphrase', 'MGR1', 'wrong', 'sign-in-refused'],
  ['a teller', 'TEL1', passphrases.TEL1, 'not-permitted'],
] as const)('[N10] %s is no second person, and nothing is imported', async (_name, code, passphrase, refusal) => {
  const made = await importingEngine()
  const spec = await made.opened(balances, { kind: 'ledger-balances' })
  const before = await recordsOf(made)
  const second = { code, passphrase }
  expectRefusal(await made.port.execute({ type: 'import.run', batch: newKey(), spec, second }), refusal)
  expect(await recordsOf(made)).toBe(before)
})

test('[N10] who may not post journals imports nothing, and no file outlives its session', async () => {
  const made = await importingEngine()
  const spec = await made.opened(clients, { kind: 'clients' })
  must(await made.signIn('OFF1'))
  for (const type of ['import.check', 'import.run'] as const)
    expectRefusal(await made.port.execute({ type, batch: newKey(), spec }), 'not-permitted')
  must(await made.signIn('HO1'))
  const auditor = { code: 'AUD1', name: 'Joy Naliaka', role: 'auditor', passphrase: 'seven green lanterns' } as const
  must(await made.port.execute({ type: 'staff.add', key: newKey(), ...auditor }))
  must(await made.port.execute({ type: 'session.sign-in', code: auditor.code, passphrase: auditor.passphrase }))
  expectRefusal(await made.port.execute({ type: 'import.open' }), 'not-permitted')
  expectRefusal(await made.port.execute({ type: 'import.paste', text: clients }), 'not-permitted')
  must(await made.signIn('HO1'))
  expectRefusal(await made.port.execute({ type: 'import.check', batch: newKey(), spec }), 'no-file-open')
})

test('[N8] a file that cannot be taken in forgets the one before, and choosing none keeps it', async () => {
  const made = await importingEngine()
  const spec = await made.opened(clients, { kind: 'clients' })
  made.choose(null)
  expect(must(await made.port.execute({ type: 'import.open' }))).toBe(null)
  expect((await checked(made, spec)).progress.total).toBe(7)
  made.choose('id,name\n1,A\0B\n')
  expectRefusal(await made.port.execute({ type: 'import.open' }), 'file-not-importable')
  expectRefusal(await made.port.execute({ type: 'import.check', batch: newKey(), spec }), 'no-file-open')
})

test('[N10] a column that is needed and not named is refused before any row', async () => {
  const made = await importingEngine()
  const spec = await made.opened('a,b\n1,2\n', { kind: 'clients' })
  const answer = await made.port.execute({ type: 'import.check', batch: newKey(), spec })
  expect(expectRefusal(answer, 'field-invalid')).toMatchObject({ field: 'externalId', rule: 'missing' })
})

test('[N13] a workbook is imported as a text is', async () => {
  const made = await importingEngine()
  const rows = [
    [{ value: 'Account' }, { value: 'Debit' }, { value: 'Credit' }],
    [{ value: '1130' }, { value: 1250000.5, type: Number }, null],
    [{ value: '3100' }, null, { value: 1250000.5, type: Number }],
  ]
  const bytes = new Uint8Array(await writeWorkbook(rows).toBuffer())
  const spec = await made.opened(bytes, { kind: 'ledger-balances' })
  expect(rowsOf(await imported(made, spec, true))).toEqual(['2 posted', '3 posted'])
  made.choose(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  const refused = expectRefusal(await made.port.execute({ type: 'import.open' }), 'file-not-importable')
  expect(refused.because).toBe('old-workbook')
})

/** Time of which so much passes at each look at the clock, and no timer rings. */
function hurried(stepMs: number): ManualTimekeeper {
  let nowMs = 0
  const elapsedMs = (): number => {
    nowMs += stepMs
    return nowMs
  }
  return { ...manualTimekeeper(), elapsedMs }
}

const manyClients = [
  'id,name,birth date',
  ...Array.from({ length: 120 }, (_, place) => `${place},Joy ${place},1990-01-01`),
].join('\n')

test('[N16] a file is read and imported a turn at a time; stopped, what is in stays, and the rest comes with the next try', async () => {
  const made = await importingEngine({ time: hurried(20) })
  const spec = await made.opened(manyClients, { kind: 'clients' })
  const seen: string[] = []
  const follow = async (batch: string, stopAt: number, command: 'import.check' | 'import.run') => {
    const answer = made.port.execute({ type: command, batch, spec })
    let isUnderWay = true
    void answer.then(() => {
      isUnderWay = false
    })
    while (isUnderWay) {
      await setImmediate()
      const progress = must(await made.port.query({ type: 'bulk' }))
      if (progress?.batch !== batch) continue
      seen.push(`${progress.done} of ${progress.total}`)
      if (progress.done >= stopAt) must(await made.port.execute({ type: 'bulk.cancel', batch }))
    }
    return must(await answer)
  }
  expect((await follow(newKey(), 1_000, 'import.check')).counts.ready).toBe(120)
  expect(new Set(seen).size).toBeGreaterThan(20)
  expect(seen.filter(one => one === '0 of 120').length).toBeGreaterThan(20)
  const unread = await follow(newKey(), 0, 'import.run')
  expect(unread).toMatchObject({ isCancelled: true, done: 0, counts: { posted: 0 } })
  const cut = await follow(newKey(), 30, 'import.run')
  expect(cut).toMatchObject({ isCancelled: true, total: 120, counts: { known: 0, refused: 0 } })
  const { posted } = cut.counts
  expect([posted >= 30, posted < 120]).toEqual([true, true])
  const rest = await follow(newKey(), 1_000, 'import.run')
  expect(rest.counts).toEqual({ posted: 120 - posted, ready: 0, known: posted, refused: 0 })
  await expectCleanBooks(made)
})
