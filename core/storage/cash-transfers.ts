import type { Database } from 'better-sqlite3'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { prepared, type Row } from './run.ts'
import type { BankAccountTable, CashTransferTable } from './tables/cash-tables.ts'

const byId = prepared<{ transferId: string }, CashTransferTable>((db, param) =>
  db.selectFrom('cash_transfer').selectAll().where('transfer_id', '=', param('transferId')),
)
const open = prepared<{ branchId: string }, CashTransferTable>((db, param) =>
  db
    .selectFrom('cash_transfer')
    .selectAll()
    .where('branch_id', '=', param('branchId'))
    .where('ended_position', 'is', null)
    .orderBy('sent_position'),
)
const openOn = prepared<{ logNo: number; date: string }, CashTransferTable>((db, param) =>
  db
    .selectFrom('cash_transfer')
    .selectAll()
    .where('log_no', '=', param('logNo'))
    .where('sent_on', '=', param('date'))
    .where('ended_position', 'is', null)
    .orderBy('sent_position'),
)
const bankAccountById = prepared<{ bankAccountId: string }, BankAccountTable>((db, param) =>
  db.selectFrom('bank_account').selectAll().where('bank_account_id', '=', param('bankAccountId')),
)
const bankAccounts = prepared<Record<never, never>, BankAccountTable>(db =>
  db.selectFrom('bank_account').selectAll().orderBy('account'),
)

const endedAfter = prepared<{ branchId: string; account: string; date: string }, CashTransferTable>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('cash_transfer', 'cash_transfer.transfer_id', 'line.sub_account')
    .selectAll('cash_transfer')
    .distinct()
    .where('line.account', '=', param('account'))
    .where('line.booking_date', '>', param('date'))
    .where('cash_transfer.sent_on', '<=', param('date'))
    .where('cash_transfer.branch_id', '=', param('branchId'))
    .where('cash_transfer.ended_position', 'is not', null),
)

export type CashTransferRow = Row<CashTransferTable>
export type BankAccountRow = Row<BankAccountTable>

export const transferRow = (db: Database, transferId: string): CashTransferRow | null =>
  byId.get(db, { transferId }) ?? null

/** What was sent in a branch and neither received nor called back, oldest first. */
export const openTransfers = (db: Database, branchId: string): readonly CashTransferRow[] => open.all(db, { branchId })

/** What was on its way in a branch at the end of a day, oldest first. */
export const transfersOpenOn = (db: Database, branchId: string, date: string): readonly CashTransferRow[] =>
  [
    ...openTransfers(db, branchId).filter(({ sentOn }) => sentOn <= date),
    ...endedAfter.all(db, { branchId, account: postingAccounts.inTransit, date }),
  ].sort((one, other) => one.sentPosition - other.sentPosition)

/** What one installation sent on a day and is still on its way. */
export const openTransfersOf = (db: Database, logNo: number, date: string): readonly CashTransferRow[] =>
  openOn.all(db, { logNo, date })

export const bankAccountRow = (db: Database, bankAccountId: string): BankAccountRow | null =>
  bankAccountById.get(db, { bankAccountId }) ?? null

export const bankAccountRows = (db: Database): readonly BankAccountRow[] => bankAccounts.all(db, {})
