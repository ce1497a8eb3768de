import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { DecideApproval } from './approval-commands.ts'

/** The checker's no: the request is closed, nothing moves. Rule: A9. */
export const declineRequest = ({ request, note }: DecideApproval, subject: string): Decision => ({
  type: 'approval.declined',
  class: 'decision',
  entries: [],
  body: { request },
  cause: [request],
  ...noteBlob(note, subject),
})
