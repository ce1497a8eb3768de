import { expect, test } from 'vitest'
import { type BusinessDate, businessDate, daysBetween } from '../../../core/calendar/business-date.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { standingEntries } from '../../../core/loans/standing-entries.ts'
import { termsOf } from '../../../core/loans/terms-of.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import type { Answers } from '../../../core/query/answers.ts'
import type { PortfolioFigures, PortfolioLoanRow } from '../../../core/query/portfolio-answers.ts'
import type { PortfolioLoansWhich } from '../../../core/query/portfolio-request.ts'
import { loadLoan } from '../../../core/storage/loans.ts'
import { type PortfolioWay, portfolioWays } from '../../../core/storage/portfolio-of.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { nextDay } from '../../support/lent-books.ts'
import { livePortfolio } from '../../support/lent-portfolio.ts'
import { paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

function answered<T extends BooksQuery['type']>(
  { books, desk }: Branch,
  query: Extract<BooksQuery, { type: T }>,
): Answers[T] {
  const answer = answerQuery(books, desk('manager'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as Answers[T]
}

const ask = (branch: Branch, by: PortfolioWay, asOf?: BusinessDate, of = {}) =>
  answered(branch, { type: 'portfolio', by, of, ...(asOf ? { asOf } : {}) })

/** Every page of the loans that a figure is made of. */
function opened(branch: Branch, asOf: BusinessDate, which: PortfolioLoansWhich) {
  const rows: PortfolioLoanRow[] = []
  for (let page = 0; ; page++) {
    const answer = answered(branch, { type: 'portfolio-loans', asOf, of: {}, which, page })
    rows.push(...answer.rows)
    if (!answer.hasMore) return rows
  }
}

const principalOf = (rows: readonly PortfolioLoanRow[]): bigint =>
  rows.reduce((sum, { principalMinor }) => sum + principalMinor, 0n)

/** Each figure is the sum of the loans that it opens, and no loan is late by other days than its bucket says. */
function expectOpens(branch: Branch, asOf: BusinessDate, { ageing, atRisk, ...figures }: PortfolioFigures): void {
  const open = opened(branch, asOf, { kind: 'open' })
  expect([open.length, principalOf(open)]).toEqual([figures.loans, figures.principalMinor])
  expect(open.reduce((sum, { arrearsMinor }) => sum + arrearsMinor, 0n)).toBe(figures.arrearsMinor)
  for (const { bucket, loans, principalMinor } of ageing) {
    const rows = opened(branch, asOf, { kind: 'bucket', bucket })
    expect([bucket, rows.length, principalOf(rows)]).toEqual([bucket, loans, principalMinor])
    for (const { daysPastDue } of rows) expect(bucketOf(daysPastDue)).toBe(bucket)
  }
  for (const { par, principalMinor } of atRisk)
    expect(principalOf(opened(branch, asOf, { kind: 'at-risk', par }))).toBe(principalMinor)
  expect(principalOf(opened(branch, asOf, { kind: 'restructured' }))).toBe(figures.restructured.principalMinor)
  expect(opened(branch, asOf, { kind: 'written-off' })).toHaveLength(figures.writtenOff.loans)
}

interface Counted {
  loans: number
  principal: bigint
  arrears: bigint
  buckets: Record<string, bigint>
  restructured: bigint
  writtenOff: bigint
}

const counted = ({
  loans,
  principalMinor,
  arrearsMinor,
  ageing,
  restructured,
  writtenOff,
}: PortfolioFigures): Counted => ({
  loans,
  principal: principalMinor,
  arrears: arrearsMinor,
  buckets: Object.fromEntries(ageing.flatMap(one => (one.loans > 0 ? [[one.bucket, one.principalMinor]] : []))),
  restructured: restructured.principalMinor,
  writtenOff: writtenOff.principalMinor,
})

/** Day by day past due, the name of the bucket, by a plain chain of questions. */
function bucketOf(days: number): string {
  if (days <= 0) return 'current'
  if (days <= 30) return '1-30'
  if (days <= 60) return '31-60'
  if (days <= 90) return '61-90'
  if (days <= 180) return '91-180'
  return days <= 365 ? '181-365' : 'over-365'
}

/** The portfolio counted loan by loan from replays of what is known now, with nothing of the tables that the query reads. */
function recount({ books: { db } }: Branch, on: BusinessDate): Counted {
  const sum: Counted = { loans: 0, principal: 0n, arrears: 0n, buckets: {}, restructured: 0n, writtenOff: 0n }
  const refinancing = db
    .prepare(
      "SELECT DISTINCT loan_id FROM loan_event e JOIN record r ON r.position = e.position WHERE r.type = 'loan.refinanced' AND body LIKE '%paid-out%'",
    )
    .pluck()
    .all() as string[]
  for (const loanId of db.prepare('SELECT loan_id FROM loan WHERE dates IS NOT NULL').pluck().all() as string[]) {
    const loan = loadLoan(db, loanId)
    if (!loan?.dates) throw new Error('a loan that is paid out has its days')
    const last = loan.entries.at(-1)?.enteredOn ?? on
    const { installments, status } = replayLoan(termsOf(loan.product, loan.agreement, loan.dates), loan.entries, last)
    for (const { writtenOff } of installments) sum.writtenOff += writtenOff.principal
    if (status !== 'active') continue
    let principal = 0n
    let oldest: BusinessDate | undefined
    for (const { dueOn, outstanding } of installments) {
      const { penalties, fees, interest } = outstanding
      const owed = outstanding.principal + interest + fees + penalties
      principal += outstanding.principal
      if (owed > 0n && (oldest === undefined || dueOn < oldest)) oldest = dueOn
      if (dueOn < on) sum.arrears += owed
    }
    const bucket = bucketOf(oldest === undefined ? 0 : daysBetween(oldest, on))
    const isMoved = standingEntries(loan.entries).some(({ type }) => type === 'rescheduled')
    sum.loans += 1
    sum.principal += principal
    sum.buckets[bucket] = (sum.buckets[bucket] ?? 0n) + principal
    if (isMoved || refinancing.includes(loanId)) sum.restructured += principal
  }
  return sum
}

const ledgerOn = ({ books: { db } }: Branch, date: BusinessDate): bigint =>
  db
    .prepare(
      "SELECT coalesce(sum(l.amount_minor), 0) FROM line l JOIN record r ON r.position = l.position WHERE l.account = '1210' AND l.booking_date <= ?",
    )
    .safeIntegers(true)
    .pluck()
    .get(date) as bigint

test.each([1, 2, 3, 4])(
  '[L58][L59][L60] a portfolio is as of each day what was counted on it loan by loan, and each figure opens its loans (%i)',
  seed => {
    const days: { readonly date: BusinessDate; readonly then: Counted }[] = []
    const branch = livePortfolio({ seed, loans: 8, days: 14 }, (at, date) => {
      const then = recount(at, date)
      const [now] = ask(at, 'product', date).currencies
      if (now) expect(counted(now.total)).toEqual(then)
      days.push({ date, then })
    })
    expect(days.some(({ then }) => Object.keys(then.buckets).length > 2)).toBe(true)
    for (const { date } of days) {
      const [known] = ask(branch, 'product', date).currencies
      if (known) expectOpens(branch, date, known.total)
    }
    for (const { date, then } of days)
      for (const by of portfolioWays) {
        const [known] = ask(branch, by, date).currencies
        if (!known) continue
        expect([date, by, counted(known.total)]).toEqual([date, by, then])
        expect(known.rows.reduce((sum, { figures }) => sum + figures.principalMinor, 0n)).toBe(then.principal)
        expect(ledgerOn(branch, date)).toBe(then.principal)
      }
    expectBooksToBalance(branch)
  },
)

test('[L59] at risk is the whole balance of a loan that is late, from the first day by 1, and after 30, 60 and 90 days by those', () => {
  const repayment = { ...templateProduct('loan').repayment, late: { graceDays: 0 } }
  const lending = paidOutLoan(makeBranch(), { installments: 3, product: { repayment } })
  const { branch } = lending
  const risk = (asOf: string) => ask(branch, 'product', businessDate(asOf)).currencies[0]?.total
  const atRisk = (asOf: string) => risk(asOf)?.atRisk.map(({ percent }) => percent)
  expect(atRisk('2026-04-02')).toEqual(['0.00', '0.00', '0.00', '0.00'])
  expect(atRisk('2026-04-03')).toEqual(['100.00', '0.00', '0.00', '0.00'])
  expect(atRisk('2026-05-02')).toEqual(['100.00', '0.00', '0.00', '0.00'])
  expect(atRisk('2026-05-03')).toEqual(['100.00', '100.00', '0.00', '0.00'])
  expect(atRisk('2026-06-01')).toEqual(['100.00', '100.00', '0.00', '0.00'])
  expect(atRisk('2026-06-02')).toEqual(['100.00', '100.00', '100.00', '0.00'])
  expect(risk('2026-05-03')?.arrearsMinor).toBe(346_755n + 346_755n)
  nextDay(lending, '2026-05-03')
  repay(lending, 346_755n)
  expect(atRisk('2026-05-03')).toEqual(['100.00', '0.00', '0.00', '0.00'])
  expect(atRisk('2026-05-02')).toEqual(['100.00', '0.00', '0.00', '0.00'])
  expect(risk('2026-03-01')).toBeUndefined()
  expectBooksToBalance(branch)
})

test('[L58] the portfolio is told apart by what is asked, of the loans that are asked for', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch } = lending
  const [{ rows } = { rows: [] }] = ask(branch, 'officer').currencies
  expect(rows.map(({ name, figures }) => [name, figures.loans, figures.principalMinor])).toEqual([
    ['Amina Yusuf', 1, 1_000_000n],
  ])
  const officer = rows[0]?.key ?? ''
  expect(ask(branch, 'cohort', undefined, { officer }).currencies[0]?.rows.map(({ key }) => key)).toEqual(['2026-03'])
  expect(ask(branch, 'cohort', undefined, { officer: branch.environment.newId() }).currencies).toEqual([])
  expect(ask(branch, 'cohort', undefined, { cohort: '2026-02' }).currencies).toEqual([])
  expectBooksToBalance(branch)
})

test('[L60] a period has what was paid out, what fell due, what came in of it or besides it, and what that yields', () => {
  const repayment = { ...templateProduct('loan').repayment, late: { graceDays: 0 } }
  const lending = paidOutLoan(makeBranch(), { installments: 3, product: { repayment } })
  const { branch } = lending
  const period = (from: string, to: string) =>
    answered(branch, {
      type: 'portfolio-period',
      from: businessDate(from),
      to: businessDate(to),
      by: 'officer',
      of: {},
    })
  const due = () =>
    answered(branch, {
      type: 'portfolio-due',
      from: businessDate('2026-04-01'),
      to: businessDate('2026-05-31'),
      of: {},
    }).map(({ dueOn, installments, outstandingMinor }) => [dueOn, installments, outstandingMinor])
  expect(due()).toEqual([
    ['2026-04-02', 1, 346_755n],
    ['2026-05-02', 1, 346_755n],
  ])
  nextDay(lending, '2026-04-02')
  repay(lending, 346_755n)
  nextDay(lending, '2026-05-20')
  repay(lending, 100_000n)
  expect(due()).toEqual([['2026-05-02', 1, 246_755n]])
  expect(period('2026-03-01', '2026-03-31')[0]?.total).toMatchObject({
    disbursedMinor: 1_000_000n,
    dueMinor: 0n,
    repaymentPercent: null,
    yieldPercent: '0.00',
    averageMinor: 500_000n,
  })
  const [months] = period('2026-04-01', '2026-05-31')
  expect(months?.total).toEqual({
    disbursedMinor: 0n,
    dueMinor: 693_510n,
    onTimeMinor: 346_755n,
    onTimePercent: '50.00',
    collectedMinor: 446_755n,
    repaymentPercent: '64.42',
    incomeMinor: 33_465n,
    averageMinor: 753_318n,
    yieldPercent: '26.58',
    writtenOffMinor: 0n,
    recoveredMinor: 0n,
  })
  expect(months?.rows.map(({ name, figures }) => [name, figures.collectedMinor])).toEqual([['Amina Yusuf', 446_755n]])
  expectBooksToBalance(branch)
})
