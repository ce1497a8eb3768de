import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import { type Period, periodOf } from '../../core/calendar/period.ts'
import type { Branch } from './branch.ts'
import { runNights } from './nights.ts'
import { seededRandom } from './seeded-random.ts'
import { countMonth, moveCash, openBankAccount } from './year/cash-moves.ts'
import { comeFirst, type Person, placeOrders, publishProducts } from './year/clients.ts'
import { type Counter, operate } from './year/counter.ts'
import { bookByHand, exchangeAll, publishRates } from './year/foreign.ts'
import { endMonth, endYear } from './year/month-ends.ts'
import { closeTill, type Draw, openTill } from './year/till.ts'

export interface BranchYear {
  readonly branch: Branch
  readonly accounts: readonly string[]
  readonly records: () => number
}

export interface YearOptions {
  /** How many records the year has, or a few more: the last operation and the last day are finished. */
  readonly records: number
  readonly clients?: number
  readonly firstDay?: BusinessDate
}

const workingDays = 261

/**
 * A year of a branch, day by day through the one way in. Its nights have interest with tax, fees, orders, maturities and sleeping
 * accounts; its days deposits, withdrawals, transfers, reversals, holds, closings, cash between drawers, vault and bank, over and short,
 * and the exchange of two more currencies, one without decimals and one with three; its months journals by hand, revaluation and
 * closing, and the year is closed twice. The same in every run.
 */
export function liveThroughYear(
  branch: Branch,
  { records: wanted, clients = 80, firstDay = businessDate('2026-01-01') }: YearOptions,
): BranchYear {
  const { books } = branch
  const records = (): number => books.db.prepare('SELECT max(position) FROM record').pluck().get() as number
  const draw = drawOf(20_260_101)
  const people: Person[] = []
  const bankAccountId = openBankAccount(branch)
  let date = firstDay
  for (let day = 0; day < workingDays; day++) {
    while (isWeekend(date)) date = addDays(date, 1)
    const counter: Counter = { branch, people, draw, date }
    beginDay(counter, firstDay)
    const till = openTill(branch, 'officer', branch.currency, 5_000_000n)
    if (day === 0) {
      for (let place = 0; place < clients; place++) people.push(...comeFirst(branch, place))
      placeOrders(branch, people, date)
    }
    const daysLeft = workingDays - day
    const operations = (wanted - records() - overheadPerDay * (daysLeft - 1)) / daysLeft
    if (day % 5 === 1) moveCash(branch, till, bankAccountId, draw)
    if (day % 2 === 1) exchangeAll(branch, draw, date)
    if (day % 3 === 0) bookByHand(branch, draw, { date, firstDay })
    for (const until = records() + operations; records() < until; ) operate(counter)
    const chance = draw(40)
    closeTill(branch, till, chance === 0 ? 1_000n : chance === 1 ? -1_000n : 0n)
    branch.must('officer', { type: 'day.close' }, 'manager')
    if (day % 9 > 0) runNights(branch)
    date = addDays(date, 1)
  }
  beginDay({ branch, people, draw, date }, firstDay)
  endYear(branch, monthBefore(date))
  return { branch, accounts: people.map(({ accountId }) => accountId), records }
}

/** Day and drawer, opened and closed, and the night. */
const overheadPerDay = 6

/** The nights that are due are made up for, on some days only after others have come; with a new month the last one is closed. */
function beginDay({ branch, draw, date }: Counter, firstDay: BusinessDate): void {
  const newest = branch.books.db.prepare('SELECT max(date) FROM business_day').pluck().get() as BusinessDate | null
  branch.environment.setClock(`${date}T05:00:00.000Z`)
  branch.must('officer', { type: 'day.open', date })
  if (date === firstDay) publishProducts(branch, firstDay)
  const isNewMonth = newest !== null && periodOf(newest) !== periodOf(date)
  if (newest === null || isNewMonth) publishRates(branch, draw, date)
  if (!isNewMonth) return
  runNights(branch)
  countMonth(branch, draw)
  endMonth(branch, periodOf(newest))
}

const monthBefore = (date: BusinessDate): Period => periodOf(addDays(businessDate(`${date.slice(0, 8)}01`), -1))

function drawOf(seed: number): Draw {
  const random = seededRandom(seed)
  return below => Math.floor(random() * below)
}

const isWeekend = (date: BusinessDate): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
