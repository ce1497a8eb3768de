import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { type ProvisionPolicy, provisionMethods, usualPolicy } from '../loans/provision.ts'
import { rate } from '../money/rate.ts'
import { prepared, type Row } from './run.ts'
import type { ProvisionPolicyTable } from './tables/provision-tables.ts'

const policyOf = prepared<{ date: string }, ProvisionPolicyTable>((db, param) =>
  db
    .selectFrom('provision_policy')
    .selectAll()
    .where('valid_from', '<=', param('date'))
    .orderBy('valid_from', 'desc')
    .orderBy('position', 'desc')
    .limit(1),
)

type Account = {
  readonly branchId: string
  readonly currency: string
  readonly allowance: string
}

const newest = prepared<Account, { as_of: string }>((db, param) =>
  db
    .selectFrom('provision_posting')
    .select('as_of')
    .where('branch_id', '=', param('branchId'))
    .where('currency', '=', param('currency'))
    .where('allowance', '=', param('allowance'))
    .where('position', 'not in', db.selectFrom('reversal').select('position'))
    .orderBy('as_of', 'desc')
    .limit(1),
)

const asPolicy = ({ method, ...row }: Row<ProvisionPolicyTable>): ProvisionPolicy => ({
  method: provisionMethods.find(one => one === method) ?? usualPolicy.method,
  stagePercents: [rate(row.firstPercent), rate(row.secondPercent), rate(row.thirdPercent)],
})

/** How losses are provided for on a day: what head office said last for it, or the usual way. Rule: L73. */
export function provisionPolicyOn(db: Database, date: BusinessDate): ProvisionPolicy {
  const row = policyOf.get(db, { date })
  return row ? asPolicy(row) : usualPolicy
}

/** As of which day an allowance account was last brought to what it needs; what was reversed does not count. */
export function lastProvision(db: Database, account: Account): BusinessDate | null {
  const row = newest.get(db, account)
  return row ? businessDate(row.asOf) : null
}
