import { assert, present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Entry } from '../journal/record.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { nothing, type Portions, portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import { lifeOf } from './life-of.ts'
import { incomeBasis, type Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import {
  figuresLess,
  figuresOf,
  figuresOfEvent,
  figuresSum,
  type LoanFigures,
  negative,
  noFigures,
} from './loan-figures.ts'
import { type LoanMoney, loanPlaces } from './loan-money.ts'
import { loanEntries } from './loan-postings.ts'
import type { LoanHappened } from './loan-records.ts'
import { lostMinor } from './lost-minor.ts'
import { type LoanDates, termsOf } from './terms-of.ts'

/** What befalls a loan today. */
export interface Happening {
  readonly added: readonly LoanEntry[]
  /** What the entry that books it is called. */
  readonly description: string
  readonly money: LoanMoney | null
  /** Of the first disbursement: the days that count from now on. */
  readonly dates?: LoanDates
}

/** How the books and the loan stand once it has happened. */
export interface Happened {
  readonly entries: readonly Entry[]
  readonly body: LoanHappened
  readonly life: LoanLife
}

const stateBy: Readonly<Record<LoanLife['status'], LoanState>> = {
  'not-paid-out': 'approved',
  active: 'active',
  'charged-off': 'active',
  'written-off': 'written-off',
  settled: 'paid-off',
  overpaid: 'overpaid',
}

/** What is due next, an installment that is late included; null when nothing is owed. */
export function nextDue(
  life: Pick<LoanLife, 'installments'>,
): { readonly dueOn: BusinessDate; readonly amountMinor: bigint } | null {
  const next = life.installments.find(({ outstanding }) => portionsTotal(outstanding) > 0n)
  return next ? { dueOn: next.dueOn, amountMinor: portionsTotal(next.outstanding) } : null
}

/** What of a loan was due before the day and is owed, with what is due next from the day on; and what of it is lost. */
function lateAndLost(life: LoanLife, today: BusinessDate): Pick<LoanHappened, 'late' | 'lostMinor'> {
  const owed = life.installments.filter(({ outstanding }) => portionsTotal(outstanding) > 0n)
  const late = owed.filter(({ dueOn }) => dueOn < today)
  const next = nextDue({ installments: owed.filter(({ dueOn }) => dueOn >= today) })
  const amountMinor = sumMinor(late.map(({ outstanding }) => portionsTotal(outstanding)))
  return {
    ...(late.length > 0 ? { late: { amountMinor, ...(next ? { next } : {}) } } : {}),
    ...(life.status === 'written-off' ? { lostMinor: lostMinor(life) } : {}),
  }
}

/** What the added events change by themselves, whatever they change of what was counted before. */
function ownChange(added: readonly LoanEntry[], all: readonly LoanEntry[], before: LoanLife, after: LoanLife) {
  const own = added.map(entry => {
    if (entry.type !== 'reversed') return figuresOfEvent(after, entry)
    const reversed = present(
      all.find(({ id }) => id === entry.event),
      'a reversed event was entered',
    )
    return negative(figuresOfEvent(before, reversed))
  })
  return own.reduce<LoanFigures>(figuresSum, noFigures)
}

const isPlain = (added: readonly LoanEntry[], today: BusinessDate): boolean =>
  added.every(({ type, effectiveOn }) => type !== 'reversed' && type !== 'rescheduled' && effectiveOn === today)

function portionsOf(added: readonly LoanEntry[], life: LoanLife): Portions {
  const first = added.find(({ type }) => type !== 'charged') ?? added[0]
  return life.outcomes.find(({ event }) => event === first?.id)?.portions ?? nothing
}

/**
 * What happens to a loan, with the entries that bring the books to it: what time earned until today, what happens by itself, and what it
 * changed of what was booked before. Rules: L31, L33.
 */
export function happen(loan: Loan, { added, description, money, dates }: Happening, today: BusinessDate): Happened {
  const { product, agreement, booked } = loan
  const basis = incomeBasis(loan)
  const agreed = dates ?? loan.dates
  assert(agreed, 'what befalls a loan is paid out, or was')
  const terms = termsOf(product, agreement, agreed)
  const all = [...loan.entries, ...added]
  const lifeBefore = lifeOf(terms, loan.entries, today)
  const life = lifeOf(terms, all, today)
  const before = figuresOf(lifeBefore, loan.entries, today, basis)
  const after = figuresOf(life, all, today, basis)
  const own = isPlain(added, today) ? figuresLess(after, before) : ownChange(added, all, lifeBefore, life)
  const next = nextDue(life)
  return {
    life,
    entries: loanEntries({ booked, before, own, after, description }, loanPlaces(loan, money), loan.currency),
    body: {
      loanId: loan.loanId,
      entries: [...added] as LoanHappened['entries'],
      portions: portionsOf(added, life),
      overpaidMinor: life.overpaidMinor,
      outstanding: life.outstanding,
      ...(next ? { next } : {}),
      ...lateAndLost(life, today),
      booked: after,
      state: stateBy[life.status],
    },
  }
}
