import type { Database } from 'better-sqlite3'
import { addDays, type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import { lastDayOf, nextPeriod, periodOf } from '../calendar/period.ts'
import { sumMinor } from '../money/amount.ts'
import { fraction, roundFraction } from '../money/fraction.ts'
import { percentOf } from '../money/percent-of.ts'
import {
  dueByDay,
  type FellDue,
  fellDueBetween,
  type TurnoverByDay,
  turnoverBy,
} from '../storage/portfolio-turnover.ts'
import type { Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { distinct, portfolioNames } from './portfolio-answer.ts'
import type { DueDay, PeriodFigures, PeriodInCurrency } from './portfolio-answers.ts'
import type { Query } from './query.ts'

interface Span {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** The day before a period, the ends of the months that end in it before its last day, and its last day. */
function daysOfAverage({ from, to }: Span): readonly [before: BusinessDate, ...days: BusinessDate[]] {
  const ends: BusinessDate[] = []
  for (let month = periodOf(from); lastDayOf(month) < to; month = nextPeriod(month)) ends.push(lastDayOf(month))
  return [addDays(from, -1), ...ends, to]
}

/** What the loans had come to on each of these days, and what fell due in between. */
interface Read {
  readonly days: readonly (readonly Row<TurnoverByDay>[])[]
  readonly fellDue: readonly Row<FellDue>[]
}

const only = ({ days, fellDue }: Read, isOne: (row: { key: string; currency: string }) => boolean): Read => ({
  days: days.map(rows => rows.filter(isOne)),
  fellDue: fellDue.filter(isOne),
})

type Amount = Exclude<keyof Row<TurnoverByDay>, 'key' | 'currency'>

/** Rule: L60. */
function figuresOf({ days, fellDue }: Read, { from, to }: Span): PeriodFigures {
  const sum = (rows: readonly Row<TurnoverByDay>[] | undefined, of: Amount) =>
    sumMinor((rows ?? []).map(row => row[of]))
  const grew = (of: Amount) => sum(days.at(-1), of) - sum(days[0], of)
  const dueMinor = sumMinor(fellDue.map(row => row.dueMinor))
  const onTimeMinor = sumMinor(fellDue.map(row => row.onTimeMinor))
  const collectedMinor = grew('collectedMinor')
  const incomeMinor = grew('incomeMinor')
  const principalMinor = sumMinor(days.map(rows => sum(rows, 'principalMinor')))
  const dayCount = BigInt(daysBetween(from, to) + 1)
  const ofYear = { part: incomeMinor * 365n * BigInt(days.length), whole: principalMinor * dayCount }
  return {
    disbursedMinor: grew('paidOutMinor'),
    dueMinor,
    onTimeMinor,
    onTimePercent: percentOf(onTimeMinor, dueMinor),
    collectedMinor,
    repaymentPercent: percentOf(collectedMinor, dueMinor),
    incomeMinor,
    averageMinor: roundFraction(fraction(principalMinor, BigInt(days.length)), { mode: 'half-up', multipleMinor: 1n }),
    yieldPercent: percentOf(ofYear.part, ofYear.whole),
    writtenOffMinor: grew('writtenOffMinor'),
    recoveredMinor: grew('recoveredMinor'),
  }
}

/** What a period brought, in each currency, as a whole and told apart by one thing. Rule: L60. */
export function portfolioPeriodAnswer(
  db: Database,
  { from, to, by, of }: Extract<Query, { type: 'portfolio-period' }>,
): readonly PeriodInCurrency[] {
  if (to < from) return []
  const span = { from, to }
  const read: Read = {
    days: daysOfAverage(span).map(day => turnoverBy(db, by, day, of)),
    fellDue: fellDueBetween(db, by, span, of),
  }
  const all = [...read.days.flat(), ...read.fellDue]
  const nameOf = portfolioNames(db, by)
  return distinct(all.map(({ currency }) => currency)).map(currency => {
    const ours = only(read, row => row.currency === currency)
    const keys = distinct(all.flatMap(row => (row.currency === currency ? [row.key] : [])))
    return {
      currency: currencyOf(currency),
      total: figuresOf(ours, span),
      rows: keys.map(key => ({
        key,
        name: nameOf(key),
        figures: figuresOf(
          only(ours, row => row.key === key),
          span,
        ),
      })),
    }
  })
}

/** What falls due between two days and is not met, day by day. Rule: L60. */
export const portfolioDueAnswer = (
  db: Database,
  { from, to, of }: Extract<Query, { type: 'portfolio-due' }>,
): readonly DueDay[] =>
  dueByDay(db, { from, to }, of).map(({ dueOn, currency, ...day }) => ({
    dueOn: businessDate(dueOn),
    currency: currencyOf(currency),
    ...day,
  }))
