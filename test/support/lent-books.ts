import { expect } from 'vitest'
import type { Outcome } from '../../core/command/outcome.ts'
import { balancesOf } from '../../core/loans/loan-postings.ts'
import { recordAt } from '../../core/storage/records.ts'
import { type Branch, count } from './branch.ts'
import { expectBooksToBalance } from './check-books.ts'
import { type Lending, loanOf } from './loans.ts'
import { closeDay, openDay } from './nights.ts'

/** Each entry of a record: its word, then its lines as `account amount`, debits positive. */
export function entriesOf({ books }: Branch, { record }: Outcome): readonly (readonly string[])[] {
  const stored = recordAt(books.db, record)
  if (!stored) throw new Error('no record')
  return stored.record.entries.map(({ description, lines }) => [
    description,
    ...lines.map(({ account, amountMinor }) => `${account} ${amountMinor}`).toSorted(),
  ])
}

/** What stands on a ledger account for one sub-account, debits less credits. */
export const standsOn = ({ branch }: Pick<Lending, 'branch'>, account: string, subAccount: string): bigint =>
  branch.books.db
    .prepare<[string, string], bigint>(
      'SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = ?',
    )
    .safeIntegers(true)
    .pluck()
    .get(account, subAccount) ?? 0n

/** The ledger holds for the loan what its booked figures say, and the books are whole. */
export function expectLoanBooked(lending: Pick<Lending, 'branch' | 'loanId'>): void {
  const loan = loanOf(lending)
  const { accounts } = loan.product.accounting
  const balances = balancesOf(loan.booked)
  for (const [role, account] of [
    ['principal', loan.product.controlAccount],
    ['interestReceivable', accounts.interestReceivable],
    ['feesReceivable', accounts.feesReceivable],
    ['penaltiesReceivable', accounts.penaltiesReceivable],
    ['unearnedInterest', accounts.unearnedInterest],
    ['overpayments', accounts.overpayments],
  ] as const)
    expect([role, standsOn(lending, account, loan.loanId)]).toEqual([role, balances.get(role) ?? 0n])
  expectBooksToBalance(lending.branch)
}

/** Closes the day and opens a later one, with a float of 20,000.00 in the officer's drawer. */
export function nextDay({ branch }: Pick<Lending, 'branch'>, date: string): string {
  closeDay(branch)
  openDay(branch, date)
  const opened = branch.must('officer', {
    type: 'drawer.open',
    currency: branch.currency,
    counted: count([100000n, 20]),
  })
  return opened.created.drawerId ?? ''
}
