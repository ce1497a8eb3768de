import type { Database } from 'better-sqlite3'
import { addDays, type BusinessDate, businessDate, firstDayEver, lastDayEver } from '../calendar/business-date.ts'
import { prepared } from './run.ts'

/** No device's day is further than this from another's without who oversees: what is older than that before a count was before it. */
const daysApartMax = 31

type Span = { vaultId: string; currency: string; from: string; to: string; countedTo: string }

const lastCounted = prepared<{ vaultId: string; currency: string; countedTo: string }, { date: string }>((db, param) =>
  db
    .selectFrom('cash_count')
    .select('date')
    .where('place', '=', param('vaultId'))
    .where('currency', '=', param('currency'))
    .where('date', '<=', param('countedTo'))
    .orderBy('date', 'desc')
    .limit(1),
)

/**
 * The logs whose newest move in a vault nobody counted after it. In one log the order is the log's own; between two devices nothing but
 * dates and clocks tells which came first, and a count is later only by both.
 */
const uncountedLogs = prepared<Span, { log_no: number }>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record as move', 'move.position', 'line.position')
    .select('move.log_no')
    .distinct()
    .where('line.sub_account', '=', param('vaultId'))
    .where('line.booking_date', '>=', param('from'))
    .where('line.booking_date', '<=', param('to'))
    .where('line.currency', '=', param('currency'))
    .where('move.type', '<>', 'institution.created')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('cash_count')
            .innerJoin('record as count', 'count.position', 'cash_count.position')
            .select('cash_count.position')
            .where('cash_count.place', '=', param('vaultId'))
            .where('cash_count.currency', '=', param('currency'))
            .where('cash_count.date', '<=', param('countedTo'))
            .where(({ and, eb, or }) =>
              or([
                and([eb('count.log_no', '=', eb.ref('move.log_no')), eb('count.seq', '>=', eb.ref('move.seq'))]),
                and([
                  eb('cash_count.date', '>=', eb.ref('line.booking_date')),
                  eb('count.recorded_at', '>', eb.ref('move.recorded_at')),
                ]),
              ]),
            ),
        ),
      ),
    ),
)

interface CountedVault {
  readonly vaultId: string
  readonly currency: string
  /** Moves from this day on; from the beginning where nothing is said. */
  readonly from?: BusinessDate
  /** Moves up to this day. */
  readonly to?: BusinessDate
  /** Only counts up to this day count. */
  readonly countedTo?: BusinessDate
}

/** The logs (by `log_no`) that moved cash in a vault which nobody has counted since, whatever order their records came here in. Rules: B4, G13. */
export function logsWithUncountedMoves(
  db: Database,
  { vaultId, currency, from = firstDayEver, to = lastDayEver, countedTo = lastDayEver }: CountedVault,
): readonly number[] {
  const counted = lastCounted.get(db, { vaultId, currency, countedTo })
  const earliest = counted ? addDays(businessDate(counted.date), -daysApartMax) : from
  const span = { vaultId, currency, from: earliest > from ? earliest : from, to, countedTo }
  return uncountedLogs.all(db, span).map(({ logNo }) => logNo)
}
