import type { Database } from 'better-sqlite3'
import { approvalRequested } from '../../approvals/approval-records.ts'
import { recordAt } from '../records.ts'
import { prepared } from '../run.ts'
import type { ApprovalTable } from '../tables/journal-projections.ts'
import type { Applied } from './applied.ts'

const insertApproval = prepared<
  Omit<{ readonly [K in keyof ApprovalTable & string]: ApprovalTable[K] }, 'decided_position'>,
  unknown
>((db, param) =>
  db.insertInto('approval').values({
    request_position: param('request_position'),
    command_key: param('command_key'),
    command_type: param('command_type'),
    amount_minor: param('amount_minor'),
    currency: param('currency'),
    subject: param('subject'),
    requested_by: param('requested_by'),
    decided_position: null,
  }),
)
const decide = prepared<{ request: number; position: number }, unknown>((db, param) =>
  db
    .updateTable('approval')
    .set({ decided_position: param('position') })
    .where('request_position', '=', param('request'))
    .where('decided_position', 'is', null),
)

/** Closes the request that a record names as its cause: the executed operation when approved, the refusal when declined. */
export function closeApproval(db: Database, { position, record }: Applied): void {
  for (const cause of record.cause ?? []) {
    const request = recordAt(db, cause)
    if (request?.record.type === 'approval.requested') decide.run(db, { request: request.position, position })
  }
}

export const approvalAppliers = {
  'approval.requested': (db: Database, { position, record }: Applied) => {
    const { command, amountMinor, currency, subject } = approvalRequested.parse(record.body)
    insertApproval.run(db, {
      request_position: position,
      command_key: command.key,
      command_type: command.type,
      amount_minor: amountMinor,
      currency,
      subject,
      requested_by: record.actor,
    })
  },
  'approval.declined': () => undefined,
}
