import { present } from '../assert.ts'
import { permissionsByRole } from '../authority/roles.ts'
import { type ReversalState, reversibleTypes, type Source } from '../corrections/reverse-operation.ts'
import type { Context } from '../decision/context.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import { savingsCashMoved } from '../savings/savings-records.ts'
import type { Books } from '../storage/books.ts'
import { copiesOf, reversalOf } from '../storage/corrections.ts'
import { asDrawer, drawerRow, openDrawerOf } from '../storage/drawers.ts'
import { recordAt } from '../storage/records.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { CommandOf } from './command.ts'

/** Refuses record-unknown and not-reversible; everything else about the reversal is for the verb to say. */
export function loadReversal(
  books: Books,
  { record: ref }: CommandOf<'operation.reverse'>,
  context: Context,
): Result<ReversalState, Refusal> {
  const { db } = books
  const original = recordAt(db, ref)
  if (!original) return refuse({ type: 'record-unknown' })
  if (!reversibleTypes.includes(original.record.type))
    return refuse({ type: 'not-reversible', recordType: original.record.type })
  const body = savingsCashMoved.parse(original.record.body)
  const account = present(loadSavingsAccount(db, body.accountId, context.businessDate), 'a posted account exists')
  const drawer = cashDrawer(books, body.drawerId, account.currency, context)
  return ok({
    original: original.record,
    reversedBy: reversalOf(db, original.position),
    custodianDevice: account.custodian,
    accountStatus: account.status,
    custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
    subject: account.clientId,
    drawer,
    sources: drawer ? [leaving(books, original.record, account, drawer.current)] : [],
  })
}

/**
 * The drawer that the cash came through, while it is open here and the person's own, or an overseer is at hand; otherwise the
 * person's own open one: nobody moves cash in a colleague's drawer.
 */
function cashDrawer({ db }: Books, original: string, currency: string, context: Context): ReversalState['drawer'] {
  const { actor, checker, device } = context
  const row = drawerRow(db, original)
  const isOpenHere = row?.closedPosition === null && row.logNo === device.logNo
  const isOverseen = [actor, checker].some(person => person && permissionsByRole[person.role].includes('approve'))
  if (isOpenHere && (row.staffId === actor.staffId || isOverseen)) return { original, current: original }
  const own = openDrawerOf(db, device.logNo, actor.staffId, currency)
  return own && { original, current: own.drawerId }
}

/** Undoing a deposit takes money out of the account and the drawer gives cash back; undoing a withdrawal takes cash in. */
function leaving({ db }: Books, original: JournalRecord, account: SavingsAccount, drawerId: string): Source {
  const { amountMinor } = savingsCashMoved.parse(original.body)
  const { currency } = account
  if (original.type === 'savings.withdrawn')
    return {
      kind: 'account',
      freeMinor: amountMinor,
      leavingMinor: amountMinor,
      currency,
    }
  const freeMinor = account.balanceMinor - account.heldMinor
  if (amountMinor > freeMinor)
    return {
      kind: 'account',
      freeMinor: freeMinor > 0n ? freeMinor : 0n,
      leavingMinor: amountMinor,
      currency,
    }
  const drawer = asDrawer(db, present(drawerRow(db, drawerId), 'a drawer that cash went through exists'))
  return {
    kind: 'drawer',
    freeMinor: drawer.balanceMinor,
    leavingMinor: amountMinor,
    currency,
  }
}

export function loadReprint(
  { db }: Books,
  { record: ref }: CommandOf<'receipt.reprint'>,
): Result<{ readonly receipt: number | null; readonly copies: number }, Refusal> {
  const original = recordAt(db, ref)
  if (!original) return refuse({ type: 'record-unknown' })
  return ok({
    receipt: original.record.receipt ?? null,
    copies: copiesOf(db, original.position),
  })
}
