import { expect, test } from 'vitest'
import { paperTables } from '../../../core/documents/paper-tables.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { receiptCode } from '../../../core/documents/receipt-code.ts'
import { recordAnswer } from '../../../core/query/record-answer.ts'
import { traceAnswer } from '../../../core/query/trace-answer.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'

function traced() {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const { record, receipt = 0 } = branch.must('officer', {
    type: 'savings.deposit',
    accountId,
    amountMinor: 70_000n,
    currency: 'KES',
  })
  const desk = branch.desk('officer')
  const paper = readDocument(branch.books, desk, { kind: 'receipt', record, locale: 'en' })
  if (!paper.ok || paper.value.kind !== 'receipt') throw new Error('a deposit has a receipt')
  return { branch, record, receipt, code: paper.value.code }
}

test('[V19] a receipt number leads to its record, in any digits', () => {
  const { branch, record, receipt } = traced()
  const arabic = String(receipt).replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  for (const text of [String(receipt), arabic, ` ${receipt} `])
    expect(traceAnswer(branch.books.db, text).rows.map(row => row.record)).toContainEqual(record)
  expect(traceAnswer(branch.books.db, '987654')).toEqual({ rows: [] })
  expect(traceAnswer(branch.books.db, 'anything')).toEqual({ rows: [] })
})

test('[V19] a receipt code leads to the very record that it proves', () => {
  const { branch, record, code } = traced()
  expect(traceAnswer(branch.books.db, code)).toMatchObject({ code: 'genuine', rows: [{ record }] })
})

test('[V19] a code of another record, of none here, and one that was changed are told apart', () => {
  const { branch, code } = traced()
  const stranger = makeBranch({ seed: 'another' })
  const { signer } = branch.desk('officer').log
  const statement = {
    institution: '0'.repeat(16),
    recordHash: 'f'.repeat(16),
    seq: 5,
    receipt: 1,
    operation: 'savings.deposited',
    accountNumber: 'S001-01-000001-1',
    changeMinor: 1n,
    balanceAfterMinor: 1n,
    currency: 'KES',
    businessDate: '2026-03-02',
    recordedAt: '2026-03-02T08:00:00.000Z',
  } as Parameters<typeof receiptCode>[0]
  const ask = (text: string) => traceAnswer(branch.books.db, text).code
  expect(ask(receiptCode(statement, signer))).toBe('other-record')
  expect(traceAnswer(stranger.books.db, code)).toEqual({ code: 'not-here', rows: [] })
  expect(ask(`${code.slice(0, -3)}AAA`)).toBe('unreadable')
})

test('[V26] the number by which a paper or an export names a record leads to it', () => {
  const { branch, record } = traced()
  const { db } = branch.books
  const shown = recordAnswer(db, record)
  if (!shown.ok) throw new Error(shown.refusal.type)
  const { number } = shown.value
  expect(number).toBe(`01-${record.seq}`)
  const ledger = readDocument(branch.books, branch.desk('accountant'), {
    kind: 'ledger',
    lines: { basis: 'booking', account: '2110' },
    locale: 'en',
  })
  if (!ledger.ok || ledger.value.kind !== 'ledger') throw new Error('no ledger')
  const { tables } = paperTables(ledger.value)
  expect(JSON.stringify(tables, (_name, value) => (typeof value === 'bigint' ? String(value) : value))).toContain(
    number,
  )
  const arabic = number.replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  const older = [`01/${record.seq}`, `${record.log.slice(0, 8)}/${record.seq}`, `${record.log}/${record.seq}/1`]
  for (const text of [number, ` ${number} `, `${number}-1`, arabic, ...older])
    expect(
      traceAnswer(db, text).rows.map(row => row.record),
      text,
    ).toEqual([record])
  for (const text of ['09-1', '01-987654', `${record.log.slice(0, 4)}/${record.seq}`, '01-', '-1', '01/x'])
    expect(traceAnswer(db, text), text).toEqual({ rows: [] })
})
