import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanHappened } from '../loans/loan-records.ts'
import { standingEntries } from '../loans/standing-entries.ts'
import { loanEvents } from './loans.ts'
import { prepared } from './run.ts'
import type { LoanStandingTable } from './tables/portfolio-tables.ts'

/** Until when what stands now stands. */
export const lastDay = '9999-12-31'

const standingNow = prepared<{ loanId: string; lastDay: string }, LoanStandingTable>((db, param) =>
  db
    .selectFrom('loan_standing')
    .selectAll()
    .where('loan_id', '=', param('loanId'))
    .where('until_on', '=', param('lastDay'))
    .orderBy('from_on', 'desc')
    .limit(1),
)
const endStanding = prepared<{ loanId: string; fromOn: string; untilOn: string }, unknown>((db, param) =>
  db
    .updateTable('loan_standing')
    .set({ until_on: param('untilOn') })
    .where('loan_id', '=', param('loanId'))
    .where('from_on', '=', param('fromOn')),
)
const setStanding = prepared<{ readonly [K in keyof LoanStandingTable & string]: LoanStandingTable[K] }, unknown>(
  (db, param) =>
    db.replaceInto('loan_standing').values({
      loan_id: param('loan_id'),
      from_on: param('from_on'),
      until_on: param('until_on'),
      status: param('status'),
      cohort: param('cohort'),
      rescheduled: param('rescheduled'),
      refinances: param('refinances'),
      principal_minor: param('principal_minor'),
      oldest_due_on: param('oldest_due_on'),
      paid_out_minor: param('paid_out_minor'),
      collected_minor: param('collected_minor'),
      income_minor: param('income_minor'),
      written_off_minor: param('written_off_minor'),
      recovered_minor: param('recovered_minor'),
    }),
)

function isRescheduled(db: Database, { loanId, entries }: LoanHappened, before: number): number {
  if (!entries.some(({ type }) => type === 'rescheduled' || type === 'reversed')) return before
  const standing = standingEntries(loanEvents(db, loanId).map(({ entry }) => entry))
  return standing.some(({ type }) => type === 'rescheduled') ? 1 : 0
}

/**
 * How a loan stands from a day on, as the record of it says: what is asked about an earlier day finds what stood then. A record of an
 * earlier day than the one before it, as another device may write, counts from the day of that one. Rule: L58.
 */
export function keepDay(
  db: Database,
  happened: LoanHappened,
  on: BusinessDate,
  { refinances }: { readonly refinances: boolean } = { refinances: false },
): void {
  const { loanId, booked, outstanding, next, state } = happened
  const before = standingNow.get(db, { loanId, lastDay })
  const fromOn = before && before.fromOn > on ? before.fromOn : on
  if (before && before.fromOn < fromOn) endStanding.run(db, { loanId, fromOn: before.fromOn, untilOn: fromOn })
  const isFirst = !before || before.status === 'approved'
  setStanding.run(db, {
    loan_id: loanId,
    from_on: fromOn,
    until_on: lastDay,
    status: state,
    cohort: isFirst ? on.slice(0, 7) : before.cohort,
    rescheduled: isRescheduled(db, happened, before?.rescheduled ?? 0),
    refinances: refinances || (!isFirst && before.refinances === 1) ? 1 : 0,
    principal_minor: outstanding.principal,
    oldest_due_on: next?.dueOn ?? null,
    paid_out_minor: booked.paidOut,
    collected_minor: booked.paidPrincipal + booked.paidInterest + booked.paidFees + booked.paidPenalties,
    income_minor: booked.paidInterest + booked.paidFees + booked.paidPenalties + booked.upfrontFees,
    written_off_minor: booked.writtenOffPrincipal,
    recovered_minor: booked.recovered,
  })
}
