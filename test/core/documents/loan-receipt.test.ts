import { expect, test } from 'vitest'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import type { LoanPart, ReceiptModel } from '../../../core/documents/document-model.ts'
import { blockPaper } from '../../../core/documents/loan-papers/block-paper.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { readReceiptCode } from '../../../core/documents/receipt-code.ts'
import { receiptLines } from '../../../core/documents/receipt-lines.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { lifeOf } from '../../../core/loans/life-of.ts'
import { termsOf } from '../../../core/loans/terms-of.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { rate } from '../../../core/money/rate.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { approvedLoan, draftLoan, type Lending, late, loanOf, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

function lifeNow(lending: Lending) {
  const { product, agreement, dates, entries, changedOn } = loanOf(lending)
  if (!dates) throw new Error('nothing was paid out')
  return lifeOf(termsOf(product, agreement, dates), entries, changedOn)
}

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
      left: { of: 'principal', amountMinor: 633_465n },
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
        { kind: 'upfront', amountMinor: -5_000n },
      ],
      left: { of: 'principal', amountMinor: 1_000_000n },
    },
  })
  const paid = repay(lending, 100_000n)
  const reversed = branch.must('manager', { type: 'operation.reverse', record: paid.record, reason: 'wrong-amount' })
  expect(receiptOf(branch, reversed.record)).toMatchObject({
    operation: 'operation.reversed',
    reversedOperation: 'loan.repaid',
    direction: 'out',
    amountMinor: 100_000n,
    loan: { parts: receiptOf(branch, paid.record).loan?.parts, left: { of: 'principal', amountMinor: 1_000_000n } },
  })
})

const partsOf = (branch: Branch, { record }: { readonly record: RecordRef }) => {
  const { loan, amountMinor } = receiptOf(branch, record)
  expect(sumMinor(loan?.parts.map(part => part.amountMinor) ?? [])).toBe(amountMinor)
  return loan?.parts.map(part => [part.kind, part.amountMinor])
}

/** 9,999.95 francs, of which there are no pieces below 5 centimes, with a fee of 10.01 on a later day. */
function lentFrancs(product: Partial<LoanProduct> = {}): Lending {
  const lending = paidOutLoan(makeBranch({ currency: 'CHF', country: 'CH' }), {
    principalMinor: 999_905n,
    installments: 3,
    product: { currency: 'CHF', ...product },
  })
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-12')
  branch.must('manager', { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 1_001n, currency: 'CHF' })
  return lending
}

test('[D34] where coins are missing, the receipt of what settles a loan says the rounding, and that nothing is owed', () => {
  const lending = lentFrancs()
  const { branch } = lending
  const settled = repay(lending, 1_041_165n)
  expect(partsOf(branch, settled)).toEqual([
    ['fees', 1_001n],
    ['interest', 40_260n],
    ['principal', 999_905n],
    ['rounding', -1n],
  ])
  const receipt = receiptOf(branch, settled.record)
  expect(receipt.loan).not.toHaveProperty('next')
  expect(written(receipt).map(line => line.replaceAll('\u00a0', ' '))).toContain('Rounding of cash CHF (0.01)')
  expect(receipt.loan?.left).toEqual({ of: 'settled', amountMinor: 0n })
  const undone = branch.must('manager', { type: 'operation.reverse', record: settled.record, reason: 'other' })
  expect(partsOf(branch, undone)).toEqual(partsOf(branch, settled))
  expect(partsOf(branch, repay(lending, 1_041_200n))?.at(-1)).toEqual(['overpaid', 34n])
  const to = { kind: 'drawer' } as const
  const { loanId } = lending
  const refunded = branch.must('officer', { type: 'loan.refund', loanId, amountMinor: 35n, currency: 'CHF', to })
  expect(partsOf(branch, refunded)).toEqual([
    ['overpaid', 34n],
    ['rounding', 1n],
  ])
})

test('[D34] the receipt of a late loan says all that is overdue, and what is due next from its day on', () => {
  const rules = late({ graceDays: 3, fee: { type: 'fixed', amountMinor: 5_000n } })
  const lending = paidOutLoan(makeBranch(), { installments: 3, product: rules })
  nextDay(lending, '2026-05-20')
  const { loan } = receiptOf(lending.branch, repay(lending, 150_000n).record)
  const { installments } = lifeNow(lending)
  const owed = installments.map(({ outstanding }) => portionsTotal(outstanding))
  expect(owed.every(amountMinor => amountMinor > 0n)).toBe(true)
  expect(loan).toMatchObject({
    lateMinor: (owed[0] ?? 0n) + (owed[1] ?? 0n),
    next: { dueOn: '2026-06-02', amountMinor: owed[2] },
  })
})

