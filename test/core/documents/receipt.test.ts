import { expect, test } from 'vitest'
import type { ReceiptModel } from '../../../core/documents/document-model.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { readReceiptCode } from '../../../core/documents/receipt-code.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { type Branch, makeBranch, openForBusiness, ownLogOf } from '../../support/branch.ts'

const deposit = (branch: Branch, accountId: string, amountMinor: bigint) =>
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: branch.currency })

const receiptOf = (branch: Branch, record: RecordRef, locale = 'en-KE'): ReceiptModel => {
  const read = readDocument(branch.books, branch.desk('teller'), { kind: 'receipt', record, locale })
  if (!read.ok || read.value.kind !== 'receipt') throw new Error('no receipt')
  return read.value
}

test('[D1] the receipt of a deposit says what the record says', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  deposit(branch, accountId, 100_000n)
  const outcome = deposit(branch, accountId, 150_050n)
  expect(receiptOf(branch, outcome.record)).toMatchObject({
    kind: 'receipt',
    institutionName: 'Tumaini Microfinance',
    branchName: 'Kisumu',
    branchCode: '001',
    number: 2,
    copy: 0,
    operation: 'savings.deposited',
    direction: 'in',
    businessDate: '2026-03-02',
    recordedAt: outcome.recordedAt,
    officerName: 'Amina Yusuf',
    printedBy: 'Peter Mwangi',
    clientName: 'Achieng Odhiambo',
    currency: 'KES',
    amountMinor: 150_050n,
    amountInWords: 'One thousand five hundred Kenyan shillings and 50/100',
    balanceAfterMinor: 250_050n,
  })
})

test('[D1] numbers of receipts have no gap, and refused operations use none', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const numbers = [100_000n, 5_000n, 7_000n].map(amount => {
    branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor: 9_999_999n, currency: 'KES' })
    return receiptOf(branch, deposit(branch, accountId, amount).record).number
  })
  expect(numbers).toEqual([1, 2, 3])
})

test('[D1] the balance on an old receipt stays the balance of its moment', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const first = deposit(branch, accountId, 100_000n)
  deposit(branch, accountId, 900_000n)
  expect(receiptOf(branch, first.record).balanceAfterMinor).toBe(100_000n)
})

test('[D2][D16] a reversal and what it reversed name each other', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  deposit(branch, accountId, 100_000n)
  const mistake = deposit(branch, accountId, 70_000n)
  const reversal = branch.must('officer', { type: 'operation.reverse', record: mistake.record, reason: 'wrong-amount' })
  expect(receiptOf(branch, reversal.record)).toMatchObject({
    operation: 'operation.reversed',
    reversedOperation: 'savings.deposited',
    direction: 'out',
    number: 3,
    amountMinor: 70_000n,
    balanceAfterMinor: 100_000n,
    reversesReceipt: 2,
  })
  expect(receiptOf(branch, mistake.record)).toMatchObject({ number: 2, reversedByReceipt: 3 })
  expect(receiptOf(branch, mistake.record)).not.toHaveProperty('reversesReceipt')
})

test('[D22] a reversal says why, and a receipt names the second person: who signed, or decided what the officer asked for', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const first = deposit(branch, accountId, 10_000_000n)
  expect(receiptOf(branch, first.record)).not.toHaveProperty('reason')
  expect(receiptOf(branch, first.record)).not.toHaveProperty('secondPersonName')
  const { record } = branch.must(
    'officer',
    { type: 'operation.reverse', record: first.record, reason: 'entered-twice', note: 'Seen by both' },
    'manager',
  )
  const signed = { officerName: 'Amina Yusuf', secondPersonName: 'Daniel Otieno' }
  expect(receiptOf(branch, record)).toMatchObject({ reason: 'entered-twice', ...signed })
  const again = deposit(branch, accountId, 10_000_000n)
  const asked = branch.must('officer', {
    type: 'approval.request',
    command: { type: 'operation.reverse', key: branch.environment.newId(), record: again.record, reason: 'other' },
  })
  const decided = branch.must('manager', { type: 'approval.decide', request: asked.record, decision: 'approve' })
  expect(receiptOf(branch, decided.record)).toMatchObject({ reason: 'other', ...signed })
})

test('[D3] an operation without a receipt number, an unknown record and another device give no receipt', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const { record } = deposit(branch, accountId, 100_000n)
  const ask = (ref: RecordRef, desk = branch.desk('officer')) =>
    readDocument(branch.books, desk, { kind: 'receipt', record: ref, locale: 'en' })
  expect(ask({ ...record, seq: 1 })).toEqual({ ok: false, refusal: { type: 'no-receipt' } })
  expect(ask({ ...record, seq: 999 })).toEqual({ ok: false, refusal: { type: 'record-unknown' } })
  expect(ask({ ...record, log: 'a'.repeat(26) })).toEqual({ ok: false, refusal: { type: 'record-unknown' } })
  const elsewhere = { ...branch.desk('officer'), log: ownLogOf(new Uint8Array(32).fill(9)) }
  expect(ask(record, elsewhere)).toEqual({ ok: false, refusal: { type: 'no-receipt' } })
})

test('[D4] each copy is a record and bears its number', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const { record } = deposit(branch, accountId, 100_000n)
  for (const copy of [1, 2]) {
    branch.must('officer', { type: 'receipt.reprint', record })
    expect(receiptOf(branch, record)).toMatchObject({ number: 1, copy })
  }
})

test('[D6] the code on the receipt reads back as the receipt', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  deposit(branch, accountId, 300_000n)
  const paid = branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 50_000n, currency: 'KES' })
  const receipt = receiptOf(branch, paid.record, 'sw-KE')
  expect(receipt.code.length).toBeLessThanOrEqual(330)
  expect(readReceiptCode(receipt.code)).toMatchObject({
    ok: true,
    value: {
      log: paid.record.log,
      seq: paid.record.seq,
      receipt: 2,
      operation: 'savings.withdrawn',
      accountNumber: receipt.accountNumber,
      changeMinor: -50_000n,
      balanceAfterMinor: 250_000n,
      recordHash: paid.hash.slice(0, 16),
    },
  })
})

test('[D1][A8] after an approval the receipt names who handled the cash, not who approved', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const key = branch.environment.newId()
  const command = { key, type: 'savings.deposit', accountId, amountMinor: 20_000_001n, currency: 'KES' } as const
  const { record: request } = branch.must('officer', { type: 'approval.request', command })
  const done = branch.must('manager', { type: 'approval.decide', request, decision: 'approve' })
  expect(receiptOf(branch, done.record).officerName).toBe('Amina Yusuf')
})
