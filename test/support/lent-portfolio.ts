import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import type { LoanProduct } from '../../core/products/loan-product.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import { type Branch, makeBranch, openForBusiness } from './branch.ts'
import { nextDay } from './lent-books.ts'
import { draftLoan, loanOf } from './loans.ts'
import { templateProduct } from './products.ts'
import { seededRandom } from './seeded-random.ts'

const KES = 'KES' as const
const drawer = { kind: 'drawer' } as const
const { repayment, conditions } = templateProduct('loan')

/** Products that differ in what decides who is late: in which order money meets what is due, and whether interest follows payments. */
const products: readonly Partial<LoanProduct>[] = [
  {},
  { repayment: { ...repayment, allocation: { type: 'named', order: 'interest-principal-penalty-fee' } } },
  {
    repayment: {
      ...repayment,
      recalculation: {
        rest: 'daily',
        advance: 'reduce-installment',
        compounding: 'none',
        lateInterest: 'every-period',
        payoff: 'to-the-day',
      },
    },
  },
]

/**
 * Loans that live through some days as they come: paid in part, early, late and backdated, charged, moved, paid off by another,
 * written off, recovered, and reversed. `endOfDay` sees the branch on each.
 */
export function livePortfolio(
  { seed, loans: loanCount, days }: { readonly seed: number; readonly loans: number; readonly days: number },
  endOfDay: (branch: Branch, date: BusinessDate) => void,
): Branch {
  const random = seededRandom(seed)
  const pick = <const T>(some: readonly [T, ...T[]]): T => some[Math.floor(random() * some.length)] ?? some[0]
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const made: { readonly loanId: string; readonly records: { log: string; seq: number }[] }[] = []
  const applications = Array.from({ length: loanCount }, (_, place) => {
    const amountMinor = BigInt(300_000 + Math.floor(random() * 700_000))
    const loanId = draftLoan(branch, clientId, {
      product: { ...products[place % products.length], conditions: { ...conditions, approvalLevels: [{ people: 1 }] } },
      principalMinor: amountMinor,
      installments: 3 + Math.floor(random() * 3),
    })
    branch.must('teller', { type: 'loan.submit', loanId })
    branch.must('manager', { type: 'loan.approve', loanId })
    return { loanId, amountMinor }
  })
  let date = businessDate('2026-03-02')
  const deed = ({ loanId, records }: (typeof made)[number]): void => {
    const about = { loanId, currency: KES }
    const some = BigInt(20_000 + Math.floor(random() * 100_000))
    const due = branch.books.db
      .prepare('SELECT due_on FROM loan_installment WHERE loan_id = ? AND outstanding_minor > 0 ORDER BY number')
      .pluck()
      .all(loanId) as string[]
    const kind = pick([
      'repay',
      'repay',
      'repay',
      'repay',
      'backdate',
      'charge',
      'move',
      'write-off',
      'reverse',
      'payoff',
      'nothing',
    ])
    const repay = { type: 'loan.repay', ...about, from: drawer } as const
    const record = records.at(-1)
    const done = ((): Result<Outcome, Refusal> | null => {
      switch (kind) {
        case 'repay':
          return branch.execute('officer', { ...repay, amountMinor: some })
        case 'backdate':
          return branch.execute('officer', { ...repay, amountMinor: some, valueDate: addDays(date, -5) })
        case 'payoff':
          return branch.execute('officer', { ...repay, amountMinor: 1_200_000n })
        case 'charge':
          return branch.execute('manager', { type: 'loan.charge', ...about, kind: 'penalty', amountMinor: 5_000n })
        case 'move':
          return due[0] === undefined
            ? null
            : branch.execute('manager', {
                type: 'loan.reschedule',
                loanId,
                from: businessDate(due[0]),
                to: addDays(date, 20),
              })
        case 'write-off':
          return branch.execute('manager', { type: 'loan.write-off', loanId, note: 'gone' })
        case 'reverse':
          return record
            ? branch.execute('manager', { type: 'operation.reverse', record, reason: 'other' }, 'head-office')
            : null
        case 'nothing':
          return null
      }
    })()
    if (kind === 'reverse') records.pop()
    else if (done?.ok) records.push(done.value.record)
  }
  const payOut = ({ loanId, amountMinor }: (typeof applications)[number], day: number) => {
    const pays = { loanId, amountMinor, currency: KES, to: drawer } as const
    const old = made.find(one => loanOf({ branch, loanId: one.loanId }).state === 'active')
    const refinanced =
      day % 5 === 4 && old ? branch.execute('officer', { type: 'loan.refinance', ...pays, closes: old.loanId }) : null
    return refinanced?.ok ? [] : [branch.must('officer', { type: 'loan.disburse', ...pays }).record]
  }
  for (let day = 0; day < days; day++) {
    const next = applications[day]
    if (next) made.push({ loanId: next.loanId, records: payOut(next, day) })
    for (const one of made) if (random() < 0.3) deed(one)
    endOfDay(branch, date)
    date = addDays(date, 1 + Math.floor(random() * 20))
    nextDay({ branch }, date)
  }
  return branch
}
