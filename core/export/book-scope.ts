import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { businessDate } from '../calendar/business-date.ts'
import { prepared } from '../storage/run.ts'

/** The part of the books that one set of files holds: value dates, both inclusive, and a branch's id; null is no limit. */
export interface BookScope {
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
  readonly branchId: string | null
}

/** The scope as statements take it: as texts that compare with every date, and '' for all branches. */
export interface ScopeParameters {
  readonly [name: string]: string
  readonly from: string
  readonly to: string
  readonly branch: string
}

export const scopeParameters = ({ from, to, branchId }: BookScope): ScopeParameters => ({
  from: from ?? '0000-00-00',
  to: to ?? '9999-99-99',
  branch: branchId ?? '',
})

const firstAndLast = prepared<ScopeParameters, { first: string | null; last: string | null }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => [eb.fn.min('value_date').as('first'), eb.fn.max('value_date').as('last')])
    .where('value_date', '>=', param('from'))
    .where('value_date', '<=', param('to'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))])),
)

/** The first and the last value date of the records in the scope; null when there are none. */
export function daysOfScope(
  db: Database,
  scope: BookScope,
): { readonly first: BusinessDate; readonly last: BusinessDate } | null {
  const row = firstAndLast.get(db, scopeParameters(scope))
  return row?.first && row.last ? { first: businessDate(row.first), last: businessDate(row.last) } : null
}
