import { assert, present } from '../assert.ts'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { isMonthEnd } from '../calendar/months.ts'
import { type Accrual, accrualSchema, openAccrual } from '../interest/accrual.ts'
import { accrueThrough, type BookedInterest, type InterestPosting } from '../interest/accrue.ts'
import { balanceChangeOf } from '../interest/deposit-interest.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import { interestTermsOf } from '../products/product-terms.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { AccountStep } from './account-step.ts'
import type { ClosePosting } from './close-posting.ts'
import { type ClosingAccount, closingMinor, movedOn } from './closing-account.ts'

/** Interest counted on to a day. */
export interface CountedInterest {
  readonly accrual: Accrual
  readonly booked: BookedInterest
  readonly postings: readonly InterestPosting[]
}

export const termsOf = ({
  account: { product, termFrom, overdraftLimitMinor },
  yearStartMonth,
}: ClosingAccount): InterestTerms | null =>
  interestTermsOf(product, { openedOn: termFrom, overdraftLimitMinor, yearStartMonth })

/** The state as it is stored, or that of an account of which no day is counted yet. */
export const accrualOf = ({ account, accrual }: ClosingAccount, terms: InterestTerms): Accrual =>
  accrual === null
    ? openAccrual(terms, { openedOn: account.termFrom, maturesOn: account.maturesOn })
    : accrualSchema.parse(JSON.parse(accrual))

/** The last day of a span of equal balances that begins on `day`: a movement ends it, and so does `last`. */
function equalThrough(at: ClosingAccount, day: BusinessDate, last: BusinessDate): BusinessDate {
  const [change] = movedOn(at, { from: addDays(day, 1), to: last })
  return change ? addDays(change, -1) : last
}

/** Counts every day from where the state stands through a day, with the balance that each closed with. Null when there is none. Rule: E3. */
export function countInterest(
  at: ClosingAccount,
  terms: InterestTerms,
  { from, through }: { readonly from: Accrual; readonly through: BusinessDate },
): CountedInterest | null {
  const lastDay = from.maturesOn && addDays(from.maturesOn, -1)
  const last = lastDay && lastDay < through ? lastDay : through
  if (from.through >= last) return null
  let accrual = from
  let postedMinor = 0n
  const booked = { interestMinor: 0n, overdraftInterestMinor: 0n }
  const postings: InterestPosting[] = []
  while (accrual.through < last) {
    const day = addDays(accrual.through, 1)
    const balanceMinor = closingMinor(at, day) + postedMinor
    const counted = accrueThrough(accrual, { through: equalThrough(at, day, last), balanceMinor }, terms)
    accrual = counted.accrual
    booked.interestMinor += counted.booked.interestMinor
    booked.overdraftInterestMinor += counted.booked.overdraftInterestMinor
    postings.push(...counted.postings)
    for (const posting of counted.postings) postedMinor += balanceChangeOf(posting)
  }
  return { accrual, booked, postings }
}

/**
 * Counts the date's interest, books what accrued, and posts what a period that ends comes to, with its tax. Under a product that books
 * by the month it counts on the month's last day, and when a period or the term ends. Rules: E3, E4, E5.
 */
export const accrueAccount: AccountStep = (at, date) => {
  const { account } = at
  const terms = termsOf(at)
  if (!terms) return null
  const from = accrualOf(at, terms)
  const counted = countInterest(at, terms, { from, through: date })
  if (!counted) return null
  const isMonthly = account.product.interest?.accrual === 'monthly'
  const isTermEnd = account.maturesOn !== null && counted.accrual.through === addDays(account.maturesOn, -1)
  if (isMonthly && !isMonthEnd(date) && !isTermEnd && counted.postings.length === 0) return null
  const { booked, postings } = counted
  const changed = changedParts(from, counted.accrual, date)
  if (!changed) return null
  return {
    facts: {
      accrual: at.accrual === null ? counted.accrual : changed,
      ...(booked.interestMinor === 0n ? {} : { interestMinor: booked.interestMinor }),
      ...(booked.overdraftInterestMinor === 0n ? {} : { overdraftInterestMinor: booked.overdraftInterestMinor }),
      ...(postings.length === 0 ? {} : { posted: postings.map(postedFact) }),
    },
    postings: [...bookedPostings(account, booked), ...postings.flatMap(one => postedPostings(account, one))],
    changeMinor: postings.reduce((sum, one) => sum + balanceChangeOf(one), 0n),
  }
}

const postedFact = ({ type, periodStart, periodEnd, exact, amountMinor, taxMinor }: InterestPosting) => ({
  type,
  from: periodStart,
  through: periodEnd,
  exact,
  amountMinor,
  taxMinor,
})

/** The whole state the first time. Null where nothing was earned or owed since: such days are counted with the next that matters. */
function changedParts(before: Accrual, after: Accrual, date: BusinessDate): Partial<Accrual> | null {
  const isSame = (name: keyof Accrual): boolean => JSON.stringify(after[name]) === JSON.stringify(before[name])
  const changed = accrualSchema.keyof().options.filter(name => name !== 'through' && !isSame(name))
  if (changed.length === 0) return null
  const named = after.through === date ? changed : ([...changed, 'through'] as const)
  return Object.fromEntries(named.map(name => [name, after[name]]))
}

const overdraftOf = ({ product }: SavingsAccount) =>
  present(product.kind === 'current' ? product.overdraft : undefined, 'overdraft interest comes from an overdraft')
const interestOf = ({ product }: SavingsAccount) =>
  present(product.interest, 'interest comes from a product that pays it')

/** Dr expense / Cr payable; Dr what the client owes / Cr income. */
export function bookedPostings(account: SavingsAccount, booked: BookedInterest): readonly ClosePosting[] {
  const { accountId, currency } = account
  const postings: ClosePosting[] = []
  if (booked.interestMinor !== 0n) {
    const { expenseAccount, payableAccount } = interestOf(account)
    postings.push({
      description: 'interest-accrued',
      debit: { account: expenseAccount },
      credit: { account: payableAccount },
      amountMinor: booked.interestMinor,
      currency,
    })
  }
  if (booked.overdraftInterestMinor !== 0n) {
    const { receivableAccount, incomeAccount } = overdraftOf(account)
    postings.push({
      description: 'overdraft-interest-accrued',
      debit: { account: receivableAccount, subAccount: accountId },
      credit: { account: incomeAccount },
      amountMinor: booked.overdraftInterestMinor,
      currency,
    })
  }
  return postings
}

/** Dr payable / Cr the account, and Dr the account / Cr tax; Dr the account / Cr what the client owes. */
export function postedPostings(
  account: SavingsAccount,
  { type, amountMinor, taxMinor }: Pick<InterestPosting, 'type' | 'amountMinor' | 'taxMinor'>,
): readonly ClosePosting[] {
  const { accountId, currency, controlAccount } = account
  const client = { account: controlAccount, subAccount: accountId }
  if (type === 'overdraft-interest') {
    const credit = { account: overdraftOf(account).receivableAccount, subAccount: accountId }
    return [{ description: 'overdraft-interest', debit: client, credit, amountMinor, currency }]
  }
  const { payableAccount, taxAccount } = interestOf(account)
  assert(taxMinor <= amountMinor, 'no more tax than interest')
  const interest = { debit: { account: payableAccount }, credit: client, amountMinor, currency }
  const tax = { debit: client, credit: { account: taxAccount }, amountMinor: taxMinor, currency }
  const paid: ClosePosting = { description: 'interest', ...interest }
  return taxMinor > 0n ? [paid, { description: 'tax-on-interest', ...tax }] : [paid]
}
