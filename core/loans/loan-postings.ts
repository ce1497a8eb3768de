import { assert } from '../assert.ts'
import { withLines } from '../journal/entry.ts'
import type { Entry, Line } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import {
  cashOf,
  figuresLess,
  figuresSum,
  type LoanFigureName,
  type LoanFigures,
  loanFigureNames,
  noFigures,
} from './loan-figures.ts'

/** The parts that accounts play for a loan. `money`: the drawer or the savings account that pays or is paid. */
export type LoanRole =
  | 'money'
  | 'principal'
  | 'interestReceivable'
  | 'feesReceivable'
  | 'penaltiesReceivable'
  | 'interestIncome'
  | 'feeIncome'
  | 'penaltyIncome'
  | 'unearnedInterest'
  | 'overpayments'
  | 'allowance'
  | 'interestWrittenOff'
  | 'feesWrittenOff'
  | 'penaltiesWrittenOff'
  | 'recoveries'
  | 'insurancePayable'

interface Sides {
  readonly debit: LoanRole
  readonly credit: LoanRole
}

const sides = (debit: LoanRole, credit: LoanRole): Sides => ({ debit, credit })

/**
 * What the books do when a figure of a loan grows, and the opposite when it shrinks: the whole accounting of loans. Interest that is
 * paid before it is earned is no receivable below zero: it stands on `unearnedInterest` until it is earned. Rule: L31.
 */
export const loanPostings: Readonly<Record<LoanFigureName, Sides>> = {
  paidOut: sides('principal', 'money'),
  upfrontFees: sides('money', 'feeIncome'),
  recognisedInterest: sides('interestReceivable', 'interestIncome'),
  recognisedFees: sides('feesReceivable', 'feeIncome'),
  recognisedPenalties: sides('penaltiesReceivable', 'penaltyIncome'),
  paidPrincipal: sides('money', 'principal'),
  paidInterest: sides('money', 'interestReceivable'),
  paidFees: sides('money', 'feesReceivable'),
  paidPenalties: sides('money', 'penaltiesReceivable'),
  waivedInterest: sides('interestIncome', 'interestReceivable'),
  waivedFees: sides('feeIncome', 'feesReceivable'),
  waivedPenalties: sides('penaltyIncome', 'penaltiesReceivable'),
  writtenOffPrincipal: sides('allowance', 'principal'),
  writtenOffInterest: sides('interestWrittenOff', 'interestReceivable'),
  writtenOffFees: sides('feesWrittenOff', 'feesReceivable'),
  writtenOffPenalties: sides('penaltiesWrittenOff', 'penaltiesReceivable'),
  overpaid: sides('money', 'overpayments'),
  recovered: sides('money', 'recoveries'),
  insurance: sides('feeIncome', 'insurancePayable'),
}

/** Where a role stands in the ledger; loans are sub-accounts of their control accounts. */
export type LoanPlaces = (role: LoanRole) => { readonly account: string; readonly subAccount?: string }

/** Debits less credits by role, for a change of figures that stood at `from`. */
function movedByRole(from: LoanFigures, change: LoanFigures): ReadonlyMap<LoanRole, bigint> {
  const moved = new Map<LoanRole, bigint>()
  const add = (role: LoanRole, minor: bigint) => moved.set(role, (moved.get(role) ?? 0n) + minor)
  for (const name of loanFigureNames) {
    add(loanPostings[name].debit, change[name])
    add(loanPostings[name].credit, -change[name])
  }
  const before = interestOwed(from)
  const after = interestOwed(figuresSum(from, change))
  moved.set('interestReceivable', positive(after) - positive(before))
  moved.set('unearnedInterest', positive(-before) - positive(-after))
  return moved
}

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n)

/** Recognised and not settled; below zero where it was paid before it was earned. */
const interestOwed = (figures: LoanFigures): bigint =>
  figures.recognisedInterest - figures.paidInterest - figures.waivedInterest - figures.writtenOffInterest

/** The lines of a change, one for each place in the ledger that it moves. */
function linesOf(from: LoanFigures, change: LoanFigures, places: LoanPlaces, currency: CurrencyCode): readonly Line[] {
  const lines = new Map<string, Line>()
  for (const [role, minor] of movedByRole(from, change)) {
    const place = places(role)
    const key = `${place.account}/${place.subAccount ?? ''}`
    const amountMinor = (lines.get(key)?.amountMinor ?? 0n) + minor
    lines.set(key, { ...place, amountMinor, currency })
  }
  return [...lines.values()].filter(({ amountMinor }) => amountMinor !== 0n)
}

/** From what is booked to what a loan has come to, in steps that stand in the books each by itself. */
export interface LoanChange {
  readonly booked: LoanFigures
  /** As of today, before what happens now: time alone has earned the difference. */
  readonly before: LoanFigures
  /** What happens now, by itself. */
  readonly own: LoanFigures
  readonly after: LoanFigures
  /** What the entry of what happens now is called. */
  readonly description: string
}

/**
 * The entries that bring what is booked to what a loan has come to: what happens now, what time earned before it, and whatever it changed
 * of what was booked before. Asserts that only what happens now moves money. Rules: L31, L33.
 */
export function loanEntries(
  { booked, before, own, after, description }: LoanChange,
  places: LoanPlaces,
  currency: CurrencyCode,
): readonly Entry[] {
  const earned = figuresLess(before, booked)
  const adjusted = figuresLess(figuresLess(after, before), own)
  for (const change of [earned, adjusted]) assert(cashOf(change) === 0n, 'only what happens now moves money')
  const steps = [
    { description, from: before, change: own },
    { description: 'loan-income', from: booked, change: earned },
    { description: 'loan-adjustment', from: figuresSum(before, own), change: adjusted },
  ]
  return steps.flatMap(step => changeEntry(step, places, currency))
}

/** A change of figures that stands in the books by itself. */
export interface FigureChange {
  readonly description: string
  readonly from: LoanFigures
  readonly change: LoanFigures
}

/** Its entry; none where nothing moves. */
export function changeEntry(
  { description, from, change }: FigureChange,
  places: LoanPlaces,
  currency: CurrencyCode,
): readonly Entry[] {
  const lines = linesOf(from, change, places, currency)
  return lines.length > 0 ? [withLines({ description }, lines)] : []
}

/** What the ledger holds for a loan on each role, debits less credits, when figures are booked. */
export const balancesOf = (figures: LoanFigures): ReadonlyMap<LoanRole, bigint> => movedByRole(noFigures, figures)
