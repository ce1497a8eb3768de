import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'
import { checked, expectCleanBooks, type ImportingEngine, imported, importingEngine, rowsOf } from './imported-file.ts'
import { must, newKey } from './made-engine.ts'

const clients = 'id,name,birth date\n17,Achieng,1988-04-17\n18,Joseph,1979-01-02\n'
const accounts = [
  'Account number,Client,Product,Balance',
  'SB-1,17,Passbook savings,"12,500.75"',
  'SB-2,18,passbook-savings,0',
  'SB-3,99,Passbook savings,5',
  'SB-4,17,Gold savings,5',
  'SB-5,18,Passbook savings,5.005',
  'SB-1,17,Passbook savings,7',
].join('\n')

async function withClients(): Promise<ImportingEngine> {
  const made = await importingEngine()
  await imported(made, await made.opened(clients, { kind: 'clients' }))
  return made
}

const openingBalances = async ({ port }: ImportingEngine) => {
  const { balances } = must(await port.query({ type: 'ledger-balance', code: '3900', asOf: '2026-03-02' as never }))
  return balances.map(({ debitMinor, creditMinor }) => debitMinor - creditMinor)
}

test('[N11] accounts come with their balances, whole or not at all, and are known again', async () => {
  const made = await withClients()
  const spec = await made.opened(accounts, { kind: 'accounts' })
  expect(spec.mapping).toEqual({ externalId: 0, client: 1, product: 2, balance: 3 })
  const faults = ['4 field-invalid Client', '5 field-invalid Product', '6 field-invalid Balance', '7 row-repeated']
  const check = await checked(made, spec)
  expect(rowsOf(check)).toEqual(['2 approval-needed', '3 ready', ...faults])
  expect(check.progress.needsSecondPerson).toBe(true)
  expect(rowsOf(await imported(made, spec))).toEqual(['2 approval-needed', '3 posted', ...faults])
  const [hit] = must(await made.port.query({ type: 'search', text: 'Achieng' }))
  expect(
    hit?.kind === 'client' && must(await made.port.query({ type: 'client', clientId: hit.clientId })).accounts,
  ).toEqual([])
  const results = await imported(made, spec, true)
  expect(rowsOf(results)).toEqual(['2 posted', '3 known', ...faults])
  const accountId = results.results[0]?.outcome?.created.accountId ?? ''
  expect(must(await made.port.query({ type: 'account', accountId })).balanceMinor).toBe(1_250_075n)
  expect(await openingBalances(made)).toEqual([1_250_075n])
  expect((await imported(made, spec, true)).progress.counts).toMatchObject({ posted: 0, known: 2, refused: 4 })
  await expectCleanBooks(made)
})

test('[N11][R1] a balance is taken over once, and its reversal lets it be taken over again', async () => {
  const made = await withClients()
  const { results } = await imported(made, await made.opened(accounts, { kind: 'accounts' }), true)
  const { created, record } = results[0]?.outcome ?? {}
  const accountId = created?.accountId ?? ''
  const again = { type: 'savings.take-over', key: newKey(), accountId, amountMinor: 5n, currency: 'KES' } as const
  expectRefusal(await made.port.execute(again), 'account-in-use')
  if (!record) throw new Error('the first row was imported')
  must(await made.port.execute({ type: 'operation.reverse', key: newKey(), record, reason: 'wrong-amount' }))
  expect(await openingBalances(made)).toEqual([0n])
  expectRefusal(await made.port.execute(again), 'approval-needed')
  await expectCleanBooks(made)
})

const moreAccounts = [
  'Account number;Client;Product;Balance;Accrued interest;Start date;Maturity;Installment;Paid in;Holders;Signing;Overdraft limit',
  'FD-1;17;Fixed deposit;"10.000,00";"678,90";12.03.2025;12.03.2026;;;;;',
  'RD-1;17;Recurring deposit;"6.002,50";;05.12.2025;05.12.2026;"2.000,00";"6.000,00";;;',
  'CA-1;17;Shop account;"250,00";;;;;;18;both;"1.000,00"',
  'FD-2;17;Fixed deposit;"10.000,00";;12.03.2025;;;;;;',
  'FD-3;17;Fixed deposit;;;12.03.2025;12.03.2026;;;;;',
  'FD-4;17;Fixed deposit;"10.000,00";;12.03.2025;01.03.2026;;;;;',
  'CA-2;17;Current account;"250,00";;;;;;99;;',
  'CA-3;17;Current account;"250,00";;;;;;18;sometimes;',
  'CA-4;18;Shop account;"-400,00";;;;;;;;"1.000,00"',
  'CA-5;18;Shop account;(1.000,01);;;;;;;;"1.000,00"',
  'CA-6;18;Current account;-1;;;;;;;;',
  'PS-1;17;Passbook savings;"250,00";;;;;;;;"5,00"',
].join('\n')

