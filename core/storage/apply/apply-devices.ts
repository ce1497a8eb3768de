import type { Database } from 'better-sqlite3'
import { custodySeizedBodySchema, deviceRevokedBodySchema } from '../../enrolment/enrolment-records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'

const revoke = prepared<{ log: string; position: number }, unknown>((db, param) =>
  db
    .updateTable('device')
    .set({ revoked_position: param('position') })
    .where('log_id', '=', param('log'))
    .where('revoked_position', 'is', null),
)
const succeed = prepared<{ from: string; to: string }, unknown>((db, param) =>
  db
    .updateTable('device')
    .set({ successor: param('to') })
    .where('log_id', '=', param('from')),
)
const handOver = prepared<{ from: string; to: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set(eb => ({ custodian_log: param('to'), custody_epoch: eb('custody_epoch', '+', 1) }))
    .where('custodian_log', '=', param('from')),
)

const handOverLoans = prepared<{ from: string; to: string }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set(eb => ({ custodian_log: param('to'), custody_epoch: eb('custody_epoch', '+', 1) }))
    .where('custodian_log', '=', param('from')),
)

export const deviceAppliers = {
  'device.revoked': (db: Database, { position, record }: Applied) => {
    revoke.run(db, { log: deviceRevokedBodySchema.parse(record.body).log, position })
  },
  'custody.seized': (db: Database, { record }: Applied) => {
    const seized = custodySeizedBodySchema.parse(record.body)
    succeed.run(db, seized)
    handOver.run(db, seized)
    handOverLoans.run(db, seized)
  },
}
