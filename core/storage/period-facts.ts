import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { BusinessDate } from '../calendar/business-date.ts'
import { lastDayOf, type Period } from '../calendar/period.ts'
import { watchedAccounts } from '../ledger/posting-accounts.ts'
import { dueDates } from '../manual-journals/recurrence.ts'
import type { Money } from '../money/amount.ts'
import type { PeriodFacts } from '../periods/checklist.ts'
import { accountsToClose, newestClose } from './close-of-business.ts'
import { deviceRows } from './devices.ts'
import { unrevaluedPositions } from './fx-positions.ts'
import { recurringJournals } from './journal-templates.ts'
import { type LedgerTotals, ledgerTotalsAsOf } from './ledger-as-of.ts'
import { ownUnsentUpTo } from './own-unsent.ts'
import { provisionsAsOf } from './provision.ts'
import { provisionPolicyOn } from './provision-postings.ts'
import { logById } from './records.ts'
import { ownLog } from './reference.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import { drawersUncountedBy, vaultsUncountedIn } from './uncounted-cash.ts'

type Counts = { open_days: number; open_approvals: number; waiting_records: number }

/** A device that was revoked ends no day and decides no request any more; what it kept is another's. */
const belongs = sql<boolean>`NOT EXISTS (SELECT 1 FROM device JOIN log USING (log_id)
  WHERE log.log_no = own_log_no AND device.revoked_position IS NOT NULL)`

const counts = prepared<{ lastDay: string }, Counts>((db, param) =>
  db.selectNoFrom([
    sql<number>`(SELECT count(*) FROM (SELECT log_no AS own_log_no, date, closed_position FROM business_day)
        WHERE date <= ${param('lastDay')} AND closed_position IS NULL AND ${belongs})`.as('open_days'),
    sql<number>`(SELECT count(*) FROM (
        SELECT record.log_no AS own_log_no, record.business_date AS date FROM approval
        JOIN record ON record.position = approval.request_position
        WHERE approval.decided_position IS NULL AND approval.command_type <> 'period.close')
        WHERE date <= ${param('lastDay')} AND ${belongs})`.as('open_approvals'),
    sql<number>`(SELECT count(*) FROM pending_record) + (SELECT count(*) FROM quarantined_record)`.as(
      'waiting_records',
    ),
  ]),
)

/** A due date more than so many behind the first makes no difference to whether a period may be closed. */
const dueCounted = 100

/** All that is looked at before a period is closed. */
export function periodFacts(db: Database, period: Period, today: BusinessDate): PeriodFacts {
  const lastDay = lastDayOf(period)
  const found = counts.get(db, { lastDay })
  const totals = ledgerTotalsAsOf(db, { date: lastDay, basis: 'value' })
  const own = ownLog(db)?.logId
  const due = recurringJournals(db)
    .filter(({ isStopped }) => !isStopped)
    .flatMap(({ recurrence, posted }) => dueDates(recurrence, posted, { upTo: lastDay, limit: dueCounted }))
  const silent = deviceRows(db).filter(
    ({ logId, revokedPosition, lastRecordedAt }) =>
      logId !== own && revokedPosition === null && (lastRecordedAt ?? '').slice(0, 10) <= lastDay,
  )
  return {
    lastDay,
    today,
    openDays: found?.openDays ?? 0,
    uncountedDrawers: drawersUncountedBy(db, lastDay),
    uncountedVaults: vaultsUncountedIn(db, period),
    openApprovals: found?.openApprovals ?? 0,
    dueRecurring: due.length,
    dueCloses: deviceRows(db).filter(({ logId }) => isCloseDue(db, logId, lastDay)).length,
    clearing: balancesOf(totals, watchedAccounts.clearing),
    unrevalued: unrevaluedPositions(db, lastDay),
    unprovided: unprovided(db, lastDay),
    inTransit: balancesOf(totals, watchedAccounts.inTransit),
    suspense: balancesOf(totals, watchedAccounts.suspense),
    silentDevices: silent.length,
    waitingRecords: found?.waitingRecords ?? 0,
    unsent: ownUnsentUpTo(db, lastDay),
  }
}

/** Of each branch and allowance account by itself: what one has too much another still lacks. Rule: L63. */
const unprovided = (db: Database, lastDay: BusinessDate): readonly Money[] =>
  provisionsAsOf(db, lastDay, provisionPolicyOn(db, lastDay))
    .filter(({ differenceMinor }) => differenceMinor !== 0n)
    .map(({ currency, differenceMinor }) => ({ currency, amountMinor: differenceMinor }))

/** Whether a log keeps accounts whose last day of the period was not gone through, as far as its records are here. */
function isCloseDue(db: Database, log: string, lastDay: BusinessDate): boolean {
  if (accountsToClose(db, { log, after: null, date: lastDay, limit: 1 }).length === 0) return false
  const logNo = logById(db, log)?.logNo
  const newest = logNo === undefined ? null : newestClose(db, logNo)
  return newest === null || newest.date < lastDay || (newest.date === lastDay && newest.isLast === 0)
}

/** What is not zero on the accounts, over all branches, debits positive. */
const balancesOf = (totals: readonly LedgerTotals[], accounts: readonly string[]): readonly Money[] =>
  totals
    .filter(row => accounts.includes(row.account) && row.debitMinor !== row.creditMinor)
    .map(({ currency, debitMinor, creditMinor }) => ({
      currency: currencyOf(currency),
      amountMinor: debitMinor - creditMinor,
    }))
