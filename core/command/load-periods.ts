import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts'
import { firstDayOf, lastDayOf, nextPeriod, type Period, periodOf } from '../calendar/period.ts'
import type { Context } from '../decision/context.ts'
import { latestDay } from '../decision/days-of-context.ts'
import { checklist } from '../periods/checklist.ts'
import type { ClosedPeriods, PeriodEnd } from '../periods/close-period.ts'
import type { ClosedYear, YearEnd } from '../periods/close-year.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { periodFacts } from '../storage/period-facts.ts'
import { branchRows, institutionRow } from '../storage/reference.ts'
import { closingOf, earnedAt, standingClosings } from '../storage/years.ts'
import type { CommandOf } from './command.ts'

type Db = Books['db']

/** When the institution began, and with which month its fiscal years do. */
export function foundingOf(db: Db): { readonly firstPeriod: Period; readonly startMonth: number } {
  const { foundedOn, fiscalStartMonth } = present(institutionRow(db), 'the institution is founded')
  return { firstPeriod: periodOf(businessDate(foundedOn)), startMonth: fiscalStartMonth }
}

/** The oldest period that is open: the one after the last that was closed, or the institution's first. */
export const nextToClose = (db: Db, closedThrough: Period | null): Period =>
  closedThrough ? nextPeriod(closedThrough) : foundingOf(db).firstPeriod

export const loadPeriodEnd = (
  { db }: Books,
  { period }: CommandOf<'period.close'>,
  context: Context,
): Result<PeriodEnd, Refusal> =>
  ok({
    next: nextToClose(db, context.closedThrough),
    items: checklist(periodFacts(db, period, latestDay(context))),
  })

export function loadClosedPeriods(
  { db }: Books,
  { period }: CommandOf<'period.reopen'>,
  { closedThrough }: Context,
): Result<ClosedPeriods, Refusal> {
  const { year } = fiscalYearOf(firstDayOf(period), foundingOf(db).startMonth)
  const isClosed = standingClosings(db).some(closing => closing.year >= year)
  return ok({ last: closedThrough, closedYear: isClosed ? year : null })
}

/** Refuses branch-unknown. */
export function loadYearEnd(
  { db }: Books,
  command: CommandOf<'year.close'>,
  context: Context,
): Result<YearEnd, Refusal> {
  const branchId = branchMeant(db, command, context)
  if (branchId === null) return refuse({ type: 'branch-unknown' })
  const meant = fiscalYear(command.year, foundingOf(db).startMonth)
  return ok({
    fiscalYear: meant,
    branchId,
    nextPeriod: nextToClose(db, context.closedThrough),
    isClosed: closingOf(db, command.year, branchId) !== null,
    laterClosed: laterClosing(db, command.year, branchId),
    earned: earnedIn(db, meant, branchId),
  })
}

/** Refuses branch-unknown. */
export function loadClosedYear(
  { db }: Books,
  command: CommandOf<'year.reopen'>,
  context: Context,
): Result<ClosedYear, Refusal> {
  const branchId = branchMeant(db, command, context)
  if (branchId === null) return refuse({ type: 'branch-unknown' })
  const { year } = command
  return ok({ branchId, closing: closingOf(db, year, branchId), laterClosed: laterClosing(db, year, branchId) })
}

/** What a branch's accounts of income and expenses still have at the end of a year. */
const earnedIn = (db: Db, { lastPeriod }: FiscalYear, branchId: string) =>
  earnedAt(db, chartOf(db), { date: lastDayOf(lastPeriod), branchId })

function branchMeant(db: Db, { branchId }: { readonly branchId?: string | undefined }, { branch }: Context) {
  const meant = branchId ?? branch.branchId
  return branchRows(db).some(row => row.branchId === meant) ? meant : null
}

const laterClosing = (db: Db, year: number, branchId: string): number | null =>
  standingClosings(db).find(closing => closing.branchId === branchId && closing.year > year)?.year ?? null
