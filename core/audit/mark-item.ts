import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { MarkItem } from './audit-commands.ts'

export interface PaperState {
  readonly log: string
  readonly deviceCode: string
  readonly items: readonly RecordRef[]
}

/**
 * Says of one item of a working paper that it agrees, that it does not, or what was remarked; a later mark takes the place of an
 * earlier one, and both stay in the journal. Refuses working-paper-elsewhere (a paper is worked on where it was drawn), not-in-sample. Rule: V22.
 */
export function markItem(
  { log, deviceCode, items }: PaperState,
  { paperId, record, mark, note }: MarkItem,
  { branch, device }: Context,
): Result<Decision, Refusal> {
  if (log !== device.logId) return refuse({ type: 'working-paper-elsewhere', deviceCode })
  if (!items.some(item => item.log === record.log && item.seq === record.seq)) return refuse({ type: 'not-in-sample' })
  return ok({
    type: 'audit.item-marked',
    class: 'fact',
    entries: [],
    body: { paperId, record, mark },
    ...noteBlob(note, branch.branchId),
  })
}
