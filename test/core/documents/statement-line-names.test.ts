import i18next from 'i18next'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { documentLabels, operationLabel } from '../../../core/documents/labels/document-labels.ts'
import { statementLineLabel } from '../../../core/documents/labels/statement-line-label.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { type EntryDescription, entryDescriptions, reversalOf } from '../../../core/journal/entry-description.ts'
import { purposeEntries } from '../../../core/manual-journals/purposes.ts'
import { rate } from '../../../core/money/rate.ts'
import { statementAnswer } from '../../../core/query/statement-answer.ts'
import { entryName } from '../../../renderer/counter/entry-words.ts'
import { startTexts } from '../../../renderer/lib/i18n.ts'
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
  const names = ['savings-deposit', 'operation-fee', 'interest', 'tax-on-interest', 'monthly-fee']
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

/** What stands on clients' accounts under the name of its operation, and what never stands there. */
const byOperation: readonly EntryDescription[] = [
  ...['savings-deposit', 'savings-withdrawal', 'held-amount-paid-out', 'held-amount-taken'],
  ...['installments-taken-over', 'interest-taken-over', 'interest-accrued', 'overdraft-interest-accrued'],
  ...['opening-cash-in-the-vault', 'drawer-float', 'drawer-to-vault', 'cash-sent', 'cash-received', 'cash-called-back'],
  ...(['loan-income', 'loan-income-suspended', 'loan-income-resumed'] as const),
  ...(['loan-adjustment', 'loan-charge', 'loan-waiver', 'loan-write-off'] as const),
  ...['cash-over', 'cash-short', 'currency-exchange', 'position-revalued', 'closing-of-the-year'],
  ...Object.values(purposeEntries),
] as const

test.each(entryDescriptions)('[D21] %s has a name in each language, on paper and in the window', async description => {
  const operation = 'close-of-business.ran'
  const names = documentLanguages.map(language => statementLineLabel({ description, operation }, language))
  const operations = documentLanguages.map(language => operationLabel(operation, documentLabels[language]))
  if (byOperation.includes(description)) expect(names).toEqual(operations)
  else {
    expect(new Set(names).size).toBe(documentLanguages.length)
    expect(names.filter((name, place) => name === operations[place])).toEqual([])
  }
  for (const language of documentLanguages) {
    await startTexts(language)
    const t = i18next.getFixedT(language, 'journal')
    expect([entryName(t, description), entryName(t, reversalOf(description))]).not.toContain(description)
    expect(entryName(t, reversalOf(description))).toContain(entryName(t, description))
  }
})
