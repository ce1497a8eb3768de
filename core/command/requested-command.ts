import type { Database } from 'better-sqlite3'
import { approvalRequested } from '../approvals/approval-records.ts'
import { isAttachment } from '../decision/attachments.ts'
import type { JournalRecord } from '../journal/record.ts'
import { readBlob } from '../storage/blobs.ts'
import { type ApprovableCommand, approvableCommandSchema } from './command.ts'

/** The command that a request keeps, as its record says it: amounts are text there, and what is sealed is left out. */
export function keptCommand({ body }: JournalRecord): ApprovableCommand {
  const { command } = approvalRequested.parse(body)
  const amounts = JSON.parse(JSON.stringify(command), (name, value: unknown) =>
    name.endsWith('Minor') && typeof value === 'string' ? BigInt(value) : value,
  )
  return approvableCommandSchema.parse(amounts)
}

/** The command as it was asked, with its note and papers out of the sealed blobs. */
export function requestedCommand(db: Database, record: JournalRecord): ApprovableCommand {
  const blobs = record.blobs ?? []
  const noteBlob = blobs.find(({ name }) => name === 'note')
  const note = noteBlob && readBlob(db, noteBlob)
  const attachments = blobs.filter(isAttachment).flatMap(blob => readBlob(db, blob) ?? [])
  return approvableCommandSchema.parse({
    ...keptCommand(record),
    ...(note ? { note: new TextDecoder().decode(note) } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  })
}
