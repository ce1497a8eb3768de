import { type BusinessDate, businessDate as dateOfText } from '../calendar/business-date.ts'
import type { OpenDayContext } from '../decision/context.ts'
import { converted } from '../foreign-exchange/day-rate.ts'
import type { LoanGroup, Standing } from '../loans/check-application.ts'
import type { Loan } from '../loans/loan.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { exposuresOf, guaranteesBy } from '../storage/exposure.ts'
import { groupMembers, longestOverdue } from '../storage/groups.ts'
import { standingGuarantees } from '../storage/loan-security.ts'
import { otherLoans } from '../storage/loans.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { foreignRate } from './foreign-rate.ts'

type Day = Pick<OpenDayContext, 'institution' | 'businessDate'>

/** An amount in another currency at the middle rate of the day, rounded up. Refuses rate-unknown. */
function inCurrency({ db }: Pick<Books, 'db'>, money: Money, into: CurrencyCode, day: Day): Result<bigint, Refusal> {
  if (money.currency === into || money.amountMinor === 0n) return ok(money.amountMinor)
  const own = day.institution.currency
  let { amountMinor, currency } = money
  for (const foreign of [currency, into].filter(one => one !== own)) {
    const rate = foreignRate(db, foreign, day)
    if (!rate) return refuse({ type: 'rate-unknown', currency: foreign })
    amountMinor = converted({ amountMinor, currency }, rate, 'mid', 'up')
    currency = currency === own ? foreign : own
  }
  return ok(amountMinor)
}

/** Amounts of any currencies together in one of them. Refuses rate-unknown. */
export function togetherIn(
  books: Pick<Books, 'db'>,
  amounts: readonly Money[],
  into: CurrencyCode,
  day: Day,
): Result<bigint, Refusal> {
  let sum = 0n
  for (const money of amounts) {
    const one = inCurrency(books, money, into, day)
    if (!one.ok) return one
    sum += one.value
  }
  return ok(sum)
}

/** Of a loan, or of one that might be asked for, whose it is. */
type AskedLoan = Pick<Loan, 'loanId' | 'clientId' | 'currency' | 'groupId'>

function groupOf({ db }: Books, { groupId, loanId }: AskedLoan, today: BusinessDate): LoanGroup | null {
  if (groupId === null) return null
  const overdue = longestOverdue(db, groupId, loanId, today)
  return {
    members: groupMembers(db, groupId).map(member => member.clientId),
    overdue: overdue && {
      number: overdue.number,
      name: overdue.name || overdue.clientNumber,
      since: dateOfText(overdue.dueOn),
      amountMinor: overdue.overdueMinor,
      currency: currencyOf(overdue.currency),
    },
  }
}

/** All that an application is judged by besides itself. `closes`: the loan that it pays off. Rules: L35, L47, L49, L50. */
export function standingOfClient(books: Books, loan: AskedLoan, day: Day, closes?: string): Standing {
  const { db } = books
  const { clientId, loanId, currency } = loan
  const others = exposuresOf(db, clientId).filter(one => one.loanId !== loanId && one.loanId !== closes)
  const owed = others.flatMap(one => [
    { amountMinor: one.owedMinor, currency: one.currency },
    { amountMinor: one.undrawnMinor, currency: one.currency },
  ])
  const guaranteed = guaranteesBy(db, clientId).map(one => ({
    amountMinor: one.coversMinor,
    currency: currencyOf(one.currency),
  }))
  return {
    cycle: otherLoans(db, clientId, loanId).loans + 1,
    owedMinor: togetherIn(books, owed, currency, day),
    guaranteedMinor: togetherIn(books, guaranteed, currency, day),
    guarantors: standingGuarantees(db, loanId).map(({ guarantorId }) => guarantorId),
    group: groupOf(books, loan, day.businessDate),
  }
}
