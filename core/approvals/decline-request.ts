import type { CommandOf } from '../command/command.ts'
import type { Decision } from '../command/decision.ts'
import { noteBlob } from '../command/note.ts'

/** The checker's no: the request is closed, nothing moves. Rule: A9. */
export const declineRequest = ({ request, note }: CommandOf<'approval.decide'>, subject: string): Decision => ({
  type: 'approval.declined',
  class: 'decision',
  entries: [],
  body: { request },
  cause: [request],
  ...noteBlob(note, subject),
})
