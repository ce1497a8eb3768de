import type { BusinessDate } from '../calendar/business-date.ts'
import { accruedOn } from '../loan-life/accrued-on.ts'
import type { LoanInstallment, LoanLife } from '../loan-life/loan-life.ts'
import { type Portions, portionsTotal, sumPortions } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { roundFraction } from '../money/fraction.ts'
import type { LoanEntry } from './loan-entry.ts'

/**
 * All that a loan has come to since its beginning, as the books need it: each figure adds up over the whole life, and none but by what
 * happens to the loan. `overpaid` alone is what stands.
 */
export const loanFigureNames = [
  'paidOut',
  'upfrontFees',
  'recognisedInterest',
  'recognisedFees',
  'recognisedPenalties',
  'paidPrincipal',
  'paidInterest',
  'paidFees',
  'paidPenalties',
  'waivedInterest',
  'waivedFees',
  'waivedPenalties',
  'writtenOffPrincipal',
  'writtenOffInterest',
  'writtenOffFees',
  'writtenOffPenalties',
  'overpaid',
  'recovered',
  'insurance',
] as const
export type LoanFigureName = (typeof loanFigureNames)[number]
export type LoanFigures = Readonly<Record<LoanFigureName, bigint>>

/** Income as it is earned, or when it is paid. */
export const incomeBases = ['accrual', 'cash'] as const
export type IncomeBasis = (typeof incomeBases)[number]

export const figuresFrom = (minorOf: (name: LoanFigureName) => bigint): LoanFigures =>
  Object.fromEntries(loanFigureNames.map(name => [name, minorOf(name)])) as LoanFigures

export const noFigures: LoanFigures = figuresFrom(() => 0n)

export const figuresSum = (one: LoanFigures, other: LoanFigures): LoanFigures =>
  figuresFrom(name => one[name] + other[name])

export const figuresLess = (one: LoanFigures, other: LoanFigures): LoanFigures =>
  figuresFrom(name => one[name] - other[name])

export const negative = (figures: LoanFigures): LoanFigures => figuresFrom(name => -figures[name])

/** What came in, less what went out: cash, or a client's savings, moved by so much. */
export const cashOf = (figures: LoanFigures): bigint =>
  figures.paidPrincipal +
  figures.paidInterest +
  figures.paidFees +
  figures.paidPenalties +
  figures.upfrontFees +
  figures.overpaid +
  figures.recovered -
  figures.paidOut

const lesserOf = (one: bigint, other: bigint): bigint => (one < other ? one : other)
const notNegative = (minor: bigint): bigint => (minor > 0n ? minor : 0n)

/** A loan on which nothing is owed has earned all it ever will. */
const isSettled = ({ status }: LoanLife): boolean => status === 'settled' || status === 'overpaid'

/** Of charges, what is due by the day, and what was settled of the rest before it was due. */
const recognisedCharges = (life: LoanLife, on: BusinessDate): Portions =>
  sumPortions(
    life.installments.map(({ dueOn, due, paid, waived, writtenOff }) =>
      dueOn <= on || isSettled(life) ? due : sumPortions([paid, waived, writtenOff]),
    ),
  )

/** Interest that was earned by the day, rounded as a whole and not day by day. */
const earnedMinor = (life: LoanLife, on: BusinessDate): bigint =>
  isSettled(life)
    ? sumMinor(life.installments.map(({ due }) => due.interest))
    : roundFraction(accruedOn(life.accrual, on), { mode: 'half-up', multipleMinor: 1n })

/** Of fees, what was collected for an insurer: of what stands of them, the insurer's part comes first. Rule: L81. */
function insuranceMinor(life: LoanLife, on: BusinessDate, basis: IncomeBasis): bigint {
  const standing = ({ dueOn, due, paid, waived }: LoanInstallment): bigint =>
    basis === 'accrual' && (dueOn <= on || isSettled(life)) ? due.fees - waived.fees : paid.fees
  return sumMinor(life.installments.map(one => lesserOf(one.insuranceMinor, standing(one))))
}

type UpfrontFigures = Pick<LoanFigures, 'paidOut' | 'upfrontFees'> & { readonly upfrontInsurance: bigint }

