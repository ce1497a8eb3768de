import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { allocationOrderNames } from '../../../core/loan-life/allocation-rules.ts'
import { happen } from '../../../core/loans/happen.ts'
import type { Loan } from '../../../core/loans/loan.ts'
import type { LoanEntry } from '../../../core/loans/loan-entry.ts'
import { incomeBases, noFigures } from '../../../core/loans/loan-figures.ts'
import { loanPlaces } from '../../../core/loans/loan-money.ts'
import { balancesOf, type LoanRole } from '../../../core/loans/loan-postings.ts'
import { datesOf } from '../../../core/loans/terms-of.ts'
import { rate } from '../../../core/money/rate.ts'
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

/** An approved loan of some terms. */
const anyLoan: fc.Arbitrary<Loan> = fc
  .record({
    interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
    amortization: fc.constantFrom(...amortizations),
    order: fc.constantFrom(...allocationOrderNames),
    basis: fc.constantFrom(...incomeBases),
    isRecalculated: fc.boolean(),
    principalMinor: fc.bigInt({ min: 10_000n, max: 900_000n }),
    installments: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ order, basis, isRecalculated, principalMinor, installments, ...schedule }) => ({
    loanId: '01890a5d-ac96-774b-bcce-b302099a8058',
    number: 'L001-01-00001-0',
    clientId: '',
    product: {
      ...template,
      schedule: { ...template.schedule, ...schedule, ...(isRecalculated ? { interestMethod: 'declining' } : {}) },
      repayment: {
        ...template.repayment,
        allocation: { type: 'named', order },
        ...(isRecalculated ? { recalculation } : {}),
      },
    },
    currency: 'KES',
    state: 'approved',
    officer: '',
    submittedBy: null,
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
    custodian: { logId: '', deviceCode: '' },
    custodyEpoch: 1,
  }))

interface Told {
  readonly loan: Loan
  /** Debits less credits by account of the ledger. */
  readonly ledger: ReadonlyMap<string, bigint>
}

function tell({ loan, ledger }: Told, added: readonly LoanEntry[], today: BusinessDate): Told {
  const dates = loan.dates ?? datesOf(loan.product, loan.agreement, startsOn)
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
  kind: fc.constantFrom('repaid' as const, 'repaid' as const, 'charged' as const),
})

test('[L31][L33][L38] whatever befalls a loan, the ledger holds what its figures say, and all of it reversed is nothing', () => {
  fc.assert(
    fc.property(anyLoan, fc.array(anyStep, { maxLength: 8 }), (loan, steps) => {
      let today = startsOn
      const { principalMinor: amountMinor } = loan.agreement
      const at = (on: BusinessDate, effectiveOn: BusinessDate = on) => ({ enteredOn: on, effectiveOn })
      let told = tell({ loan, ledger: new Map() }, [{ id: '0', ...at(today), type: 'paid-out', amountMinor }], today)
      for (const { days, back, kind, amountMinor: minor } of steps) {
        today = addDays(today, days)
        const id = String(told.loan.entries.length)
        const wanted = addDays(today, -back)
        const on = wanted < startsOn ? startsOn : wanted
        const entry: LoanEntry =
          kind === 'repaid'
            ? { id, ...at(today, on), type: 'repaid', kind: 'repayment', amountMinor: minor }
            : {
                id,
                ...at(today),
                type: 'charged',
                kind: 'fee',
                amount: { type: 'fixed', amountMinor: minor },
                dueOn: today,
              }
        told = tell(told, [entry], today)
        expectAgreement(told)
      }
      for (const { id: event } of told.loan.entries.toReversed()) {
        const id = String(told.loan.entries.length)
        told = tell(told, [{ id, ...at(today), type: 'reversed', event }], today)
        expectAgreement(told)
      }
      expect(told.loan.booked).toEqual(noFigures)
      expect([...told.ledger.values()].filter(minor => minor !== 0n)).toEqual([])
    }),
    { numRuns: 60, seed: 20260302 },
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
