import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { loanVerbs } from '../../../core/command/loan-verbs.ts'
import { wireBody } from '../../../core/journal/body.ts'
import type { JournalRecord } from '../../../core/journal/record.ts'
import { readableNumber } from '../../../core/ledger/check-digit.ts'
import { loanAgreementSchema } from '../../../core/loans/loan-agreement.ts'
import { loanFigureNames } from '../../../core/loans/loan-figures.ts'
import { loansBy } from '../../../core/storage/loan-lists.ts'
import { loadLoan } from '../../../core/storage/loans.ts'
import { rebuildProjections } from '../../../core/storage/rebuild.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { newClient } from '../../support/branch.ts'
import { draftLoan } from '../../support/loans.ts'
import { forge } from './support/forge.ts'
import { type HeadAndRogue, headAndRogue } from './support/head-and-rogue.ts'

const everyLoan = ['loan', 'loan_event', 'loan_installment', 'loan_approval', 'reversal', 'line']
const aside = 'SELECT seq, reason FROM quarantined_record ORDER BY seq'

/** What head office's newest record of a type says. */
function saidBy({ head }: HeadAndRogue, type: string) {
  const { db } = head.branch.books
  const position = db.prepare('SELECT max(position) FROM record WHERE type = ?').pluck().get(type) as number
  return present(recordByPosition(db, position), 'it was recorded').record.body
}

test('[Y22] no record of another device moves a loan: not as the one that is paid off, nor as the one of a reversal', async () => {
  const ends = await headAndRogue()
  const { head, rogue, opened, exchange, close, all } = ends
  const { branch } = head
  const loanId = draftLoan(branch, opened.clientId)
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const to = { kind: 'drawer' } as const
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to })
  const disbursed = saidBy(ends, 'loan.disbursed')
  const { dates: _, amountMinor: __, currency: ___, drawerId: ____, ...happened } = disbursed
  const before = everyLoan.map(table => all(`SELECT * FROM ${table}`))
  const { log, seq } = forge(rogue, { type: 'future.harmless' })
  const closed = { ...happened, state: 'paid-off' }
  const loan = { ...happened, state: 'approved' }
  const forged = [
    { type: 'loan.refinanced', body: { ...disbursed, loanId: rogue.desk.environment.newId(), closed } },
    {
      type: 'operation.reversed',
      body: { record: { log, seq }, reason: 'other', originalType: 'loan.disbursed', loan },
    },
  ].map(parts => forge(rogue, parts))
  await exchange()
  expect(all(aside)).toEqual(forged.map(record => [record.seq, 'custody-violated']))
  expect(everyLoan.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  expect(verifyBooks(branch.books).findings).toEqual([])
  await close()
})

