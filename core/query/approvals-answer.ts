import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { isAllowed } from '../authority/roles.ts'
import { keptCommand } from '../command/requested-command.ts'
import type { Context } from '../decision/context.ts'
import { openApprovals } from '../storage/approvals.ts'
import { clientRow } from '../storage/clients.ts'
import { noteOf } from '../storage/note-of.ts'
import { recordByPosition } from '../storage/records.ts'
import { branchRows, grantById } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { attachmentKinds } from './attachment-answer.ts'
import type { ApprovalAnswer } from './journal-answers.ts'

/** The requests that wait for a second person, oldest first, and whether the one at the desk may be that person. */
export const approvalsAnswer = (db: Database, { actor, device }: Context): readonly ApprovalAnswer[] =>
  openApprovals(db).map(approval => {
    const { record } = present(recordByPosition(db, approval.requestPosition), 'a request is a record')
    const note = noteOf(db, record)
    return {
      request: { log: record.log, seq: record.seq },
      requestedBy: grantById(db, approval.requestedBy)?.name ?? '',
      requestedAt: record.recordedAt,
      amountMinor: approval.amountMinor,
      currency: currencyOf(approval.currency),
      subject: subjectName(db, approval.subject),
      mayDecide:
        record.log === device.logId && isAllowed(actor.role, 'approve') && approval.requestedBy !== actor.staffId,
      command: keptCommand(record),
      attachments: attachmentKinds(record),
      ...(note ? { note } : {}),
    }
  })

const subjectName = (db: Database, subject: string): string =>
  clientRow(db, subject)?.name ?? branchRows(db).find(({ branchId }) => branchId === subject)?.name ?? ''
