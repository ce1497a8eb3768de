import { approvalRequested } from '../approvals/approval-records.ts'
import { declineRequest } from '../approvals/decline-request.ts'
import { present } from '../assert.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isApprovalOpen } from '../storage/approvals.ts'
import type { Books } from '../storage/books.ts'
import { recordAt, type StoredRecord } from '../storage/records.ts'
import { grantById } from '../storage/reference.ts'
import { authorize } from './authorize.ts'
import type { CommandOf } from './command.ts'
import { requestedCommand } from './requested-command.ts'
import type { Verb, VerbOf } from './verb.ts'

/**
 * A second person's answer to a kept request. Approved, the command is decided anew on the books of this moment, as the operation of
 * the person who asked with this one as checker. Refuses approval-unknown, approval-decided, own-request, then what the command meets.
 * Rules: A8, A9.
 */
export const decideApproval = (verbOf: VerbOf): Verb<CommandOf<'approval.decide'>> => ({
  recordType: 'approval.decided',
  permission: 'approve',
  needsOpenDay: true,
  decide: (books, command, context) => {
    const request = recordAt(books.db, command.request)
    if (request?.record.type !== 'approval.requested' || command.request.log !== context.device.logId)
      return refuse({ type: 'approval-unknown' })
    if (!isApprovalOpen(books.db, request.position)) return refuse({ type: 'approval-decided' })
    if (request.record.actor === context.actor.staffId) return refuse({ type: 'own-request' })
    if (command.decision === 'decline') {
      return ok(declineRequest(command, approvalRequested.parse(request.record.body).subject))
    }
    return approve(verbOf, books, request, context)
  },
})

function approve(verbOf: VerbOf, books: Books, request: StoredRecord, checker: Context): Result<Decision, Refusal> {
  const maker = present(grantById(books.db, request.record.actor), 'who asked is a member of the staff')
  const kept = requestedCommand(books.db, request.record)
  const verb = verbOf(kept)
  const context: Context = {
    ...checker,
    actor: { ...maker, validUntil: checker.actor.validUntil },
    checker: checker.actor,
  }
  const permitted = authorize(verb, context)
  const decision = permitted.ok ? verb.decide(books, kept, context) : permitted
  if (!decision.ok) return refuse(asReadBy(decision.refusal, maker.name))
  const { log, seq } = request.record
  return ok({
    ...decision.value,
    cause: [...(decision.value.cause ?? []), { log, seq }],
  })
}

/** Who decides reads what stands against another's operation: the drawer is the maker's, the limit is the reader's own. */
function asReadBy(refusal: Refusal, maker: string): Refusal {
  switch (refusal.type) {
    case 'staff-suspended':
    case 'drawer-not-open':
    case 'drawer-closed-since':
      return { ...refusal, of: maker }
    case 'approval-needed': {
      const { of: _reader, ...own } = refusal
      return own
    }
    default:
      return refusal
  }
}
