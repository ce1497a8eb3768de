import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { approvalsAnswer } from '../../../core/query/approvals-answer.ts'
import { attachmentAnswer } from '../../../core/query/attachment-answer.ts'
import { recordAnswer } from '../../../core/query/record-answer.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { credit, debit, openBranch, rent } from './journal-lines.ts'

const pdf = new Uint8Array(Buffer.from('%PDF-1.7 a scanned invoice'))

test.each([
  ['officer', 'not-permitted'],
  ['manager', 'not-permitted'],
  ['auditor', 'not-permitted'],
  ['accountant', 'posted'],
  ['head-office', 'posted'],
] as const)('[A1][G6] a manual journal by the %s, signed by a second person, gives %s', (role, expected) => {
  const branch = openBranch()
  expect(outcomeType(branch.execute(role, rent, 'manager'))).toBe(expected)
  expectBooksToBalance(branch)
})

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'
const bad = {
  branchId: unknown,
  valueDate: businessDate('2026-03-03'),
  lines: [debit('5401', 1n), debit('5000', 1n), debit('5430', 1n), debit('2110', 1n)],
}
const { lines } = rent

test.each([
  // what is wrong                          mended so far                             expected, in order of precedence
  ['the branch', bad, 'branch-unknown', undefined],
  ['an account that is unknown', { branchId: undefined }, 'ledger-account-unknown', 0],
  ['a header', { lines: [lines[0], ...bad.lines.slice(1)] }, 'ledger-account-is-header', 1],
  ['a closed account', { lines: [lines[0], ...bad.lines.slice(2)] }, 'ledger-account-closed', 1],
  ['a control account', { lines: [lines[0], bad.lines[3]] }, 'ledger-account-controlled', 1],
  ['the sum', { lines: [lines[0], credit('2250', 119_999n)] }, 'entry-unbalanced', undefined],
  ['the value date', { lines }, 'value-date-ahead', undefined],
  ['one person alone', { lines, valueDate: businessDate('2026-03-02') }, 'approval-needed', undefined],
] as const)('[G4][G5] in a journal with more and more of it mended, %s is refused', (_what, over, expected, line) => {
  const branch = openBranch()
  branch.must('accountant', {
    type: 'chart.add-account',
    code: '5430',
    name: 'Rent',
    accountType: 'expense',
    parent: '5000',
    posting: true,
  })
  branch.must('accountant', { type: 'chart.change-account', code: '5430', isClosed: true })
  const command = { ...rent, ...bad, ...(over === bad ? {} : { branchId: undefined }), ...over }
  const refusal = expectRefusal(branch.execute('accountant', command as typeof rent), expected)
  if (line !== undefined) expect(refusal).toMatchObject({ line })
  expectBooksToBalance(branch)
})

test('[G4] every control account is refused, whatever its sub-ledger', () => {
  const branch = openBranch()
  for (const account of ['1110', '1120', '1140', '1210', '1220', '1250', '1270', '2110', '2140', '2190'])
    expect(
      expectRefusal(
        branch.execute('accountant', { ...rent, lines: [debit('5400', 5n), credit(account, 5n)] }, 'manager'),
        'ledger-account-controlled',
      ),
    ).toMatchObject({ account, line: 1 })
  expectBooksToBalance(branch)
})

test('[G4] the position of a currency is moved by exchanges alone: no journal names its accounts', () => {
  const branch = openBranch()
  for (const account of ['1410', '1420'])
    expect(
      expectRefusal(
        branch.execute('accountant', { ...rent, lines: [debit('1130', 5n), credit(account, 5n)] }, 'manager'),
        'ledger-account-controlled',
      ),
    ).toMatchObject({ account, line: 1 })
  expectBooksToBalance(branch)
})

