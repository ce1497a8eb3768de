import { isAllowed } from '../authority/roles.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { mirrorEntry } from '../journal/entry.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ReverseOperation } from './correction-commands.ts'
import type { Reversal } from './reversible.ts'

export interface JournalReversalState extends Reversal {
  readonly kind: 'journal'
  readonly deviceCode: string
}

/**
 * Undoes a manual journal by its mirror, booked today and counting from today or from the day that the journal counts from. Refuses
 * not-permitted (who may not post by hand does not undo it either), record-of-other-device (only its own log can tell that it is
 * reversed once), already-reversed. Rules: R1, R2, R5.
 */
export function reverseJournal(
  { original, reversedBy, deviceCode }: JournalReversalState,
  { record, reason, note, valueOn }: ReverseOperation,
  { actor, businessDate, device }: OpenDayContext,
): Result<Decision, Refusal> {
  if (!isAllowed(actor.role, 'journal'))
    return refuse({ type: 'not-permitted', permission: 'journal', role: actor.role })
  if (original.log !== device.logId) return refuse({ type: 'record-of-other-device', deviceCode })
  if (reversedBy) return refuse({ type: 'already-reversed', by: reversedBy })
  return ok({
    type: 'operation.reversed',
    class: 'decision',
    entries: original.entries.map(mirrorEntry),
    body: { record, reason, originalType: original.type },
    branch: original.branch,
    valueDate: valueOn === 'original' ? original.valueDate : businessDate,
    cause: [record],
    ...noteBlob(note, original.branch),
  })
}