test('[N14] deposits with their terms, joint accounts and overdrafts come as they were, and are known again', async () => {
  const made = await importingEngine()
  const profiles =
    'id,name,birth date,id number,phone,address\n17,Achieng,1988-04-17,A17,0711223344,Ahero\n18,Joseph,1979-01-02,B18,0711223345,Ahero\n'
  await imported(made, await made.opened(profiles, { kind: 'clients' }))
  const shop = templateProducts('KES').find(({ productId }) => productId === 'business-checking')
  if (!shop) throw new Error('the template has a product with an overdraft')
  const product = {
    ...shop,
    productId: 'shop-account',
    name: 'Shop account',
    kycTier: 1,
    validFrom: businessDate('2026-03-02'),
  } as const
  must(await made.port.execute({ type: 'product.publish', key: newKey(), product }))
  const spec = await made.opened(moreAccounts, { kind: 'accounts' })
  expect(spec).toMatchObject({
    mapping: {
      balance: 3,
      interestMinor: 4,
      termFrom: 5,
      maturesOn: 6,
      installmentMinor: 7,
      paidInMinor: 8,
      holders: 9,
      signing: 10,
      overdraftMinor: 11,
    },
    formats: { dateOrder: 'dmy', decimalMark: ',' },
  })
  const results = await imported(made, spec, true)
  expect(rowsOf(results)).toEqual([
    '2 posted',
    '3 posted',
    '4 posted',
    '5 field-invalid Maturity',
    '6 field-invalid Balance',
    '7 field-invalid',
    '8 field-invalid Holders',
    '9 field-invalid Signing',
    '10 posted',
    '11 field-invalid',
    '12 no-overdraft',
    '13 no-overdraft',
  ])
  const account = async (place: number) =>
    must(
      await made.port.query({ type: 'account', accountId: results.results[place]?.outcome?.created.accountId ?? '' }),
    )
  expect(await account(0)).toMatchObject({ balanceMinor: 1_000_000n, maturesOn: '2026-03-12' })
  expect(await account(1)).toMatchObject({
    balanceMinor: 600_250n,
    installments: { paid: 3, due: 3, nextDate: '2026-03-05' },
  })
  expect(await account(2)).toMatchObject({ signing: 'all', overdraftLimitMinor: 100_000n })
  expect(await account(8)).toMatchObject({ balanceMinor: -40_000n, overdraftLimitMinor: 100_000n })
  expect(await openingBalances(made)).toEqual([1_653_140n])
  expect((await imported(made, spec, true)).progress.counts).toMatchObject({ posted: 0, known: 4, refused: 8 })
  await expectCleanBooks(made)
})

const journals = [
  'Journal;Date;Account;Debit;Credit;Description',
  'J1;28/02/2026;5400;1.000,00;;Rent',
  'J2;28.02.2026;5300;500,00;;Wages',
  'J1;28/02/2026;2270;;1.000,00;',
  'J2;;1120;;500,00;',
  'J3;;5400;10,00;;',
  'J3;;2270;;9,00;',
  'J4;;5400;10,00;;one',
  'J4;;2270;;10,00;another',
  'J5;;5400;;;',
].join('\r\n')

test('[N11] what was paid out to the last coin is not taken over a second time', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, plainCurrent())
  const taken = { type: 'savings.take-over', accountId, amountMinor: 100_000n, currency: 'KES' } as const
  branch.must('head-office', taken, 'manager')
  branch.must('officer', { ...taken, type: 'savings.withdraw' })
  expectRefusal(branch.execute('head-office', taken, 'manager'), 'account-in-use')
  expectBooksToBalance(branch)
})

test('[N12] the rows of one number are one journal; a row at fault keeps back its own', async () => {
  const made = await importingEngine()
  const spec = await made.opened(journals, { kind: 'journals' })
  expect(spec).toMatchObject({
    mapping: { externalId: 0, valueDate: 1, account: 2, debit: 3, credit: 4, note: 5 },
    formats: { dateOrder: 'dmy', decimalMark: ',' },
  })
  const results = await imported(made, spec, true)
  expect(rowsOf(results)).toEqual([
    '2 posted',
    '5 ledger-account-controlled',
    '6 entry-unbalanced',
    '9 field-invalid Description',
    '10 field-invalid Debit',
  ])
  const record = results.results[0]?.outcome?.record
  if (!record) throw new Error('the first journal was imported')
  const answer = must(await made.port.query({ type: 'record', record }))
  expect(answer).toMatchObject({ note: 'Rent' })
  expect((await imported(made, spec, true)).progress.counts).toMatchObject({ posted: 0, known: 1, refused: 4 })
  await expectCleanBooks(made)
})
