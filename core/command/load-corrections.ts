import { present } from '../assert.ts'
import { permissionsByRole } from '../authority/roles.ts'
import { moneyMoved } from '../corrections/correction-records.ts'
import type { JournalReversalState } from '../corrections/reverse-journal.ts'
import type { CashReversalState, CashWay, Source } from '../corrections/reverse-operation.ts'
import { reversibleTypes } from '../corrections/reversible.ts'
import type { Context } from '../decision/context.ts'
import type { JournalRecord } from '../journal/record.ts'
import { asWritten } from '../manual-journals/check-lines.ts'
import { journalLimit } from '../manual-journals/journal-limit.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { copiesOf, reversalOf } from '../storage/corrections.ts'
import { asDrawer, drawerRow, openDrawerOf } from '../storage/drawers.ts'
import { recordAt } from '../storage/records.ts'
import { deviceRow } from '../storage/reference.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { CommandOf } from './command.ts'

export type ReversalState = CashReversalState | JournalReversalState

/** Refuses record-unknown and not-reversible; everything else about the reversal is for the verb to say. */
export function loadReversal(
  books: Books,
  { record: ref }: CommandOf<'operation.reverse'>,
  context: Context,
): Result<ReversalState, Refusal> {
  const stored = recordAt(books.db, ref)
  if (!stored) return refuse({ type: 'record-unknown' })
  const { record: original, position } = stored
  if (!reversibleTypes.has(original.type)) return refuse({ type: 'not-reversible', recordType: original.type })
  const reversedBy = reversalOf(books.db, position)
  if (original.type === 'journal.posted') return ok(loadJournalReversal(books, { original, reversedBy }, context))
  return ok(loadCashReversal(books, { original, reversedBy }, context))
}

type Found = Pick<ReversalState, 'original' | 'reversedBy'>

function loadJournalReversal({ db }: Books, found: Found, { institution }: Context): JournalReversalState {
  const { entries, log } = found.original
  const lines = entries.flatMap(entry => entry.lines)
  return {
    ...found,
    kind: 'journal',
    deviceCode: deviceRow(db, log)?.deviceCode ?? '',
    held: journalLimit(lines.map(asWritten), institution.currency),
  }
}

function loadCashReversal(books: Books, found: Found, context: Context): CashReversalState {
  const { original } = found
  const body = moneyMoved.parse(original.body)
  const account = present(loadSavingsAccount(books.db, body.accountId, context.businessDate), 'a posted account exists')
  const drawer = body.drawerId ? cashDrawer(books, body.drawerId, account.currency, context) : 'none'
  const source = drawer && drawer !== 'none' ? leaving(books, original, account, drawer.current) : null
  return {
    ...found,
    kind: 'cash',
    custodianDevice: account.custodian,
    accountStatus: account.status,
    custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
    subject: account.clientId,
    drawer,
    sources: source ? [source] : [],
    held: { limit: 'reversalMinor', amountMinor: drawer === 'none' ? body.amountMinor : (source?.leavingMinor ?? 0n) },
  }
}

/**
 * The drawer that the cash came through, while it is open here and the person's own, or an overseer is at hand; otherwise the
 * person's own open one: nobody moves cash in a colleague's drawer.
 */
function cashDrawer({ db }: Books, original: string, currency: string, context: Context): CashWay | null {
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
  const { amountMinor } = moneyMoved.parse(original.body)
  const { currency } = account
  if (original.type !== 'savings.deposited')
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