function paidOutMinor(life: LoanLife, entries: readonly LoanEntry[]): UpfrontFigures {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  let paidOut = 0n
  let upfrontFees = 0n
  let upfrontInsurance = 0n
  for (const { event, portions } of life.outcomes) {
    const entry = byId.get(event)
    if (entry?.type === 'paid-out') {
      paidOut += entry.amountMinor
      upfrontFees += entry.upfrontFeesMinor ?? 0n
      upfrontInsurance += entry.upfrontInsuranceMinor ?? 0n
    }
    if (entry?.type === 'refunded') paidOut += portions.principal
  }
  return { paidOut, upfrontFees, upfrontInsurance }
}

interface Totals {
  readonly paid: Portions
  readonly waived: Portions
  readonly writtenOff: Portions
  readonly recognised: Portions
}

/** On the cash basis income is what was paid: nothing of it is given up, for nothing of it was counted. */
function incomeFigures({ paid, waived, writtenOff, recognised }: Totals, basis: IncomeBasis) {
  if (basis === 'cash')
    return {
      recognisedInterest: paid.interest,
      recognisedFees: paid.fees,
      recognisedPenalties: paid.penalties,
      waivedInterest: 0n,
      waivedFees: 0n,
      waivedPenalties: 0n,
      writtenOffInterest: 0n,
      writtenOffFees: 0n,
      writtenOffPenalties: 0n,
    }
  const waivedInterest = lesserOf(waived.interest, notNegative(recognised.interest - paid.interest))
  const leftMinor = notNegative(recognised.interest - paid.interest - waivedInterest)
  return {
    recognisedInterest: recognised.interest,
    recognisedFees: recognised.fees,
    recognisedPenalties: recognised.penalties,
    waivedInterest,
    waivedFees: waived.fees,
    waivedPenalties: waived.penalties,
    writtenOffInterest: lesserOf(writtenOff.interest, leftMinor),
    writtenOffFees: writtenOff.fees,
    writtenOffPenalties: writtenOff.penalties,
  }
}

/**
 * What a life comes to in the books at the end of a day on which it was replayed. Interest that is given up counts as far as it was
 * recognised: what was never income is no loss. Rules: L31, L32.
 */
export function figuresOf(
  life: LoanLife,
  entries: readonly LoanEntry[],
  on: BusinessDate,
  basis: IncomeBasis,
): LoanFigures {
  const { installments } = life
  const paid = sumPortions(installments.map(one => one.paid))
  const writtenOff = sumPortions(installments.map(one => one.writtenOff))
  const recognised: Portions = { ...recognisedCharges(life, on), interest: earnedMinor(life, on) }
  const { paidOut, upfrontFees, upfrontInsurance } = paidOutMinor(life, entries)
  return {
    paidOut,
    upfrontFees,
    insurance: upfrontInsurance + insuranceMinor(life, on, basis),
    ...incomeFigures({ paid, writtenOff, recognised, waived: sumPortions(installments.map(one => one.waived)) }, basis),
    paidPrincipal: paid.principal,
    paidInterest: paid.interest,
    paidFees: paid.fees,
    paidPenalties: paid.penalties,
    writtenOffPrincipal: writtenOff.principal,
    overpaid: life.overpaidMinor,
    recovered: life.recoveredMinor,
  }
}

const figuresOfPaid = ({ principal, interest, fees, penalties }: Portions): LoanFigures => ({
  ...noFigures,
  paidPrincipal: principal,
  paidInterest: interest,
  paidFees: fees,
  paidPenalties: penalties,
})

/** What one event comes to by itself, but for the income that is recognised by it. */
export function figuresOfEvent(life: LoanLife, entry: LoanEntry): LoanFigures {
  const outcome = life.outcomes.find(({ event }) => event === entry.id)
  if (!outcome) return noFigures
  const { portions } = outcome
  const total = portionsTotal(portions)
  switch (entry.type) {
    case 'paid-out':
      return {
        ...figuresOfPaid(portions),
        paidOut: entry.amountMinor,
        upfrontFees: entry.upfrontFeesMinor ?? 0n,
        insurance: entry.upfrontInsuranceMinor ?? 0n,
        overpaid: -total,
      }
    case 'repaid': {
      const left = entry.amountMinor - total
      const isRecovery = life.status === 'written-off' && total === 0n
      return { ...figuresOfPaid(portions), ...(isRecovery ? { recovered: left } : { overpaid: left }) }
    }
    case 'refunded':
      return { ...noFigures, paidOut: portions.principal, overpaid: portions.principal - entry.amountMinor }
    default:
      return noFigures
  }
}