test('[G5] a journal balances in each currency, not across them', () => {
  const branch = openBranch()
  const across = { ...rent, lines: [debit('1130', 100n, 'USD'), credit('1130', 100n, 'KES')] }
  expect(expectRefusal(branch.execute('accountant', across, 'manager'), 'entry-unbalanced')).toMatchObject({
    currency: 'USD',
    differenceMinor: 100n,
  })
  const both = [...across.lines, credit('1380', 100n, 'USD'), debit('1380', 100n, 'KES')]
  expectRefusal(branch.execute('accountant', { ...rent, lines: both }), 'second-person-needed')
  expect(outcomeType(branch.execute('accountant', { ...rent, lines: both }, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G6] nobody posts by hand alone: neither the accountant, nor head office, nor with somebody who may not approve', () => {
  const branch = openBranch()
  expect(expectRefusal(branch.execute('accountant', rent), 'approval-needed')).toMatchObject({
    limit: 'manualJournalMinor',
    limitMinor: 0n,
    amountMinor: 120_000n,
  })
  expectRefusal(branch.execute('head-office', rent), 'approval-needed')
  expectRefusal(branch.execute('head-office', rent, 'head-office'), 'approval-needed')
  expectRefusal(branch.execute('head-office', rent, 'accountant'), 'approval-needed')
  expect(outcomeType(branch.execute('head-office', rent, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[G6][A8] a journal waits for approval with its papers, and is posted as it was asked', () => {
  const branch = openBranch()
  const { db } = branch.books
  const key = branch.environment.newId()
  const command = { ...rent, key, reference: 'INV-117', note: 'March, the house in Oginga street', attachments: [pdf] }
  const { record: request } = branch.must('accountant', { type: 'approval.request', command })
  const context = loadContext(branch.books, branch.desk('manager'))
  expect(approvalsAnswer(db, context)).toMatchObject([
    {
      amountMinor: 120_000n,
      note: command.note,
      attachments: [{ mediaType: 'application/pdf' }],
      command: { type: 'journal.post', lines: rent.lines, reference: 'INV-117' },
    },
  ])
  expect(attachmentAnswer(db, { record: request, place: 0 })).toMatchObject({ ok: true, value: { bytes: pdf } })
  const done = branch.must('manager', { type: 'approval.decide', request, decision: 'approve' })
  const answer = recordAnswer(db, done.record)
  expect(answer).toMatchObject({ ok: true, value: { type: 'journal.posted', note: command.note } })
  expect(attachmentAnswer(db, { record: done.record, place: 0 })).toMatchObject({ ok: true, value: { bytes: pdf } })
  expectBooksToBalance(branch)
})

test('[G6][J9] words and papers of a journal stand in no record, and are read with the key only', () => {
  const branch = openBranch()
  const note = 'a canary note'
  const { record } = branch.must('accountant', { ...rent, note, attachments: [pdf] }, 'manager')
  const { db } = branch.books
  const stored = ['SELECT bytes FROM record', 'SELECT bytes FROM blob'].flatMap(sql => db.prepare(sql).pluck().all())
  const text = stored.map(bytes => Buffer.from(bytes as Buffer).toString('latin1')).join('\n')
  for (const word of [note, 'scanned invoice']) expect(text).not.toContain(word)
  expect(recordAt(db, record)?.record.blobs?.map(({ name }) => name)).toEqual(['note', 'attachment-pdf'])
  expect(attachmentAnswer(db, { record, place: 1 })).toEqual({ ok: true, value: null })
})

test.each([
  ['a phone number', { reference: '+254711000001' }],
  ['a number that could be a phone number', { reference: 'N0711000001' }],
  ['words', { reference: 'FOR JOHN' }],
  ['a program under the name of a paper', { attachments: [Buffer.from('MZ this is no paper')] }],
  ['a paper of more than 250 kB', { attachments: [Buffer.concat([pdf, Buffer.alloc(250_000)])] }],
  ['four papers', { attachments: [pdf, pdf, pdf, pdf] }],
  ['one line', { lines: rent.lines.slice(1) }],
  ['a line of nothing', { lines: [debit('5400', 0n), credit('2250', 0n)] }],
])('[G6] %s is not taken', (_what, over) => {
  const branch = openBranch()
  expect(() => branch.execute('accountant', { ...rent, ...over }, 'manager')).toThrow()
})

test('[G6] a value date lies on the open business day or before it', () => {
  const branch = openBranch()
  const dated = (valueDate: string) => ({ ...rent, valueDate: businessDate(valueDate) })
  expect(expectRefusal(branch.execute('accountant', dated('2026-03-03'), 'manager'), 'value-date-ahead')).toMatchObject(
    {
      latestDate: '2026-03-02',
    },
  )
  const { record } = branch.must('accountant', dated('2026-02-27'), 'manager')
  expect(recordAt(branch.books.db, record)?.record).toMatchObject({
    businessDate: '2026-03-02',
    valueDate: '2026-02-27',
  })
  expectRefusal(makeBranch().execute('accountant', rent, 'manager'), 'day-not-open')
  expectBooksToBalance(branch)
})

const accounts = fc.constantFrom('1130', '1380', '2250', '5400', '5420', '2110', '5000', '9999')
const lineOf = fc.record({
  account: accounts,
  side: fc.constantFrom('debit', 'credit'),
  amountMinor: fc.bigInt({ min: 1n, max: 3n }),
  currency: fc.constantFrom('KES', 'USD'),
})

/** The naive answer: all accounts are open and move by hand, and each currency sums to zero. */
function expected(lines: readonly { account: string; side: string; amountMinor: bigint; currency: string }[]): boolean {
  const sums = new Map<string, bigint>()
  for (const { side, amountMinor, currency } of lines)
    sums.set(currency, (sums.get(currency) ?? 0n) + (side === 'debit' ? amountMinor : -amountMinor))
  return (
    lines.every(({ account }) => !['2110', '5000', '9999'].includes(account)) &&
    [...sums.values()].every(sumMinor => sumMinor === 0n)
  )
}

test('[G4][G5] exactly the journals that may be booked are booked, line by line', { timeout: 60_000 }, () => {
  const branch = openBranch()
  const counters = new Map<string, bigint>()
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 2, maxLength: 4 }), lines => {
      const result = branch.execute('accountant', { ...rent, lines: [...lines] }, 'manager')
      expect(result.ok).toBe(expected(lines))
      if (!result.ok) return
      for (const { account, side, amountMinor, currency } of lines) {
        const name = `${account}/${side}/${currency}`
        counters.set(name, (counters.get(name) ?? 0n) + amountMinor)
      }
    }),
    { seed: 5, numRuns: 400 },
  )
  for (const account of ['1130', '1380', '2250', '5400', '5420'])
    for (const { currency, debitMinor, creditMinor } of ledgerBalances(branch.books.db, account))
      expect([debitMinor, creditMinor]).toEqual(
        ['debit', 'credit'].map(side => counters.get(`${account}/${side}/${currency}`) ?? 0n),
      )
  expect(counters.size).toBeGreaterThan(5)
  expectBooksToBalance(branch)
})
