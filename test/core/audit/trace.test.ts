import { expect, test } from 'vitest'
import { readDocument } from '../../../core/documents/read-document.ts'
import { receiptCode } from '../../../core/documents/receipt-code.ts'
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
