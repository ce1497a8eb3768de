import type { Database } from 'better-sqlite3'
import { isAllowed } from '../authority/roles.ts'
import type { Context } from '../decision/context.ts'
import { oversees } from '../decision/oversees.ts'
import { openTransfers } from '../storage/cash-transfers.ts'
import { drawerRow } from '../storage/drawers.ts'
import type { TransferWay } from './cash-answers.ts'

interface SentCash {
  readonly to: { readonly kind: string; readonly id: string }
  readonly sentBy: string
}

/** What this person may do about cash on its way: receive what somebody else sent to them, call back what they sent or oversee. Rule: C14. */
export function transferWays(db: Database, sent: SentCash, context: Context): readonly TransferWay[] {
  const { actor } = context
  const isOwn = sent.sentBy === actor.staffId
  const ways: TransferWay[] = []
  if (!isOwn && isForThem(db, sent.to, context)) ways.push('receive')
  if (isOwn || oversees(actor)) ways.push('call-back')
  return ways
}

/** A drawer is its keeper's, where it is; the vault and the bank are for who keeps the vault. */
function isForThem(db: Database, { kind, id }: SentCash['to'], { actor, device }: Context): boolean {
  if (kind !== 'drawer') return isAllowed(actor.role, 'vault')
  const drawer = drawerRow(db, id)
  return drawer?.staffId === actor.staffId && drawer.logNo === device.logNo && drawer.closedPosition === null
}

/** How many transfers wait for this person to count them. */
export const cashToReceive = (db: Database, context: Context): number =>
  openTransfers(db, context.branch.branchId).filter(({ toKind, toId, sentBy }) =>
    transferWays(db, { to: { kind: toKind, id: toId }, sentBy }, context).includes('receive'),
  ).length
