import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { allocationOrderNames } from '../../../core/loan-life/allocation-rules.ts'
import { checkNothingBuiltOn } from '../../../core/loans/built-on.ts'
import { happen } from '../../../core/loans/happen.ts'
import type { Loan } from '../../../core/loans/loan.ts'
import type { LoanEntry } from '../../../core/loans/loan-entry.ts'
import { incomeBases, noFigures } from '../../../core/loans/loan-figures.ts'
import { loanPlaces } from '../../../core/loans/loan-money.ts'
import { balancesOf, type LoanRole } from '../../../core/loans/loan-postings.ts'
import { checkStep } from '../../../core/loans/loan-states.ts'
import { standingEntries } from '../../../core/loans/standing-entries.ts'
import { datesOf } from '../../../core/loans/terms-of.ts'
import { rate } from '../../../core/money/rate.ts'
import type { LoanCharge } from '../../../core/products/loan-charge.ts'
import { amortizations } from '../../../core/schedule/schedule-terms.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const startsOn = businessDate('2026-03-02')
const money = { kind: 'drawer', drawerId: '01890a5d-ac96-774b-bcce-b302099a8057', balanceMinor: 0n } as const
const { accounts } = template.accounting

const recalculation = {
  rest: 'daily',
  advance: 'reduce-installment',
  compounding: 'none',
  lateInterest: 'every-period',
  payoff: 'to-the-day',
} as const

const lates = [
  { graceDays: 0 },
  { graceDays: 3, fee: { type: 'fixed', amountMinor: 500n } },
  { graceDays: 0, fee: { type: 'percent', percent: rate('2') }, penaltyAnnualPercent: rate('24') },
  { graceDays: 7, penaltyAnnualPercent: rate('9'), penaltyOn: 'principal' },
] as const

const premium: LoanCharge = {
  chargeId: 'life',
  name: 'Life',
  kind: 'insurance',
  amount: { type: 'percent', of: 'outstanding', percent: rate('0.7') },
  when: { type: 'each-installment' },
}

/** An approved loan of some terms. */
const anyLoan: fc.Arbitrary<Loan> = fc
  .record({
    interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
    amortization: fc.constantFrom(...amortizations),
    order: fc.constantFrom(...allocationOrderNames),
    basis: fc.constantFrom(...incomeBases),
    isRecalculated: fc.boolean(),
    late: fc.constantFrom(...lates),
    isInsured: fc.boolean(),
    principalMinor: fc.bigInt({ min: 10_000n, max: 900_000n }),
    installments: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ order, basis, isRecalculated, late, isInsured, principalMinor, installments, ...schedule }) => ({
    loanId: '01890a5d-ac96-774b-bcce-b302099a8058',
    number: 'L001-01-00001-0',
    groupId: null,
    clientId: '',
    product: {
      ...template,
      charges: isInsured ? [premium] : [],
      schedule: { ...template.schedule, ...schedule, ...(isRecalculated ? { interestMethod: 'declining' } : {}) },
      repayment: {
        ...template.repayment,
        allocation: { type: 'named', order },
        late,
        ...(isRecalculated ? { recalculation } : {}),
      },
    },
    currency: 'KES',
    state: 'approved',
    officer: '',
    submittedBy: null,
    appliedBy: [],
    paidOutBy: [],
    approvedBy: [],
    cycle: 1,
    agreement: {
      principalMinor,
      annualPercent: rate('24'),
      frequency: { every: 1, unit: 'months' },
      installments,
      plannedOn: startsOn,
    },
    dates: null,
    entries: [],
    booked: noFigures,
    basis,
    changedOn: startsOn,
    defaultedOn: null,
    nonAccrualOn: null,
    custodian: { logId: '', deviceCode: '' },
    custodyEpoch: 1,
  }))

interface Told {
  readonly loan: Loan
  /** Debits less credits by account of the ledger. */
  readonly ledger: ReadonlyMap<string, bigint>
}

function tell({ loan, ledger }: Told, added: readonly LoanEntry[], today: BusinessDate): Told {
  const dates = loan.dates ?? datesOf(loan.product, loan.agreement, startsOn, everyDayWorks)
  const { entries, body } = happen(loan, { added, description: 'loan-repayment', money, dates }, today)
  const booked = new Map(ledger)
  for (const { account, amountMinor } of entries.flatMap(({ lines }) => lines))
    booked.set(account, (booked.get(account) ?? 0n) + amountMinor)
  return {
    loan: { ...loan, dates, entries: [...loan.entries, ...added], booked: body.booked, state: body.state },
    ledger: booked,
  }
}

/** What is in the ledger is what the figures say, account by account. */
function expectAgreement({ loan, ledger }: Told): void {
  const said = new Map<string, bigint>()
  const place = loanPlaces(loan, money)
  for (const [role, minor] of balancesOf(loan.booked)) {
    const { account } = place(role as LoanRole)
    said.set(account, (said.get(account) ?? 0n) + minor)
  }
  for (const [account, minor] of ledger) expect([account, minor]).toEqual([account, said.get(account) ?? 0n])
}

