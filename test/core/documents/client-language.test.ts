import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { ClientLanguage } from '../../../core/customers/client-language.ts'
import type { DocumentRequest } from '../../../core/documents/document-request.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { type Branch, makeBranch, newClient } from '../../support/branch.ts'
import { type Lending, paidOutLoan, repay } from '../../support/loans.ts'

function localeOf({ books, desk }: Branch, request: DocumentRequest): string {
  const read = readDocument(books, desk('officer'), request)
  if (!read.ok) throw new Error(read.refusal.type)
  return read.value.locale
}

const speaks = ({ branch, clientId }: Lending, language: ClientLanguage) =>
  branch.must('officer', { type: 'client.update', clientId, client: { ...newClient(), language } })

/** A receipt, a statement and a payoff letter, asked for in English by somebody in Kenya. */
function papersOf(lending: Lending): readonly DocumentRequest[] {
  const { accountId, loanId } = lending
  const { record } = repay(lending, 100_000n)
  const days = { from: businessDate('2026-03-02'), to: businessDate('2026-03-02') }
  const locale = 'en-KE'
  return [
    { kind: 'receipt', record, locale },
    { kind: 'statement', accountId, ...days, locale },
    { kind: 'loan-paper', paper: 'payoff', loanId, locale },
  ] as const
}

test('[D36] the papers of a client come in the language that they chose, as the country writes it', () => {
  const lending = paidOutLoan(makeBranch())
  const { branch } = lending
  const papers = papersOf(lending)
  const forClient = () => papers.map(paper => localeOf(branch, { ...paper, forClient: true } as DocumentRequest))
  expect(forClient()).toEqual(['en-KE', 'en-KE', 'en-KE'])
  speaks(lending, 'sw')
  expect(forClient()).toEqual(['sw-KE', 'sw-KE', 'sw-KE'])
  expect(papers.map(paper => localeOf(branch, paper))).toEqual(['en-KE', 'en-KE', 'en-KE'])
  speaks(lending, 'ar')
  expect(forClient()).toEqual(['ar-KE', 'ar-KE', 'ar-KE'])
})

test('[D36] the page of a loan says in which language its client wants papers', () => {
  const lending = paidOutLoan(makeBranch())
  const { branch, loanId } = lending
  const page = () => answerQuery(branch.books, branch.desk('officer'), { type: 'loan', loanId }, [])
  expect(page()).not.toHaveProperty('value.clientLanguage')
  speaks(lending, 'hi')
  expect(page()).toHaveProperty('value.clientLanguage', 'hi')
})