test('[D34] the receipt of a refinancing names the loan that it pays off, and what that takes', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, clientId, loanId: closes } = lending
  const loanId = draftLoan(branch, clientId, { principalMinor: 2_000_000n })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const asked = {
    type: 'loan.refinance',
    loanId,
    closes,
    amountMinor: 2_000_000n,
    currency: 'KES',
    to: drawer,
  } as const
  const { payoffMinor } = lifeNow(lending)
  const refinanced = branch.must('officer', asked)
  expect(partsOf(branch, refinanced)).toEqual([
    ['principal', 2_000_000n],
    ['closing', -payoffMinor],
  ])
  const receipt = receiptOf(branch, refinanced.record)
  expect(written(receipt).join(' ')).toContain(`Pays off loan ${loanOf(lending).number}`)
  const undone = branch.must('manager', { type: 'operation.reverse', record: refinanced.record, reason: 'other' })
  expect(receiptOf(branch, undone.record)).toMatchObject({
    direction: 'in',
    loan: { closedLoan: loanOf(lending).number, parts: receipt.loan?.parts },
  })
})

test('[D34] the receipt of what comes in after a write-off says that it is recovered, and what is still owed', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-07-20')
  branch.must('manager', { type: 'loan.write-off', loanId }, 'accountant')
  const lost = sumMinor(lifeNow(lending).installments.map(({ writtenOff }) => portionsTotal(writtenOff)))
  const recovered = repay(lending, 100_000n)
  expect(partsOf(branch, recovered)).toEqual([['recovered', 100_000n]])
  expect(receiptOf(branch, recovered.record).loan?.left).toEqual({ of: 'written-off', amountMinor: lost - 100_000n })
})

test('[D34] the receipt of money that moved through an account of the client names the account', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, accountId } = lending
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: 'KES' })
  const from = { kind: 'savings', accountId } as const
  const asked = { type: 'loan.repay', loanId, amountMinor: 100_000n, currency: 'KES', from } as const
  const receipt = receiptOf(branch, branch.must('officer', asked).record)
  expect(written(receipt)).toContain(`From account ${receipt.loan?.throughAccount}`)
  expect(receipt.loan?.throughAccount).toMatch(/^S001/)
})

const { repayment } = templateProduct('loan')
const dearly = { ...repayment, prepayment: { type: 'allowed', penaltyPercent: rate('1.3') } } as const

test.each([
  ['', {}],
  [' with what paying early costs', { repayment: dearly }],
])(
  '[D35] who pays in cash what the letter says owes exactly nothing, and the receipt says what the letter says%s',
  (_how, product) => {
    const lending = lentFrancs(product)
    const { branch, loanId } = lending
    const letterOf = (paper: 'payoff' | 'discharge') =>
      readDocument(branch.books, branch.desk('officer'), { kind: 'loan-paper', paper, loanId, locale: 'en-CH' })
    const letter = letterOf('payoff')
    if (!letter.ok || letter.value.kind !== 'loan-paper' || letter.value.paper !== 'payoff')
      throw new Error('no letter')
    const quoted = letter.value.quote.days.find(({ on }) => on === '2026-03-16')
    if (!quoted) throw new Error('the letter is for ten days')
    const { amountMinor, inCashMinor, parts } = quoted
    expect([inCashMinor % 5n, inCashMinor === amountMinor]).toEqual([0n, false])
    const said = blockPaper(letter.value).blocks.flatMap(block => (block.kind === 'table' ? block.table.rows : []))
    expect(said.every(({ cells }) => cells.length === 6)).toBe(true)
    nextDay(lending, '2026-03-16')
    const settled = repay(lending, inCashMinor)
    const paid = receiptOf(branch, settled.record)
    const part = (kind: LoanPart['kind']) => paid.loan?.parts.find(one => one.kind === kind)?.amountMinor ?? 0n
    expect({
      principal: part('principal'),
      interest: part('interest'),
      fees: part('fees'),
      penalties: part('penalties'),
    }).toEqual(parts)
    expect([paid.amountMinor, part('rounding'), part('overpaid')]).toEqual([inCashMinor, inCashMinor - amountMinor, 0n])
    expect(loanOf(lending)).toMatchObject({ state: 'paid-off', booked: { overpaid: 0n } })
    expect(portionsTotal(lifeNow(lending).outstanding)).toBe(0n)
    expect(letterOf('discharge')).toMatchObject({ ok: true, value: { overpaidMinor: 0n } })
    expectLoanBooked(lending)
  },
)

test('[D34] the receipt of what a guarantor pays names who it was, and so does that of its reversal', () => {
  const branch = makeBranch()
  const { clientId, ...opened } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId)
  const client = newClient({ givenNames: 'Wambui', phone: '+254711000100' })
  const guarantorId = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 400_000n } as const
  const { guaranteeId = '' } = branch.must('officer', word).created
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const asked = { loanId, currency: 'KES' } as const
  branch.must('officer', { ...asked, type: 'loan.disburse', amountMinor: 1_000_000n, to: drawer })
  nextDay({ branch, ...opened }, '2026-04-20')
  const paid = branch.must('officer', { ...asked, type: 'loan.repay', amountMinor: 50_000n, from: drawer, guaranteeId })
  const undone = branch.must('manager', { type: 'operation.reverse', record: paid.record, reason: 'other' })
  for (const { record } of [paid, undone]) {
    const receipt = receiptOf(branch, record)
    expect(receipt.loan?.paidBy).toMatch(/^Wambui/)
    expect(written(receipt).join(' ')).toContain(`Paid by guarantor ${receipt.loan?.paidBy}`)
  }
})
