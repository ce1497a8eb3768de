import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { loanPaperLabels } from '../../../core/documents/loan-labels/labels-by-language.ts'
import { blockPaper } from '../../../core/documents/loan-papers/block-paper.ts'
import {
  type LoanPaperKind,
  type LoanPaperModel,
  loanPaperKinds,
} from '../../../core/documents/loan-papers/loan-paper-model.ts'
import type { PaperBlock } from '../../../core/documents/loan-papers/paper-blocks.ts'
import { layoutOf } from '../../../renderer/documents/page-layout.ts'
import { Paper } from '../../../renderer/documents/paper.tsx'
import { pourBlocks } from '../../../renderer/documents/pour-blocks.ts'
import { chargedLoan, paperOf } from '../../core/documents/support/loan-papers.ts'
import { makeBranch } from '../../support/branch.ts'
import { approvedLoan, type Lending, paidOutLoan, repay } from '../../support/loans.ts'

const lending = approvedLoan(makeBranch(), chargedLoan)
const paidOut = paidOutLoan(makeBranch(), chargedLoan)
const paidOff = paidOutLoan(makeBranch(), { installments: 3 })
repay(paidOff, 1_200_000n)
const lendingOf: Readonly<Record<LoanPaperKind, Lending>> = {
  'key-facts': lending,
  agreement: lending,
  voucher: paidOut,
  statement: paidOut,
  payoff: paidOut,
  discharge: paidOff,
}
const longLending = approvedLoan(makeBranch(), { installments: 24 })

const textOf = (model: LoanPaperModel): string =>
  renderToStaticMarkup(createElement(Paper, { model, layout: layoutOf(model, null) }))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

const saidBy = (block: PaperBlock): readonly string[] => {
  switch (block.kind) {
    case 'clause':
      return [block.title, block.text]
    case 'points':
      return block.points
    case 'facts':
    case 'highlights':
      return block.facts.flatMap(({ name, value }) => [name, value])
    case 'table':
      return block.table.columns.map(({ header }) => header)
    case 'signatures':
      return block.people.map(({ role }) => role)
    default:
      return [block.text]
  }
}

describe.each(documentLanguages)('in %s', locale => {
  test.each(loanPaperKinds)('[D26][D28][D29][D30][D31] the paper %s says everything', paper => {
    const model = paperOf(lendingOf[paper], paper, locale)
    const text = textOf(model)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    for (const block of blockPaper(model).blocks)
      for (const said of saidBy(block)) expect(text).toContain(said.replace(/\s+/g, ' '))
  })
})

test('[D26] no two languages have the same words for a paper', () => {
  const papers = documentLanguages.map(locale => textOf(paperOf(lending, 'key-facts', locale)))
  expect(new Set(papers).size).toBe(documentLanguages.length)
  for (const labels of Object.values(loanPaperLabels))
    expect(labels.keyFacts.rightsOf).toHaveLength(loanPaperLabels.en.keyFacts.rightsOf.length)
})

/** Every part of the paper is so high, in a room of 100 on the first page and 150 on the others. */
const poured = (blocks: readonly PaperBlock[], heightMm: number) =>
  pourBlocks(blocks, { first: 100, further: 150, blocks: blocks.map(() => ({ heightMm, rowMm: 7 })) })

test('[D27] no part is cut, and a heading stands with what it is the heading of', () => {
  const heading: PaperBlock = { kind: 'heading', text: 'Late' }
  const text: PaperBlock = { kind: 'text', text: 'No fee.' }
  const pages = poured([text, heading, text, heading, text, text], 30)
  expect(pages.map(page => page.map(({ block }) => block.kind))).toEqual([
    ['text', 'heading', 'text'],
    ['heading', 'text', 'text'],
  ])
  expect(poured([], 30)).toEqual([[]])
})

test('[D27] a schedule goes on on the next page under its head, with sums so far and what is still owed', () => {
  const model = paperOf(longLending, 'agreement')
  const { blocks } = blockPaper(model)
  const pages = poured(blocks, 5)
  const tables = pages.flatMap(page => page.filter(({ block }) => block.kind === 'table'))
  expect(tables.length).toBeGreaterThan(1)
  const lines = tables.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'line'))
  expect(lines).toHaveLength(24)
  const [first, second] = tables
  const before = first?.rows ?? []
  const [carried] = second?.rows ?? []
  expect(carried?.kind).toBe('brought-forward')
  const { installments } = model.figures
  const paid = installments.slice(0, before.length)
  expect(carried?.cells[2]).toEqual({
    kind: 'amount',
    amountMinor: paid.reduce((sum, { due }) => sum + due.principal, 0n),
  })
  expect(carried?.cells.at(-1)).toEqual({ kind: 'amount', amountMinor: paid.at(-1)?.balanceAfterMinor })
  expect(tables.at(-1)?.rows.length).toBeGreaterThan(1)
})
