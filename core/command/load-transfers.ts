import type { BankAccountState } from '../cash/add-bank-account.ts'
import type { CancelState } from '../cash/cancel-transfer.ts'
import type { ReceiveState } from '../cash/receive-cash.ts'
import type { SendState } from '../cash/send-cash.ts'
import type { Transfer, TransferEnd } from '../cash/transfer.ts'
import type { CashEnd } from '../cash/transfer-commands.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { cashLimitAt } from '../storage/cash-limits.ts'
import {
  bankAccountRow,
  bankAccountRows,
  type CashTransferRow,
  openTransfers,
  transferRow,
} from '../storage/cash-transfers.ts'
import { chartOf } from '../storage/chart.ts'
import { hasDeviceBeside } from '../storage/devices.ts'
import { asDrawer, drawerRow } from '../storage/drawers.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { CommandOf } from './command.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'

/** Refuses drawer-not-open (a drawer that is closed, or of another branch), or bank-account-unknown. */
function endOf(
  { db }: Books,
  end: CashEnd,
  currency: CurrencyCode,
  { branch, device }: Context,
): Result<TransferEnd, Refusal> {
  switch (end.kind) {
    case 'vault': {
      const { vaultId } = branch
      const balanceMinor = rawBalance(db, postingAccounts.vault, vaultId, currency)
      const place = { account: postingAccounts.vault, subAccount: vaultId, currency, balanceMinor }
      return ok({ kind: 'vault', id: vaultId, isElsewhere: false, place })
    }
    case 'drawer': {
      const row = drawerRow(db, end.drawerId)
      if (!row || row.closedPosition !== null || row.branchId !== branch.branchId)
        return refuse({ type: 'drawer-not-open' })
      const { drawerId, staffId, currency: held, balanceMinor } = asDrawer(db, row)
      const place = { account: postingAccounts.drawers, subAccount: drawerId, currency: held, balanceMinor }
      return ok({ kind: 'drawer', id: drawerId, staffId, isElsewhere: row.logNo !== device.logNo, place })
    }
    case 'bank': {
      const row = bankAccountRow(db, end.bankAccountId)
      if (!row) return refuse({ type: 'bank-account-unknown' })
      const { account, bankAccountId } = row
      const place = { account, subAccount: '', currency: currencyOf(row.currency), balanceMinor: 0n }
      return ok({ kind: 'bank', id: bankAccountId, isElsewhere: false, place })
    }
  }
}

/** What leaves a drawer leaves it where it is: refuses drawer-not-open for one of another installation. */
export function loadSending(
  books: Books,
  command: CommandOf<'cash.send'>,
  context: Context,
): Result<SendState, Refusal> {
  const from = endOf(books, command.from, command.currency, context)
  if (!from.ok) return from
  if (from.value.isElsewhere) return refuse({ type: 'drawer-not-open' })
  const to = endOf(books, command.to, command.currency, context)
  if (!to.ok) return to
  const { kind, id } = to.value
  const limit = kind === 'drawer' ? cashLimitAt(books.db, id, command.currency) : null
  const maxMinor = limit?.maxMinor ?? null
  const headed = maxMinor === null ? [] : openTransfers(books.db, context.branch.branchId)
  const headedMinor = sumMinor(headed.flatMap(({ toId, amountMinor }) => (toId === id ? [amountMinor] : [])))
  return ok({ from: from.value, to: to.value, maxMinor, headedMinor })
}

const transferOf = (row: CashTransferRow): Transfer => ({
  transferId: row.transferId,
  currency: currencyOf(row.currency),
  amountMinor: row.amountMinor,
  sentBy: row.sentBy,
  isOpen: row.endedPosition === null,
})

function endNamed(kind: string, id: string): CashEnd {
  if (kind === 'drawer') return { kind, drawerId: id }
  return kind === 'bank' ? { kind, bankAccountId: id } : { kind: 'vault' }
}

/** Refuses transfer-not-open for one that is unknown, or another branch's. */
function loadTransfer({ db }: Books, transferId: string, { branch }: Context): Result<CashTransferRow, Refusal> {
  const row = transferRow(db, transferId)
  return row?.branchId === branch.branchId ? ok(row) : refuse({ type: 'transfer-not-open' })
}

export function loadReceipt(
  books: Books,
  { transferId }: CommandOf<'cash.receive'>,
  context: OpenDayContext,
): Result<ReceiveState & Rated, Refusal> {
  const row = loadTransfer(books, transferId, context)
  if (!row.ok) return row
  const transfer = transferOf(row.value)
  if (!transfer.isOpen) return refuse({ type: 'transfer-not-open' })
  const to = endOf(books, endNamed(row.value.toKind, row.value.toId), transfer.currency, context)
  return to.ok ? ok({ transfer, to: to.value, rate: foreignRate(books.db, transfer.currency, context) }) : to
}

export function loadCallBack(
  books: Books,
  { transferId }: CommandOf<'cash.cancel-transfer'>,
  context: Context,
): Result<CancelState, Refusal> {
  const row = loadTransfer(books, transferId, context)
  if (!row.ok) return row
  const transfer = transferOf(row.value)
  const { currency } = transfer
  const from = endOf(books, endNamed(row.value.fromKind, row.value.fromId), currency, context)
  const isThere = from.ok && !from.value.isElsewhere
  const back = isThere ? from : endOf(books, { kind: 'vault' }, currency, context)
  if (!back.ok) return back
  return ok({ transfer, back: back.value, mayBeReceivedElsewhere: mayBeReceivedElsewhere(books, row.value, context) })
}

/** Into a drawer cash is received where that is; into the vault and the bank at any device of the branch. */
function mayBeReceivedElsewhere(
  { db }: Books,
  { toKind, toId }: CashTransferRow,
  { branch, device }: Context,
): boolean {
  const drawer = toKind === 'drawer' ? drawerRow(db, toId) : null
  return drawer ? drawer.logNo !== device.logNo : hasDeviceBeside(db, { branchId: branch.branchId, log: device.logId })
}

export const loadBankAccount = (
  { db }: Books,
  { account }: CommandOf<'bank-account.add'>,
): Result<BankAccountState, Refusal> =>
  ok({ chart: chartOf(db), isTaken: bankAccountRows(db).some(row => row.account === account) })
