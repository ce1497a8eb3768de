import type { Database } from 'better-sqlite3'
import { provisionPosted } from '../../loans/post-provision.ts'
import { provisionPolicySet } from '../../loans/set-provision-policy.ts'
import { prepared, type Row } from '../run.ts'
import type { ProvisionPolicyTable, ProvisionPostingTable } from '../tables/provision-tables.ts'
import type { Applied } from './applied.ts'

const insertPolicy = prepared<Row<ProvisionPolicyTable>, unknown>((db, param) =>
  db.insertInto('provision_policy').values({
    valid_from: param('validFrom'),
    method: param('method'),
    first_percent: param('firstPercent'),
    second_percent: param('secondPercent'),
    third_percent: param('thirdPercent'),
    position: param('position'),
  }),
)

const insertPosting = prepared<Row<ProvisionPostingTable>, unknown>((db, param) =>
  db.insertInto('provision_posting').values({
    branch_id: param('branchId'),
    currency: param('currency'),
    allowance: param('allowance'),
    as_of: param('asOf'),
    position: param('position'),
  }),
)

export const provisionAppliers = {
  'provision.policy-set': (db: Database, { position, record }: Applied) => {
    const { from, method, stagePercents } = provisionPolicySet.parse(record.body)
    const [firstPercent, secondPercent, thirdPercent] = stagePercents
    insertPolicy.run(db, { validFrom: from, method, firstPercent, secondPercent, thirdPercent, position })
  },
  'provision.posted': (db: Database, { position, record }: Applied) => {
    const { asOf, currency, allowance } = provisionPosted.parse(record.body)
    insertPosting.run(db, { branchId: record.branch, currency, allowance, asOf, position })
  },
}