const anyStep = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  back: fc.constantFrom(0, 0, 0, 5, 30),
  amountMinor: fc.bigInt({ min: 1n, max: 300_000n }),
  /** Which of those that there are. */
  nth: fc.nat({ max: 50 }),
  kind: fc.constantFrom(
    ...(['repaid', 'repaid', 'charged', 'charged', 'waived', 'interest-waived', 'penalties-waived'] as const),
    ...(['rescheduled', 'rescheduled', 'written-off', 'reversed', 'reversed', 'reversed'] as const),
  ),
})
type AnyStep = typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never

const stepOf = {
  repaid: 'repay',
  charged: 'charge',
  waived: 'waive',
  'interest-waived': 'waive',
  'penalties-waived': 'waive',
  rescheduled: 'reschedule',
  'written-off': 'write-off',
  reversed: 'reverse',
} as const

const pick = <T>(all: readonly T[], nth: number): readonly T[] => {
  const found = all[nth % (all.length || 1)]
  return found === undefined ? [] : [found]
}

/** What a step comes to where it is possible: what is waived, moved or reversed is one of those that may be. */
function entryOf(
  { loan }: Told,
  { kind, amountMinor, nth, days, back }: AnyStep,
  today: BusinessDate,
): readonly LoanEntry[] {
  if (!checkStep(loan.state, stepOf[kind]).ok) return []
  const head = { id: String(loan.entries.length), enteredOn: today, effectiveOn: today }
  const standing = standingEntries(loan.entries)
  switch (kind) {
    case 'repaid': {
      const wanted = addDays(today, -back)
      const effectiveOn = wanted < startsOn ? startsOn : wanted
      return [{ ...head, effectiveOn, type: kind, kind: 'repayment', amountMinor }]
    }
    case 'charged':
      return [{ ...head, type: kind, kind: 'fee', amount: { type: 'fixed', amountMinor }, dueOn: today }]
    case 'waived': {
      const waived = standing.flatMap(entry => (entry.type === 'waived' ? [entry.charge] : []))
      const open = standing.filter(({ type, id }) => type === 'charged' && !waived.includes(id))
      return pick(open, nth).map(({ id: charge }) => ({ ...head, type: kind, charge }))
    }
    case 'interest-waived':
    case 'penalties-waived':
      return [{ ...head, type: kind, amountMinor, dueOn: null }]
    case 'written-off':
      return [{ ...head, type: kind }]
    case 'rescheduled': {
      const { life } = happen(loan, { added: [], description: '', money }, today)
      const rows = life.installments.filter(row => row.kind === 'repayment' && row.metOn === null)
      return pick(rows, nth).map(({ dueOn: from }) => ({
        ...head,
        type: kind,
        from,
        to: addDays(from < today ? today : from, days + 1),
      }))
    }
    case 'reversed': {
      const free = standing.filter(entry => checkNothingBuiltOn(loan.entries, [entry]).ok)
      return pick(free, nth).map(({ id: event }) => ({ ...head, type: kind, event }))
    }
  }
}

test('[L31][L33][L38] whatever befalls a loan, the ledger holds what its figures say, and all of it reversed is nothing', () => {
  fc.assert(
    fc.property(anyLoan, fc.array(anyStep, { maxLength: 12 }), (loan, steps) => {
      let today = startsOn
      const { principalMinor: amountMinor } = loan.agreement
      const first = { id: '0', enteredOn: today, effectiveOn: today }
      let told = tell({ loan, ledger: new Map() }, [{ ...first, type: 'paid-out', amountMinor }], today)
      for (const step of steps) {
        today = addDays(today, step.days)
        const added = entryOf(told, step, today)
        if (added.length === 0) continue
        told = tell(told, added, today)
        expectAgreement(told)
      }
      for (const { id: event } of standingEntries(told.loan.entries).toReversed()) {
        const id = String(told.loan.entries.length)
        told = tell(told, [{ id, enteredOn: today, effectiveOn: today, type: 'reversed', event }], today)
        expectAgreement(told)
      }
      expect(told.loan.booked).toEqual(noFigures)
      expect([...told.ledger.values()].filter(minor => minor !== 0n)).toEqual([])
    }),
    { numRuns: 120, seed: 20260302 },
  )
})

test('[L31] what pays a loan off leaves nothing to any account of it, whatever its terms', () => {
  fc.assert(
    fc.property(anyLoan, fc.integer({ min: 1, max: 300 }), (loan, days) => {
      const { principalMinor: amountMinor } = loan.agreement
      const at = (on: BusinessDate) => ({ enteredOn: on, effectiveOn: on })
      const paidOut = tell(
        { loan, ledger: new Map() },
        [{ id: '0', ...at(startsOn), type: 'paid-out', amountMinor }],
        startsOn,
      )
      const today = addDays(startsOn, days)
      const { life } = happen(paidOut.loan, { added: [], description: '', money }, today)
      const payoff: LoanEntry = {
        id: '1',
        ...at(today),
        type: 'repaid',
        kind: 'repayment',
        amountMinor: life.payoffMinor,
      }
      const told = tell(paidOut, [payoff], today)
      expect(told.loan.state).toBe('paid-off')
      const own = [
        template.controlAccount,
        accounts.interestReceivable,
        accounts.unearnedInterest,
        accounts.overpayments,
      ]
      expect(own.map(account => told.ledger.get(account) ?? 0n)).toEqual([0n, 0n, 0n, 0n])
    }),
    { numRuns: 60, seed: 20260302 },
  )
})
