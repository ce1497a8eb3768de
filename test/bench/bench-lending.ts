import path from 'node:path'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { rate } from '../../core/money/rate.ts'
import { answerQuery, type BooksQuery } from '../../core/query/answer-query.ts'
import { dueDatesFrom } from '../../core/schedule/due-dates.ts'
import { makeSchedule } from '../../core/schedule/make-schedule.ts'
import type { ScheduleTerms } from '../../core/schedule/schedule-terms.ts'
import { rebuildProjections } from '../../core/storage/rebuild.ts'
import { openBare, summary } from './bench-posting.ts'
import { type GrownLending, repaymentOf } from './grown-lending.ts'
import { percentile, rounded } from './percentile.ts'

const warmUpRounds = 50

/** How many schedules are computed in a second, by their number of installments. */
export function benchSchedules(): readonly { readonly installments: number; readonly perSecond: number }[] {
  return [12, 52, 360].map(installments => {
    const terms = scheduleOf(installments)
    const startsAt = performance.now()
    let schedules = 0
    for (; performance.now() - startsAt < 1000; schedules++)
      makeSchedule(terms, [{ date: terms.startsOn, amountMinor: 1_000_000n + BigInt(schedules) }], [])
    return { installments, perSecond: Math.round((schedules * 1000) / (performance.now() - startsAt)) }
  })
}

function scheduleOf(installments: number): ScheduleTerms {
  const startsOn = businessDate('2026-03-02')
  const frequency = { every: 1, unit: installments === 52 ? ('weeks' as const) : ('months' as const) }
  return {
    algorithm: 'cumulative',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    balloonMinor: 0n,
    annualPercent: rate('24'),
    frequency,
    share: { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: true },
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    rounding: { mode: 'half-up', unitMinor: 1n, installmentMultipleMinor: 1n, installmentMode: 'half-up' },
    downPaymentPercent: rate('0'),
    startsOn,
    dueDates: dueDatesFrom({ startsOn }, installments, frequency),
  }
}

/** From the parsed command to the outcome; the time that it took, and the bytes that it became. */
function postOne({ branch }: GrownLending, command: JournalCommand): { ms: number; bytes: Uint8Array } {
  const begin = performance.now()
  const posting = executeJournalCommand(branch.books, branch.desk('officer'), journalCommandSchema.parse(command))
  const ms = performance.now() - begin
  if (!posting.ok) throw new Error(posting.refusal.type)
  const newest = branch.books.db.prepare('SELECT bytes FROM record ORDER BY position DESC LIMIT 1').pluck()
  return { ms, bytes: newest.get() as Uint8Array }
}

/** In each round a repayment, a deposit and the bare commit of the repayment's bytes, so that all meet the same disk. */
export function benchRepayment(folder: string, lending: GrownLending, rounds: number) {
  const { branch, loans, accounts, key } = lending
  const bare = openBare(path.join(folder, 'bare.db'), key)
  const times = { repayment: [] as number[], deposit: [] as number[], bare: [] as number[] }
  for (let round = -warmUpRounds; round < rounds; round++) {
    const place = (round + warmUpRounds) * 7919
    const loanId = loans[place % loans.length] ?? ''
    const repayment = postOne(lending, repaymentOf(branch, loanId, 100n))
    const deposit = postOne(lending, {
      type: 'savings.deposit',
      key: branch.environment.newId(),
      accountId: accounts[place % accounts.length] ?? '',
      amountMinor: 10_000n,
      currency: branch.currency,
    })
    const begin = performance.now()
    bare.insert(repayment.bytes)
    const bareMs = performance.now() - begin
    if (round < 0) continue
    times.repayment.push(repayment.ms)
    times.deposit.push(deposit.ms)
    times.bare.push(bareMs)
  }
  bare.close()
  const ratioAt = (part: number) => rounded(percentile(times.repayment, part) / percentile(times.bare, part), 2)
  return {
    repayment: summary(times.repayment),
    deposit: summary(times.deposit),
    bare: summary(times.bare),
    ratio: ratioAt(0.5),
    ratioP99: ratioAt(0.99),
  }
}

function timesOf({ branch }: GrownLending, rounds: number, ask: (place: number) => BooksQuery) {
  const desk = branch.desk('manager')
  const times: number[] = []
  for (let round = -warmUpRounds; round < rounds; round++) {
    const query = ask(round + warmUpRounds)
    const begin = performance.now()
    const answer = answerQuery(branch.books, desk, query, [])
    if (!answer.ok) throw new Error(answer.refusal.type)
    if (round >= 0) times.push(performance.now() - begin)
  }
  return { p50: rounded(percentile(times, 0.5), 2), p99: rounded(percentile(times, 0.99), 2) }
}

/** What the page of a loan asks, by how many repayments the loan has had. */
export const benchLoanPage = (lending: GrownLending) =>
  [...lending.histories].map(([repayments, loans]) => ({
    repayments,
    ...timesOf(lending, 200, place => ({ type: 'loan', loanId: loans[place % loans.length] ?? '' })),
  }))

/** Ageing and risk of all loans, today and on days on which most of them are late. */
export const benchPortfolio = (lending: GrownLending) => ({
  loans: lending.loans.length,
  now: timesOf(lending, 50, () => ({ type: 'portfolio', by: 'product', of: {} })),
  later: timesOf(lending, 50, place => ({
    type: 'portfolio',
    by: 'officer',
    of: {},
    asOf: addDays(lending.day, 40 + (place % 60)),
  })),
})

/** Everything made anew from the journal, with each loan replayed when it begins and at the end. */
export function benchRebuild({ branch, loans }: GrownLending) {
  const begin = performance.now()
  const rebuilt = rebuildProjections(branch.books)
  if (!rebuilt.ok) throw new Error(rebuilt.refusal.type)
  const ms = performance.now() - begin
  return { records: rebuilt.value, loans: loans.length, perSecond: Math.round((rebuilt.value * 1000) / ms) }
}
