import { expect, test } from 'vitest'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import type { ReceiptModel } from '../../../core/documents/document-model.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { readReceiptCode } from '../../../core/documents/receipt-code.ts'
import { receiptLines } from '../../../core/documents/receipt-lines.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { nextDay } from '../../support/lent-books.ts'
import { approvedLoan, loanOf, paidOutLoan, repay } from '../../support/loans.ts'

const drawer = { kind: 'drawer' } as const

function receiptOf({ books, desk }: Branch, record: RecordRef, locale = 'en-KE'): ReceiptModel {
  const read = readDocument(books, desk('officer'), { kind: 'receipt', record, locale })
  if (!read.ok || read.value.kind !== 'receipt') throw new Error('no receipt')
  return read.value
}

const written = (receipt: ReceiptModel): readonly string[] =>
  receiptLines(receipt, 48, 'UTC').flatMap(line =>
    line.kind === 'text' ? [line.text.replace(/\s+/g, ' ').trim()] : [],
  )

test('[D24] the receipt of a repayment says what it paid, what is left and what is due next', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch } = lending
  nextDay(lending, '2026-04-02')
  const receipt = receiptOf(branch, repay(lending, 400_000n).record)
  expect(receipt).toMatchObject({
    operation: 'loan.repaid',
    direction: 'in',
    accountNumber: loanOf(lending).number,
    productName: 'Microfinance business loan',
    amountMinor: 400_000n,
    loan: {
      parts: [
        { kind: 'interest', amountMinor: 33_465n },
        { kind: 'principal', amountMinor: 366_535n },
      ],
      leftMinor: 633_465n,
      next: { dueOn: '2026-05-02', amountMinor: 293_510n },
    },
  })
  const lines = written(receipt)
  for (const said of [
    'Paid on the loan',
    'Interest KES 334.65',
    'Principal KES 3,665.35',
    'Principal left KES 6,334.65',
  ])
    expect(lines.map(line => line.replaceAll(' ', ' '))).toContain(said)
  const code = readReceiptCode(receipt.code)
  expect(code).toMatchObject({ ok: true, value: { changeMinor: 400_000n, balanceAfterMinor: -633_465n } })
  const { record } = repay(lending, 1_000n)
  const papers = documentLanguages.map(locale => written(receiptOf(branch, record, locale)).join(' '))
  expect(new Set(papers).size).toBe(documentLanguages.length)
})

test('[D24] the receipt of a disbursement says what was kept back of it, and that of a reversal what is owed again', () => {
  const fee = { chargeId: 'fee', name: 'Fee', kind: 'fee', when: { type: 'disbursement-deducted' } } as const
  const charges = [{ ...fee, amount: { type: 'fixed', amountMinor: 5_000n } as const }]
  const lending = approvedLoan(makeBranch(), { installments: 3, product: { charges } })
  const { branch, loanId } = lending
  const asked = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to: drawer } as const
  expect(receiptOf(branch, branch.must('officer', asked).record)).toMatchObject({
    direction: 'out',
    amountMinor: 995_000n,
    loan: {
      parts: [
        { kind: 'principal', amountMinor: 1_000_000n },
        { kind: 'upfront', amountMinor: 5_000n },
      ],
      leftMinor: 1_000_000n,
    },
  })
  const paid = repay(lending, 100_000n)
  const reversed = branch.must('manager', { type: 'operation.reverse', record: paid.record, reason: 'wrong-amount' })
  expect(receiptOf(branch, reversed.record)).toMatchObject({
    operation: 'operation.reversed',
    reversedOperation: 'loan.repaid',
    direction: 'out',
    amountMinor: 100_000n,
    loan: { parts: [], leftMinor: 1_000_000n },
  })
})