test('[Y22] no record of another device holds money for a loan, or lets go of what stands for one', async () => {
  const ends = await headAndRogue()
  const { head, rogue, opened, exchange, close, all } = ends
  const { branch } = head
  const { accountId } = opened
  const amount = { amountMinor: 600_000n, currency: 'KES' } as const
  branch.must('officer', { type: 'savings.deposit', accountId, ...amount })
  const client = newClient({ givenNames: 'Otieno', phone: '+254711000077' })
  const borrower = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  const loanId = draftLoan(branch, borrower)
  const word = { type: 'loan.guarantee', loanId, guarantorId: opened.clientId, coversMinor: 400_000n } as const
  const { guaranteeId = '' } = branch.must('officer', { ...word, accountId }).created
  const guaranteed = saidBy(ends, 'loan.guaranteed')
  const newId = () => rogue.desk.environment.newId()
  const tables = ['hold', 'loan_guarantee', 'loan_collateral', 'loan']
  const before = tables.map(table => all(`SELECT * FROM ${table}`))
  const other = { loanId: newId(), guaranteeId: newId(), holdId: newId() }
  const savingsHeld = [{ holdId: newId(), accountId, amountMinor: '100' }]
  const forged = [
    { type: 'loan.guaranteed', body: { ...guaranteed, ...other } },
    { type: 'loan.guarantor-released', body: { loanId, guaranteeId } },
    { type: 'loan.pledged', body: { loanId, collateralId: newId(), kind: 'land', valueMinor: '1', currency: 'KES' } },
    { type: 'loan.disbursed', body: { ...nothingOf(newId()), savingsHeld } },
  ].map(parts => forge(rogue, parts))
  await exchange()
  expect(all(aside)).toEqual(forged.map(record => [record.seq, 'custody-violated']))
  expect(tables.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  await close()
})

/** Every record that a verb of loans makes, but the draft, which names its custodian. */
const recordTypes = [...new Set(Object.values(loanVerbs).map(({ recordType }) => recordType))].filter(
  type => type !== 'loan.drafted',
)

test('[L77][Y22] no record of another device leads a loan on, whatever command would have made it, nor does its close of business', async () => {
  const ends = await headAndRogue()
  const { head, rogue, opened, exchange, close, all } = ends
  const loanId = draftLoan(head.branch, opened.clientId)
  const tables = [...everyLoan, 'loan_hand', 'loan_step', 'loan_guarantee', 'loan_collateral', 'hold']
  const before = tables.map(table => all(`SELECT * FROM ${table}`))
  const named = { ...nothingOf(loanId), state: 'active', approvedBy: [], missing: 0, reason: 'other' }
  const night = { date: '2026-03-02', step: 'loans', chunk: 0, looked: 1, upTo: loanId }
  const forged = [
    ...recordTypes.map(type => ({ type, body: named })),
    { type: 'close-of-business.ran', body: { ...night, loans: [{ loanId, epoch: 1, defaultedOn: '2026-03-02' }] } },
  ].map(parts => forge(rogue, parts))
  expect(forged.length).toBeGreaterThan(15)
  await exchange()
  expect(all(aside)).toEqual(forged.map(record => [record.seq, 'custody-violated']))
  expect(tables.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  await close()
})

const none = { penalties: '0', fees: '0', interest: '0', principal: '0' }

/** How a loan stands that nothing befell, though it be withdrawn. */
const nothingOf = (loanId: string) => ({
  loanId,
  entries: [],
  portions: none,
  overpaidMinor: '0',
  outstanding: none,
  booked: Object.fromEntries(loanFigureNames.map(name => [name, '0'])),
  state: 'withdrawn',
})

test('[Y18] a draft that no product offers or that takes another’s number, and a reversal of another loan than its original, wait', async () => {
  const ends = await headAndRogue()
  const { head, rogue, opened, exchange, close, all } = ends
  const { clientId } = opened
  draftLoan(head.branch, clientId)
  await exchange()
  const drafted = saidBy(ends, 'loan.drafted')
  const newId = () => rogue.desk.environment.newId()
  const draft = (loanId: string, over: JournalRecord['body']) => {
    const own = { loanId, number: loanId, custodian: rogue.desk.log.logId }
    return forge(rogue, { type: 'loan.drafted', body: { ...drafted, ...own, ...over } })
  }
  const agreed = loanAgreementSchema.parse(drafted.agreement)
  const [, branchCode = '', deviceCode = ''] = /^L(.+)-(.+)-\d+-\d$/.exec(String(drafted.number)) ?? []
  const next = readableNumber('L', branchCode, deviceCode, 2)
  const [one, other] = [newId(), newId()]
  const { log, seq } = draft(one, {})
  draft(other, {})
  const waiting = [
    draft(newId(), { productId: 'passbook-savings' }),
    draft(newId(), { productId: 'nobody-published-it' }),
    draft(newId(), { currency: 'USD' }),
    draft(newId(), { productVersion: 7 }),
    draft(newId(), { agreement: wireBody({ ...agreed, principalMinor: 999_999_999_999_999n }) }),
    draft(newId(), { number: next }),
    forge(rogue, {
      type: 'operation.reversed',
      body: { record: { log, seq }, reason: 'other', originalType: 'loan.drafted', loan: nothingOf(other) },
      custody: [one, other].map(account => ({ account, epoch: 1 })),
    }),
  ]
  await exchange()
  expect(all(aside)).toEqual([])
  expect(all('SELECT seq, reason FROM pending_record ORDER BY seq')).toEqual(
    waiting.map(record => [record.seq, 'not-applicable']),
  )
  expect(all('SELECT * FROM reversal')).toEqual([])
  const { db } = head.branch.books
  const listed = loansBy(db, 'client', clientId, 20).map(({ loanId }) => loadLoan(db, loanId)?.state)
  expect(listed).toEqual(['draft', 'draft', 'draft'])
  const own = draftLoan(head.branch, clientId)
  expect(loadLoan(db, own)?.number).toBe(next)
  await close()
})

test('[L64][Y18] what cannot be replayed waits, also where everything is made anew and each loan is replayed at the end', async () => {
  const ends = await headAndRogue()
  const { head, rogue, opened, exchange, close, all } = ends
  draftLoan(head.branch, opened.clientId)
  await exchange()
  const loanId = rogue.desk.environment.newId()
  const drafted = { ...saidBy(ends, 'loan.drafted'), loanId, number: loanId, custodian: rogue.desk.log.logId }
  forge(rogue, { type: 'loan.drafted', body: drafted })
  const on = '2026-03-02'
  const forgedOn = (type: string, entries: JournalRecord['body'][], over: JournalRecord['body']) =>
    forge(rogue, {
      type,
      body: { ...nothingOf(loanId), state: 'active', entries, amountMinor: '100000', currency: 'KES', ...over },
      custody: [{ account: loanId, epoch: 1 }],
    })
  const day = { enteredOn: on, effectiveOn: on }
  const disbursed = (...dueDates: string[]) =>
    forgedOn('loan.disbursed', [{ ...day, id: dueDates.join(), type: 'paid-out', amountMinor: '100000' }], {
      dates: { startsOn: on, dueDates },
    })
  const backwards = disbursed('2026-05-02', '2026-04-02')
  disbursed('2026-04-02', '2026-05-02')
  const kept = [...everyLoan, 'pending_record'].map(table => `SELECT * FROM ${table}`)
  const expectToWait = (...waiting: readonly JournalRecord[]) => {
    expect(all('SELECT seq, reason FROM pending_record ORDER BY seq')).toEqual(
      waiting.map(({ seq }) => [seq, 'not-applicable']),
    )
    const rows = kept.map(query => all(query))
    expect(verifyBooks(head.branch.books).findings).toEqual([])
    rebuildProjections(head.branch.books)
    expect(kept.map(query => all(query))).toEqual(rows)
  }
  await exchange()
  expectToWait(backwards)
  expect(all('SELECT due_on FROM loan_installment')).toEqual([['2026-04-02'], ['2026-05-02']])
  const amount = { type: 'fixed', amountMinor: '9'.repeat(17) }
  const charges = Array.from({ length: 100 }, (_, place) => ({
    ...{ ...day, id: String(place), type: 'charged', kind: 'fee', amount, dueOn: on },
  }))
  const beyondAll = forgedOn('loan.charged', charges, {})
  await exchange()
  expectToWait(backwards, beyondAll)
  await close()
})
