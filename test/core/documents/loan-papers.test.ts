import { expect, test } from 'vitest'
import { readDocument } from '../../../core/documents/read-document.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { makeBranch } from '../../support/branch.ts'
import { nextDay } from '../../support/lent-books.ts'
import { approvedLoan, type Lending, type LoanAsked, paidOutLoan, repay } from '../../support/loans.ts'
import { chargedLoan, paperOf } from './support/loan-papers.ts'

function pageOf({ branch, loanId }: Lending): LoanAnswer {
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'loan', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAnswer
}

test('[D26] the key facts of an offer are the schedule on the screen, and each charge by itself adds up to the fees', () => {
  const lending = approvedLoan(makeBranch(), chargedLoan)
  const { figures } = paperOf(lending, 'key-facts')
  const { installments } = pageOf(lending)
  expect(figures.installments).toEqual(installments)
  expect(figures.toPayMinor).toBe(sumMinor(installments.map(({ due }) => portionsTotal(due))))
  expect(figures.receivedMinor).toBe(1_000_000n - 15_000n - 2_500n)
  expect(figures.charges.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
    ['entry', 15_000n],
    ['card', 2_500n],
    ['collecting', 1_800n],
    ['insurance', expect.any(BigInt)],
    ['visit', 4_000n],
  ])
  expect(sumMinor(figures.charges.map(({ amountMinor }) => amountMinor))).toBe(figures.feesMinor)
  expect(figures.costMinor).toBe(figures.interestMinor + figures.feesMinor)
  expect(figures.toPayMinor - figures.receivedMinor).toBe(figures.costMinor)
})

test('[D26] once it is paid out, the key facts stay those of the offer, from the day of the disbursement', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 6 })
  const before = paperOf(lending, 'key-facts')
  nextDay(lending, '2026-04-20')
  repay(lending, 250_000n)
  const after = paperOf(lending, 'key-facts')
  expect(after.figures).toEqual(before.figures)
  expect([before.asOf, after.asOf]).toEqual(['2026-03-02', '2026-04-20'])
})

/** CGAP's standard case, 1,000 over four months at 3 percent a month: 36.0 percent nominal and 42.6 compounded on what is outstanding. */
test('[D26] the yearly rate that the law of the country asks for is told first', () => {
  const product = { annualPercent: { min: rate('36'), max: rate('36'), default: rate('36') } }
  const terms: LoanAsked = { installments: 4, principalMinor: 100_000n, product }
  const kenyan = paperOf(approvedLoan(makeBranch(), terms), 'key-facts')
  expect(kenyan.rates).toMatchObject({
    first: 'aprc',
    apr: expect.stringMatching(/^36\.0/),
    aprc: expect.stringMatching(/^42\.[56]/),
  })
  expect(kenyan.rates).not.toHaveProperty('effective')
  const american = paperOf(approvedLoan(makeBranch({ country: 'US' }), terms), 'key-facts')
  expect(american.rates).toMatchObject({
    first: 'apr',
    apr: kenyan.rates.apr,
    effective: expect.stringMatching(/^42\.[56]/),
  })
})

test('[D28] the agreement says the amounts in words and what a payment pays first', () => {
  const model = paperOf(approvedLoan(makeBranch(), chargedLoan), 'agreement')
  expect(model).toMatchObject({
    lentInWords: 'Ten thousand Kenyan shillings only',
    receivedInWords: 'Nine thousand eight hundred and twenty-five Kenyan shillings only',
    order: ['penalties', 'fees', 'interest', 'principal'],
  })
})

test('[D26] a paper of a loan that is not there is refused', () => {
  const { books, desk } = makeBranch()
  const loanId = '01890a5d-ac96-774b-bcce-b302099a8058'
  const read = readDocument(books, desk('officer'), { kind: 'loan-paper', paper: 'key-facts', loanId, locale: 'en' })
  expect(read).toEqual({ ok: false, refusal: { type: 'loan-unknown' } })
})
