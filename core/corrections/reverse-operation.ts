import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { mirrorEntry } from '../journal/entry.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type CashWay, type Source, shortfall, throughDrawer } from './cash-way.ts'
import type { ReverseOperation } from './correction-commands.ts'
import type { Reversal } from './reversible.ts'

export interface MovedAccount {
  readonly custodian: { readonly logId: string; readonly deviceCode: string }
  readonly status: string
  readonly isPostable: boolean
}

/** An operation on a client's account, in cash or not. */
export interface CashReversalState extends Reversal {
  readonly kind: 'cash'
  /** The clients' accounts that it moved. */
  readonly accounts: readonly MovedAccount[]
  readonly custody: NonNullable<JournalRecord['custody']>
  /** The client whose key seals the note. */
  readonly subject: string
  /** `none` where no cash was moved; null when the cash's drawer is closed and the person has none open. */
  readonly drawer: CashWay | 'none' | null
  readonly sources: readonly Source[]
}

/**
 * Undoes an operation by its mirror: the same lines with the opposite sign, booked today, naming the old record. Cash of a drawer
 * that is closed since comes from, or goes to, the open drawer of the person who reverses.
 * Refuses reversal-counts-today (cash is handed over today), already-reversed, account-in-other-custody, account-not-active, drawer-closed-since,
 * balance-below-minimum or drawer-short when the money has left meanwhile. Rules: R1 to R4.
 */
export function reverseOperation(
  state: CashReversalState,
  { record, reason, note, valueOn }: ReverseOperation,
  context: Context,
): Result<Decision, Refusal> {
  const { original, reversedBy, accounts, drawer } = state
  if (valueOn === 'original') return refuse({ type: 'reversal-counts-today' })
  if (reversedBy) return refuse({ type: 'already-reversed', by: reversedBy })
  for (const { custodian, status, isPostable } of accounts) {
    if (custodian.logId !== context.device.logId)
      return refuse({ type: 'account-in-other-custody', deviceCode: custodian.deviceCode })
    if (!isPostable) return refuse({ type: 'account-not-active', status })
  }
  if (!drawer) return refuse({ type: 'drawer-closed-since' })
  const short = shortfall(state.sources)
  if (short) return refuse(short)
  return ok({
    type: 'operation.reversed',
    class: 'fact',
    entries: original.entries.map(mirrorEntry).map(entry => (drawer === 'none' ? entry : throughDrawer(entry, drawer))),
    body: { record, reason, originalType: original.type },
    custody: state.custody,
    cause: [record],
    ...(original.receipt === undefined ? {} : { printsReceipt: true }),
    ...noteBlob(note, state.subject),
  })
}
