import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { statementLineLabel } from '../../../core/documents/labels/statement-line-label.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { rate } from '../../../core/money/rate.ts'
import { statementAnswer } from '../../../core/query/statement-answer.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { closeDay, liveThrough, runNights } from '../../support/nights.ts'
import { openUnder, templateProduct } from '../../support/products.ts'

const passbook = templateProduct('passbook')

/** A month on an account with interest, a tax on it and fees: every line that the close of business makes, and one of the counter. */
function aMonth() {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const fees = { incomeAccount: '4200', maintenancePerMonthMinor: 3_000n, perOperationMinor: 250n }
  const interest = passbook.interest && { ...passbook.interest, withholdingTaxPercent: rate('10') }
  const accountId = openUnder(branch, clientId, { ...passbook, interest, fees })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1_000_000n, currency: 'KES' })
  closeDay(branch)
  runNights(branch)
  liveThrough(branch, '2026-04-01', '2026-04-01')
  return { branch, accountId }
}

test('[D21] interest, tax and fees stand in a statement by their own names, on the screen and on paper', () => {
  const { branch, accountId } = aMonth()
  const names = ['Savings deposit', 'Operation fee', 'Interest', 'Tax on interest', 'Monthly fee']
  const screen = statementAnswer(branch.books.db, { accountId, limit: 10 })
  if (!screen.ok) throw new Error(screen.refusal.type)
  expect(screen.value.rows.map(({ description }) => description).toReversed()).toEqual(names)
  const paper = readDocument(branch.books, branch.desk('officer'), {
    kind: 'statement',
    accountId,
    from: businessDate('2026-03-01'),
    to: businessDate('2026-04-01'),
    locale: 'en',
  })
  if (!paper.ok || paper.value.kind !== 'statement') throw new Error('no statement')
  const called = paper.value.rows.map(row => statementLineLabel(row, 'en'))
  expect(called).toEqual(['Deposit', 'Operation fee', 'Interest', 'Tax on interest', 'Monthly fee'])
  expectBooksToBalance(branch)
})

test('[D21] each language has a name of its own for each', () => {
  for (const description of ['Interest', 'Tax on interest', 'Monthly fee', 'Savings transfer']) {
    const names = documentLanguages.map(language =>
      statementLineLabel({ description, operation: 'close-of-business.ran' }, language),
    )
    expect(new Set(names).size).toBe(documentLanguages.length)
  }
})
