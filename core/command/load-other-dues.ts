import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { type PaymentDue, paymentsOf } from '../loans/affordability.ts'
import { offeredLife } from '../loans/offered-life.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Books } from '../storage/books.ts'
import { approvedLoans, unmetInstallments } from '../storage/client-dues.ts'
import { loadLoan } from '../storage/loans.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { calendarOf } from '../storage/working-calendar.ts'

export interface OtherDue extends PaymentDue {
  readonly currency: CurrencyCode
}

interface Asked {
  readonly clientId: string
  /** The loan that is asked about. */
  readonly loanId: string
}

/**
 * What the other loans of a client ask for from a day on: what is owed of each installment, what is overdue on that day itself, and the
 * plans of those that are approved and not paid out. Rule: L52.
 */
export function otherDues({ db }: Pick<Books, 'db'>, asked: Asked, today: BusinessDate): readonly OtherDue[] {
  const owed = unmetInstallments(db, asked).map(({ dueOn, outstandingMinor, currency }) => ({
    dueOn: dueOn < today ? today : businessDate(dueOn),
    dueMinor: outstandingMinor,
    currency: currencyOf(currency),
  }))
  const approved = approvedLoans(db, asked).flatMap(loanId => {
    const loan = present(loadLoan(db, loanId), 'a listed loan is there')
    const { currency } = loan
    return paymentsOf(offeredLife(loan, calendarOf(db)).installments).map(due => ({ ...due, currency }))
  })
  return [...owed, ...approved]
}
