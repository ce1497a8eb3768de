import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { lifeOf } from '../../../core/loans/life-of.ts'
import { incomeBasis } from '../../../core/loans/loan.ts'
import { figuresOf } from '../../../core/loans/loan-figures.ts'
import { termsOf } from '../../../core/loans/terms-of.ts'
import { rate } from '../../../core/money/rate.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { type Lending, late, lendBeside, loanOf, noLateness, paidOutLoan, repay } from '../../support/loans.ts'
import { closeDay, openDay, runNights } from '../../support/nights.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const fee = { type: 'fixed', amountMinor: 5_000n } as const

/** What lateness costs, day by day and otherwise. */
const costs = [
  late({ graceDays: 0, penaltyAnnualPercent: rate('12') }),
  late({ graceDays: 3, fee, penaltyAnnualPercent: rate('7.3') }),
  late({ graceDays: 5, penaltyAnnualPercent: rate('24'), penaltyOn: 'principal' }),
  late({ graceDays: 40, penaltyAnnualPercent: rate('9') }),
]

/** What the tables hold of a loan. */
const rowsOf = ({ branch: { books }, loanId }: Lending) => ({
  loan: books.db
    .prepare(
      'SELECT principal_minor, interest_minor, fees_minor, penalties_minor, oldest_due_minor FROM loan WHERE loan_id = ?',
    )
    .raw()
    .get(loanId),
  plan: books.db
    .prepare('SELECT penalties_minor, outstanding_minor FROM loan_installment WHERE loan_id = ? ORDER BY number')
    .raw()
    .all(loanId),
})

const quietUntil = ({ branch: { books }, loanId }: Lending) =>
  books.db.prepare('SELECT quiet_until FROM loan WHERE loan_id = ?').pluck().get(loanId)

/** A replay of the night says what is booked, and what the tables hold. */
function expectReplayed(lending: Lending, on: BusinessDate): void {
  const loan = loanOf(lending)
  const { product, agreement, dates, entries, booked } = loan
  if (!dates) throw new Error('nothing is paid out')
  const life = lifeOf(termsOf(product, agreement, dates), entries, on)
  expect([on, booked]).toEqual([on, figuresOf(life, entries, on, incomeBasis(loan))])
  const { principal, interest, fees, penalties } = life.outstanding
  const oldest = life.installments.find(({ outstanding }) => portionsTotal(outstanding) > 0n)
  const oldestMinor = oldest ? portionsTotal(oldest.outstanding) : 0n
  expect(rowsOf(lending)).toEqual({
    loan: [principal, interest, fees, penalties, oldestMinor].map(Number),
    plan: life.installments.map(row => [Number(row.due.penalties), Number(portionsTotal(row.outstanding))]),
  })
}

function nightly(branch: Lending['branch'], date: BusinessDate): void {
  closeDay(branch)
  openDay(branch, addDays(date, 1))
  const counted = [{ faceMinor: 100_000n, pieces: 9 }]
  branch.must('officer', { type: 'drawer.open', currency: branch.currency, counted })
  runNights(branch)
}

test('[E23] being late costs night by night what a replay of the night says, and only some nights need one', () => {
  const random = seededRandom(8)
  const lending = paidOutLoan(makeBranch(), { product: noLateness })
  const all = costs.map(product => ({ ...lending, loanId: lendBeside(lending, { product, installments: 4 }) }))
  const { branch } = lending
  let quietNights = 0
  for (let date = businessDate('2026-03-02'); date < '2026-05-25'; date = addDays(date, 1)) {
    for (const one of all)
      if (date > '2026-04-06' && random() < 0.03) repay(one, BigInt(10_000 + Math.floor(random() * 150_000)))
    nightly(branch, date)
    for (const one of all) {
      expectReplayed(one, date)
      if (quietUntil(one) !== null && loanOf(one).booked.recognisedPenalties > 0n) quietNights += 1
    }
  }
  expect(quietNights).toBeGreaterThan(60)
  expectBooksToBalance(branch)
})
