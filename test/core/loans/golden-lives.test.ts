import { expect, test } from 'vitest'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { asOffer } from '../../../core/loans/loan-agreement.ts'
import { rate } from '../../../core/money/rate.ts'
import { previewLoan } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectLoanBooked, standsOn } from '../../support/lent-books.ts'
import { draftLoan, type Lending, loanOf } from '../../support/loans.ts'
import { closeDay, openDay } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'
import { type GoldenLife, goldenLives } from './golden-lives.ts'

const minor = (text: string): bigint => BigInt(text.replace('.', ''))
const template = templateProduct('loan')
const savings = ({ accountId }: Lending) => ({ kind: 'savings', accountId }) as const

/** A product that offers this loan and no other. */
function productOf(life: GoldenLife): Partial<LoanProduct> {
  const { frequency, installments: count, feePercent } = life
  const [principal, percent] = [minor(life.principal), rate(life.annualPercent)]
  return {
    principal: { minMinor: principal, maxMinor: principal, defaultMinor: principal },
    annualPercent: { min: percent, max: percent, default: percent },
    frequencies: [{ ...frequency, installments: { min: count, max: count, default: count } }],
    schedule: { ...template.schedule, interestMethod: life.method, amortization: life.repaid },
    dueDates: { restDays: 'leave', onCentreDay: false, firstAfterDays: { min: 1, max: 1_000 } },
    charges: feePercent
      ? [
          {
            chargeId: 'fee',
            name: 'Fee',
            kind: 'fee',
            amount: { type: 'percent', of: 'paid-out', percent: rate(feePercent) },
            when: { type: 'disbursement-deducted' },
          },
        ]
      : [],
    repayment: { ...template.repayment, late: { graceDays: 0 } },
    conditions: { ...template.conditions, approvalLevels: [{ people: 1 }], cycleLimits: [] },
  }
}

/** Drafted, handed in, approved and paid out, by three people, to an account on which there is as much again. */
function paidOut(life: GoldenLife): Lending {
  const branch = makeBranch()
  const opened = openForBusiness(branch)
  const accountId = openUnder(branch, opened.clientId, plainCurrent({ limits: {} }))
  const [amountMinor, { currency }] = [minor(life.principal), branch]
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 3n * amountMinor, currency }, 'head-office')
  const product = productOf(life)
  const loanId = draftLoan(branch, opened.clientId, {
    principalMinor: amountMinor,
    installments: life.installments,
    product,
  })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const lending = { ...opened, branch, accountId, loanId }
  const to = savings(lending)
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor, currency, to }, 'head-office')
  return lending
}

function pageOf({ branch, loanId }: Lending): LoanAnswer {
  const answer = answerQuery(branch.books, branch.desk('manager'), { type: 'loan', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAnswer
}

const repay = (lending: Lending, amountMinor: bigint) =>
  lending.branch.must(
    'officer',
    {
      type: 'loan.repay',
      loanId: lending.loanId,
      amountMinor,
      currency: lending.branch.currency,
      from: savings(lending),
    },
    'head-office',
  )

const income = ({ branch }: Lending, account: string): bigint => -standsOn({ branch }, account, '')

function expectSchedule(page: LoanAnswer, life: GoldenLife): void {
  const said = page.installments.map(({ due, balanceAfterMinor }) => [due.interest, due.principal, balanceAfterMinor])
  expect(said.slice(0, life.rows.length)).toEqual(life.rows.map(row => row.map(minor)))
  const totals = page.installments.map(({ due }) => due.interest + due.principal)
  const { installment } = life
  if (installment) expect(new Set(totals.slice(0, -1))).toEqual(new Set([minor(installment)]))
  if (life.last) expect(totals.at(-1)).toBe(minor(life.last))
  const interest = page.installments.reduce((sum, { due }) => sum + due.interest, 0n)
  if (life.totalInterest) expect(interest).toBe(minor(life.totalInterest))
}

function expectRate(lending: Lending, { rate: published }: GoldenLife): void {
  if (!published) return
  const { product, agreement } = loanOf(lending)
  const { rates } = previewLoan(product, asOffer(agreement, agreement.plannedOn), everyDayWorks)
  const percent = published.of === 'apr' ? rates.annual : rates.ofCharge
  expect(String(percent?.toDecimalPlaces(published.decimals))).toBe(String(Number(published.percent)))
}

/** Lives of more installments are paid off after this many. */
const livedMax = 24

test.each(goldenLives)('[L66] as published: $source', life => {
  const lending = paidOut(life)
  const { branch, loanId } = lending
  expectRate(lending, life)
  const { installments } = pageOf(lending)
  expectSchedule(pageOf(lending), life)
  const lived = installments.slice(0, livedMax)
  let interestMinor = 0n
  for (const [place, { dueOn, due, balanceAfterMinor }] of lived.entries()) {
    closeDay(branch)
    openDay(branch, dueOn)
    repay(lending, due.interest + due.principal)
    interestMinor += due.interest
    expect(pageOf(lending).installments[place]).toMatchObject({ paid: due, metOn: dueOn })
    expect([standsOn(lending, '1210', loanId), income(lending, '4100')]).toEqual([balanceAfterMinor, interestMinor])
  }
  if (lived.length < installments.length) repay(lending, pageOf(lending).payoffMinor)
  expect(loanOf(lending).state).toBe('paid-off')
  for (const account of ['1210', '1220', '2310', '2320']) expect(standsOn(lending, account, loanId)).toBe(0n)
  expect(income(lending, '4100')).toBe(installments.reduce((sum, { due }) => sum + due.interest, 0n))
  expectLoanBooked(lending)
})
