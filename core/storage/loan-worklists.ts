import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { addDays, type BusinessDate, firstDayEver } from '../calendar/business-date.ts'
import type { Worklist } from '../loans/worklist.ts'
import { type ListedLoan, listedLoans } from './loan-lists.ts'
import { prepared, type Row } from './run.ts'
import type { LoanTable } from './tables/loan-tables.ts'

/** Whose loans: those that a person drafted, or all that are kept at a device. */
export type WorkOf = { readonly officer: string } | { readonly log: string }

type Whose = 'officer' | 'custodian_log'
type Stated = { who: string; status: string }
type Dated = Stated & { from: string; to: string }

/** In a state, or also due between two days; each by its own index, as an officer has few loans and a branch has many. */
const worksOf = (whose: Whose) => ({
  stated: prepared<Stated & { limit: number }, ListedLoan>((db, param) =>
    listedLoans(db)
      .where(`l.${whose}`, '=', param('who'))
      .where('l.status', '=', param('status'))
      .orderBy('l.drafted_position', 'desc')
      .limit(param('limit')),
  ),
  dated: prepared<Dated & { limit: number }, ListedLoan>((db, param) =>
    listedLoans(db)
      .where(`l.${whose}`, '=', param('who'))
      .where('l.status', '=', param('status'))
      .where('l.oldest_due_on', '>=', param('from'))
      .where('l.oldest_due_on', '<=', param('to'))
      .orderBy('l.oldest_due_on')
      .orderBy('l.drafted_position')
      .limit(param('limit')),
  ),
  countStated: prepared<Stated, { loans: number }>((db, param) =>
    db
      .selectFrom('loan')
      .select(eb => eb.fn.countAll<number>().as('loans'))
      .where(whose, '=', param('who'))
      .where('status', '=', param('status')),
  ),
  countDated: prepared<Dated, { loans: number }>((db, param) =>
    db
      .selectFrom('loan')
      .select(eb => eb.fn.countAll<number>().as('loans'))
      .where(whose, '=', param('who'))
      .where('status', '=', param('status'))
      .where('oldest_due_on', '>=', param('from'))
      .where('oldest_due_on', '<=', param('to')),
  ),
})
const byOfficer = worksOf('officer')
const byLog = worksOf('custodian_log')

const queriesOf = (of: WorkOf) =>
  'officer' in of ? { queries: byOfficer, who: of.officer } : { queries: byLog, who: of.log }

const statuses = { drafts: 'draft', 'to-pay-out': 'approved', due: 'active', late: 'active' } as const satisfies Record<
  Worklist,
  LoanTable['status']
>

const daysOf = (list: Worklist, today: BusinessDate): { readonly from: string; readonly to: string } | null => {
  if (list === 'due') return { from: today, to: today }
  return list === 'late' ? { from: firstDayEver, to: addDays(today, -1) } : null
}

/** The loans of a worklist on a day: what is due longest first, else the newest first. */
export function workOn(
  db: Database,
  list: Worklist,
  { of, today, limit }: { readonly of: WorkOf; readonly today: BusinessDate; readonly limit: number },
): readonly Row<ListedLoan>[] {
  const { queries, who } = queriesOf(of)
  const days = daysOf(list, today)
  const status = statuses[list]
  return days ? queries.dated.all(db, { who, status, ...days, limit }) : queries.stated.all(db, { who, status, limit })
}

/** How many there are. */
export function countWork(
  db: Database,
  list: Worklist,
  { of, today }: { readonly of: WorkOf; readonly today: BusinessDate },
): number {
  const { queries, who } = queriesOf(of)
  const days = daysOf(list, today)
  const status = statuses[list]
  const counted = days
    ? queries.countDated.get(db, { who, status, ...days })
    : queries.countStated.get(db, { who, status })
  return present(counted, 'a count is always there').loans
}

const undecided = prepared<{ log: string; staffId: string }, { loans: number }>((db, param) =>
  db
    .selectFrom('loan as l')
    .select(eb => eb.fn.countAll<number>().as('loans'))
    .where('l.status', '=', 'submitted')
    .where('l.custodian_log', '=', param('log'))
    .where('l.officer', '!=', param('staffId'))
    .where('l.submitted_by', '!=', param('staffId'))
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('loan_approval as a')
            .select('a.place')
            .whereRef('a.loan_id', '=', 'l.loan_id')
            .where('a.staff_id', '=', param('staffId')),
        ),
      ),
    ),
)

/** Applications kept here that a person neither drafted, handed in nor approved. */
export const undecidedBy = (db: Database, log: string, staffId: string): number =>
  present(undecided.get(db, { log, staffId }), 'a count is always there').loans

const owing = prepared<{ loanId: string; to: string }, { owed_minor: bigint }>((db, param) =>
  db
    .selectFrom('loan_installment')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('outstanding_minor'), eb.val(0n)).as('owed_minor'))
    .where('loan_id', '=', param('loanId'))
    .where('due_on', '<=', param('to')),
)

/** What is outstanding of all that has fallen due by the end of a day. */
export const dueBy = (db: Database, loanId: string, day: BusinessDate): bigint =>
  present(owing.get(db, { loanId, to: day }), 'a sum is always there').owedMinor
