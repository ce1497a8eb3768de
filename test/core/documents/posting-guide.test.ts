import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { blockPaper } from '../../../core/documents/loan-papers/block-paper.ts'
import { postingGuideLabels } from '../../../core/documents/posting-guide/labels-by-language.ts'
import type { PostingGuideModel } from '../../../core/documents/posting-guide/posting-guide-model.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { incomeBases, loanFigureNames } from '../../../core/loans/loan-figures.ts'
import { postingExample } from '../../../core/loans/posting-example.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { templateProduct } from '../../support/products.ts'
import { chargedLoan } from './support/loan-papers.ts'

function guideOf({ books, desk }: Branch, productId: string, locale = 'en-KE'): PostingGuideModel | Refusal {
  const read = readDocument(books, desk('accountant'), { kind: 'posting-guide', productId, locale })
  if (!read.ok) return read.refusal
  if (read.value.kind !== 'posting-guide') throw new Error('no posting guide')
  return read.value
}

function guided(branch: Branch, productId: string, locale?: string): PostingGuideModel {
  const guide = guideOf(branch, productId, locale)
  if ('type' in guide) throw new Error(guide.type)
  return guide
}

const startsOn = businessDate('2026-03-02')
const template = { ...templateProduct('loan'), ...chargedLoan.product }

test('[D32] the guide has a rule for every figure that loans are booked by, with accounts of the chart and an amount', () => {
  const guide = guided(makeBranch(), 'group-loan')
  expect(guide.rules.map(({ figure }) => figure)).toEqual(loanFigureNames)
  for (const { figure, debit, credit, exampleMinor } of guide.rules) {
    expect([figure, debit.name !== '', credit.name !== '', exampleMinor !== undefined]).toEqual([
      figure,
      true,
      true,
      true,
    ])
    for (const labels of Object.values(postingGuideLabels)) expect(labels.figures[figure]).not.toBe(figure)
  }
  expect(guide.rules.find(({ figure }) => figure === 'writtenOffPrincipal')).toMatchObject({
    debit: { code: '1290' },
    credit: { code: '1210' },
  })
})

test.each(incomeBases)(
  '[D32] what is posted in the example on the %s basis balances, and comes to what its figures say',
  basis => {
    const steps = postingExample(template, basis, { startsOn, calendar: everyDayWorks })
    for (const { entries } of steps)
      for (const { lines } of entries) expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n)
    const posted = (account: string): bigint =>
      steps
        .flatMap(({ entries }) => entries.flatMap(({ lines }) => lines))
        .reduce((sum, line) => (line.account === account ? sum + line.amountMinor : sum), 0n)
    const moved = (name: (typeof loanFigureNames)[number]): bigint =>
      steps.reduce((sum, { change }) => sum + change[name], 0n)
    expect(posted(template.controlAccount)).toBe(
      moved('paidOut') - moved('paidPrincipal') - moved('writtenOffPrincipal'),
    )
    expect(posted(template.accounting.accounts.recoveries)).toBe(-moved('recovered'))
    expect(moved('recovered')).toBeGreaterThan(0n)
    expect(moved('upfrontFees')).toBeGreaterThan(0n)
  },
)

test('[D32] interest is income as it is earned on the one basis, and as it is paid on the other', () => {
  const descriptions = (basis: (typeof incomeBases)[number]) =>
    postingExample(template, basis, { startsOn, calendar: everyDayWorks }).flatMap(({ entries }) =>
      entries.map(({ description }) => description),
    )
  expect(descriptions('accrual')).toEqual(expect.arrayContaining(['loan-income', 'loan-income-suspended']))
  expect(descriptions('cash')).not.toContain('loan-income')
})

test('[D32] every entry has a name in every language, and what is no product for loans has no guide', () => {
  const branch = makeBranch()
  for (const locale of documentLanguages) {
    const guide = guided(branch, 'microfinance-business-loan', locale)
    const { entries } = postingGuideLabels[locale]
    for (const { lines } of guide.examples)
      for (const { description } of lines) if (description !== undefined) expect(entries).toHaveProperty(description)
    expect(blockPaper(guide).title).toBe(postingGuideLabels[locale].title)
  }
  expect(guideOf(branch, 'passbook-savings')).toEqual({ type: 'product-unknown' })
  expect(guideOf(branch, 'nothing-at-all')).toEqual({ type: 'product-unknown' })
})

test('[D37] a loan that stops accruing posts no penalty until it is paid, and what it earned when it accrues again', () => {
  const steps = postingExample(template, 'accrual', { startsOn, calendar: everyDayWorks })
  const from = steps.findIndex(({ entries }) => entries[0]?.description === 'loan-income-suspended')
  const words = steps.slice(from).map(({ entries }) => entries.map(({ description }) => description))
  expect(words[1]).toEqual([])
  expect(words.slice(2, -1).every(([first]) => first === 'loan-repayment')).toBe(true)
  expect(words.at(-1)).toEqual(['loan-income-resumed'])
  const meanwhile = steps.slice(from + 1)
  const booked = meanwhile.reduce((sum, { change }) => sum + change.recognisedPenalties, 0n)
  expect(booked).toBe(meanwhile.reduce((sum, { change }) => sum + change.paidPenalties, 0n))
  expect(booked).toBeGreaterThan(0n)
})

test('[D37] the guide says what is provided for losses and how cash is rounded, in every language', () => {
  const branch = makeBranch()
  const { besides, lentMinor } = guided(branch, 'microfinance-business-loan')
  expect(besides).toMatchObject([
    { kind: 'provided', credit: { code: '1290' }, exampleMinor: lentMinor },
    { kind: 'rounded', debit: { code: '1120' }, credit: { code: '4920' } },
  ])
  for (const locale of documentLanguages) {
    const tables = blockPaper(guided(branch, 'microfinance-business-loan', locale)).blocks
    const said = JSON.stringify(tables, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))
    for (const kind of ['provided', 'rounded'] as const)
      expect(said).toContain(postingGuideLabels[locale].besides[kind])
  }
})
