import { BrokenPromise, present } from '../assert.ts'
import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { withLines } from '../journal/entry.ts'
import type { Entry, Line } from '../journal/record.ts'
import { daysPastDue } from '../loan-life/arrears.ts'
import { earnedBy } from '../loans/earning.ts'
import { lifeOf } from '../loans/life-of.ts'
import { incomeBasis, type Loan } from '../loans/loan.ts'
import { figuresLess, figuresOf, type LoanFigures, loanFigureNames } from '../loans/loan-figures.ts'
import { loanPlaces } from '../loans/loan-money.ts'
import { changeEntry, type FigureChange } from '../loans/loan-postings.ts'
import { type LoanStanding, standingAfter } from '../loans/loan-standing.ts'
import { penaltyBy, recognisedPenalty } from '../loans/standing-penalty.ts'
import { termsOf } from '../loans/terms-of.ts'
import type { ClosedLoan } from './close-records.ts'
import type { ClosingLoan, EarningLoan } from './closing-loan.ts'

/** What the close of a date does to a loan. `facts`: null where it only counts interest, which the entries say. */
export interface ClosedLoanDay {
  readonly facts: ClosedLoan | null
  readonly entries: readonly Entry[]
}

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n)

/** What was paid before it was earned is no liability any more, the rest is receivable. Rule: L31. */
function interestLines({ loanId, product, currency, booked }: EarningLoan, earnedMinor: bigint): readonly Line[] {
  const { recognisedInterest, paidInterest, waivedInterest, writtenOffInterest } = booked
  const { interestReceivable, unearnedInterest, interestIncome } = product.accounting.accounts
  const before = recognisedInterest - paidInterest - waivedInterest - writtenOffInterest
  const after = before + earnedMinor
  return [
    { account: interestReceivable, subAccount: loanId, amountMinor: positive(after) - positive(before), currency },
    { account: unearnedInterest, subAccount: loanId, amountMinor: positive(-before) - positive(-after), currency },
    { account: interestIncome, amountMinor: -earnedMinor, currency },
  ]
}

function penaltyLines({ loanId, product, currency }: EarningLoan, addedMinor: bigint): readonly Line[] {
  const { penaltiesReceivable, penaltyIncome } = product.accounting.accounts
  return [
    { account: penaltiesReceivable, subAccount: loanId, amountMinor: addedMinor, currency },
    { account: penaltyIncome, amountMinor: -addedMinor, currency },
  ]
}

/** The interest of one more day, and its penalty. Rules: E18, E23. */
function countDay(loan: EarningLoan, date: BusinessDate): ClosedLoanDay {
  const { loanId, epoch, product, earning, late, booked } = loan
  const { recognisedInterest, recognisedPenalties } = booked
  const earnedMinor = earning ? earnedBy(earning, date) - recognisedInterest : 0n
  const costMinor = late ? recognisedPenalty(penaltyBy(late.penalty, date), product) - recognisedPenalties : 0n
  const lines = [...interestLines(loan, earnedMinor), ...penaltyLines(loan, costMinor)]
  const moved = lines.filter(({ amountMinor }) => amountMinor !== 0n)
  const changed = {
    ...(earnedMinor === 0n ? {} : { recognisedInterest: recognisedInterest + earnedMinor }),
    ...(costMinor === 0n ? {} : { recognisedPenalties: recognisedPenalties + costMinor }),
  }
  return {
    facts: late && {
      loanId,
      epoch,
      ...(moved.length === 0 ? {} : { booked: changed }),
      daysPastDue: daysBetween(late.since, date),
    },
    entries: moved.length === 0 ? [] : [withLines({ description: 'loan-income' }, moved)],
  }
}

const bookedFacts = (before: LoanFigures, after: LoanFigures): Pick<ClosedLoan, 'booked'> => {
  const changed = loanFigureNames.filter(name => before[name] !== after[name])
  return changed.length === 0 ? {} : { booked: Object.fromEntries(changed.map(name => [name, after[name]])) }
}

const standingFacts = (before: LoanStanding, after: LoanStanding): Partial<LoanStanding> => ({
  ...(before.defaultedOn === after.defaultedOn ? {} : { defaultedOn: after.defaultedOn }),
  ...(before.nonAccrualOn === after.nonAccrualOn ? {} : { nonAccrualOn: after.nonAccrualOn }),
})

/** What time brought by the basis of before, and what another basis from now on takes back or brings again. */
function changesOf(loan: Loan, standing: LoanStanding, at: (basis: Loan['basis']) => LoanFigures) {
  const [basis, nextBasis] = [incomeBasis(loan), incomeBasis({ ...loan, ...standing })]
  const earned = at(basis)
  const after = basis === nextBasis ? earned : at(nextBasis)
  const changes: readonly FigureChange[] = [
    { description: 'loan-income', from: loan.booked, change: figuresLess(earned, loan.booked) },
    {
      description: nextBasis === 'cash' ? 'loan-income-suspended' : 'loan-income-resumed',
      from: earned,
      change: figuresLess(after, earned),
    },
  ]
  return { after, changes }
}

/**
 * Brings the books of a loan to the end of a date, and says how it stands by how late it was that night. What befell it on a later day,
 * before the date was closed, is in the books already and is not taken out of them. Rules: E18, E20, L57.
 */
function closeLoanDay(loan: Loan, date: BusinessDate): ClosedLoanDay {
  const { loanId, custodyEpoch: epoch, product, agreement, entries, currency, changedOn } = loan
  const terms = termsOf(product, agreement, present(loan.dates, 'what is owed was paid out'))
  const isTouchedLater = changedOn > date
  const asOf = isTouchedLater ? changedOn : date
  const life = lifeOf(terms, entries, asOf)
  const then = isTouchedLater
    ? lifeOf(
        terms,
        entries.filter(({ enteredOn }) => enteredOn <= date),
        date,
      )
    : life
  const late = daysPastDue(then.installments, date)
  const standing = standingAfter(loan, late, date)
  const { after, changes } = changesOf(loan, standing, basis => figuresOf(life, entries, asOf, basis))
  return {
    facts: {
      loanId,
      epoch,
      ...bookedFacts(loan.booked, after),
      ...(late > 0 ? { daysPastDue: late } : {}),
      ...standingFacts(loan, standing),
    },
    entries: changes.flatMap(change => changeEntry(change, loanPlaces(loan, null), currency)),
  }
}

const failureLengthMax = 120

/** What the close of a date does to a loan; where it cannot be counted it is named, moves nothing, and is tried again. Rule: E9. */
export function closeLoanOrName(closing: ClosingLoan, date: BusinessDate): ClosedLoanDay {
  if (closing.type === 'earns') return countDay(closing.loan, date)
  const { loanId, custodyEpoch: epoch } = closing.loan
  try {
    return closeLoanDay(closing.loan, date)
  } catch (fault) {
    const failed = fault instanceof BrokenPromise ? fault.message : 'not-countable'
    return { facts: { loanId, epoch, failed: failed.slice(0, failureLengthMax) }, entries: [] }
  }
}
