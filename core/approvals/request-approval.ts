import { paperBlobs } from '../decision/attachments.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

export interface RequestState {
  /** What the command would meet if it were executed now by the person who asks. */
  readonly met: Result<unknown, Refusal>
  /** The client, or else the branch, that the command is about. */
  readonly subject: string
  /** The record that already stands for the command: it was executed, or waits under an earlier request. */
  readonly known: RecordRef | null
}

interface AskedCommand {
  readonly type: string
  readonly note?: string | undefined
  readonly attachments?: readonly Uint8Array[] | undefined
}

/**
 * Keeps a command that is above the person's limit for somebody else to decide. Refuses key-reused for a command that was
 * executed or waits already, whatever would refuse it anyway, and approval-not-needed when the person may do it alone. Rule: A8.
 */
export function requestApproval(
  { met, subject, known }: RequestState,
  { command }: { readonly command: AskedCommand },
  _context: Context,
): Result<Decision, Refusal> {
  if (known) return refuse({ type: 'key-reused', field: 'command', record: known })
  if (met.ok) return refuse({ type: 'approval-not-needed' })
  if (met.refusal.type !== 'approval-needed' && met.refusal.type !== 'second-person-needed') return refuse(met.refusal)
  const { amountMinor, currency } = met.refusal
  const { note, attachments, ...kept } = { note: undefined, attachments: undefined, ...command }
  return ok({
    type: 'approval.requested',
    class: 'request',
    entries: [],
    body: {
      command: kept,
      amountMinor,
      currency,
      subject,
    },
    ...paperBlobs({ note, attachments }, subject),
  })
}
