import type { Database } from 'better-sqlite3'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts'
import { firstDayOf, lastDayOf, type Period, period } from '../calendar/period.ts'
import { foundingOf, nextToClose } from '../command/load-periods.ts'
import type { Context } from '../decision/context.ts'
import { latestDay } from '../decision/days-of-context.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Money } from '../money/amount.ts'
import { checklist } from '../periods/checklist.ts'
import type { Earned } from '../periods/close-year.ts'
import { chartOf } from '../storage/chart.ts'
import { periodFacts } from '../storage/period-facts.ts'
import { closedPeriods, lateRecords } from '../storage/periods.ts'
import { branchRows } from '../storage/reference.ts'
import { earnedByBranch, standingClosings } from '../storage/years.ts'
import { journalRowAt } from './journal-answer.ts'
import type {
  BranchYearAnswer,
  ChecklistAnswer,
  FiscalYearAnswer,
  LateRecordRow,
  PeriodsAnswer,
} from './period-answers.ts'

/** Which periods are closed, by whom, and how each fiscal year stands in each branch. Rules: G12, G14. */
export function periodsAnswer(db: Database, context: Context): PeriodsAnswer {
  const { firstPeriod, startMonth } = foundingOf(db)
  const chart = chartOf(db)
  const next = nextToClose(db, context.closedThrough)
  const first = fiscalYearOf(firstDayOf(firstPeriod), startMonth).year
  const newest = fiscalYearOf(latestDay(context), startMonth).year
  const years = Array.from(
    { length: Math.max(newest - first, 0) + 1 },
    (_, back) => first + Math.max(newest - first, 0) - back,
  )
  return {
    next,
    fiscalYearStartMonth: startMonth,
    closed: closedPeriods(db)
      .map(({ month, actorName, recordedAt, logId, seq, late }) => ({
        period: period(month),
        actorName: actorName ?? '',
        closedAt: recordedAt,
        record: { log: logId, seq },
        late,
      }))
      .toReversed(),
    years: years.map(year => yearAnswer(db, chart, fiscalYear(year, startMonth), next)),
  }
}

function yearAnswer(db: Database, chart: Chart, year: FiscalYear, next: Period): FiscalYearAnswer {
  const isOver = next > year.lastPeriod
  const lastDay = lastDayOf(year.lastPeriod)
  const earnings = earnedByBranch(db, chart, lastDay)
  const closings = standingClosings(db).filter(closing => closing.year === year.year)
  const branches = branchRows(db).map(({ branchId, name }): BranchYearAnswer => {
    const earned = earnings.get(branchId) ?? []
    const closing = closings.find(one => one.branchId === branchId)
    const state = !isOver ? 'running' : !closing ? 'ready' : earned.length > 0 ? 'late' : 'closed'
    const ref: RecordRef | undefined = closing && { log: closing.logId, seq: closing.seq }
    return { branchId, branchName: name, state, results: results(earned), ...(ref ? { closing: ref } : {}) }
  })
  return { ...year, lastDay, branches }
}

/** Income is credited: what is left is the other way round. */
function results(earned: readonly Earned[]): readonly Money[] {
  const byCurrency = new Map<Money['currency'], bigint>()
  for (const { currency, rawMinor } of earned) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) - rawMinor)
  return [...byCurrency].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}

/** What stands against closing a period, or only wants to be looked at first. Rule: G13. */
export function checklistAnswer(db: Database, context: Context, asked: Period | undefined): ChecklistAnswer {
  const next = nextToClose(db, context.closedThrough)
  const meant = asked ?? next
  const items = checklist(periodFacts(db, meant, latestDay(context)))
  const isReady = items.every(({ state }) => state !== 'blocking')
  return { period: meant, isNext: meant === next, isReady, items }
}

const lateMax = 200

/** What came for a closed period after its closing, newest first; the newest of them where they are many. Rule: G11. */
export const lateRecordsAnswer = (db: Database, asked: Period | undefined): readonly LateRecordRow[] =>
  lateRecords(db, asked, lateMax).flatMap(({ position, month }) => {
    const row = journalRowAt(db, position)
    return row ? [{ ...row, period: period(month) }] : []
  })
