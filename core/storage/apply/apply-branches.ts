import type { Database } from 'better-sqlite3'
import { branchOpened } from '../../institution/institution-records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'

const insertBranch = prepared<{ branchId: string; code: string; name: string; vaultId: string }, unknown>((db, param) =>
  db.insertInto('branch').values({
    branch_id: param('branchId'),
    code: param('code'),
    name: param('name'),
    vault_id: param('vaultId'),
  }),
)

export const addBranch = insertBranch.run

export const branchAppliers = {
  'branch.opened': (db: Database, { record }: Applied) => {
    addBranch(db, branchOpened.parse(record.body))
  },
}
