import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { bankAccountAdded } from '../../cash/add-bank-account.ts'
import { cashLimitSet } from '../../cash/cash-limit.ts'
import { cashReceived, cashSent, transferCancelled } from '../../cash/transfer-records.ts'
import { jsonText } from '../../journal/json-text.ts'
import { postingAccounts } from '../../ledger/posting-accounts.ts'
import { addPending } from '../balances.ts'
import { prepared, type Row } from '../run.ts'
import type { BankAccountTable, CashLimitTable, CashTransferTable } from '../tables/cash-tables.ts'
import type { Applied } from './applied.ts'

type Sent = Omit<Row<CashTransferTable>, 'endedPosition' | 'outcome' | 'differenceMinor'>

const insertTransfer = prepared<Sent, unknown>((db, param) =>
  db.insertInto('cash_transfer').values({
    transfer_id: param('transferId'),
    log_no: param('logNo'),
    branch_id: param('branchId'),
    from_kind: param('fromKind'),
    from_id: param('fromId'),
    to_kind: param('toKind'),
    to_id: param('toId'),
    currency: param('currency'),
    amount_minor: param('amountMinor'),
    counted: param('counted'),
    slip: param('slip'),
    sent_by: param('sentBy'),
    sent_on: param('sentOn'),
    sent_position: param('sentPosition'),
    ended_position: null,
    outcome: null,
    difference_minor: null,
  }),
)
type Ended = { transferId: string; position: number; outcome: string; differenceMinor: bigint }

const endTransfer = prepared<Ended, Pick<CashTransferTable, 'transfer_id' | 'branch_id' | 'currency' | 'amount_minor'>>(
  (db, param) =>
    db
      .updateTable('cash_transfer')
      .set({
        ended_position: param('position'),
        outcome: param('outcome'),
        difference_minor: param('differenceMinor'),
      })
      .where('transfer_id', '=', param('transferId'))
      .where('ended_position', 'is', null)
      .returning(['transfer_id', 'branch_id', 'currency', 'amount_minor']),
)

type OnItsWay = Pick<Sent, 'transferId' | 'branchId' | 'currency' | 'amountMinor'>

/** Cash in transit waits on the credit side of its account: there it leaves when it arrives somewhere. Rule: G9. */
const movePending = (db: Database, { transferId, branchId, currency, amountMinor }: OnItsWay): void =>
  addPending(
    db,
    { account: postingAccounts.inTransit, subAccount: transferId, currency, branch: branchId },
    { creditMinor: amountMinor },
  )

/** Cash on its way arrives, or comes back, once. A second end that another device made before it knew is booked, and waits. */
function end(db: Database, ended: Ended): void {
  const [transfer] = endTransfer.all(db, ended)
  const { amountMinor, ...sent } = present(transfer, 'a transfer ends once')
  movePending(db, { ...sent, amountMinor: -amountMinor })
}

const insertBankAccount = prepared<Row<BankAccountTable>, unknown>((db, param) =>
  db.insertInto('bank_account').values({
    bank_account_id: param('bankAccountId'),
    account: param('account'),
    bank_name: param('bankName'),
    number: param('number'),
    currency: param('currency'),
  }),
)

const replaceLimit = prepared<Row<CashLimitTable>, unknown>((db, param) =>
  db
    .insertInto('cash_limit')
    .values({
      branch_id: param('branchId'),
      place: param('place'),
      currency: param('currency'),
      max_minor: param('maxMinor'),
      min_minor: param('minMinor'),
    })
    .onConflict(conflict =>
      conflict
        .columns(['branch_id', 'place', 'currency'])
        .doUpdateSet({ max_minor: param('maxMinor'), min_minor: param('minMinor') }),
    ),
)

export const transferAppliers = {
  'cash.sent': (db: Database, { logNo, position, record }: Applied) => {
    const { transferId, from, to, currency, amountMinor, counted, slip } = cashSent.parse(record.body)
    const sent: Sent = {
      transferId,
      logNo,
      branchId: record.branch,
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      currency,
      amountMinor,
      counted: jsonText(counted),
      slip: slip ?? null,
      sentBy: record.actor,
      sentOn: record.businessDate,
      sentPosition: position,
    }
    insertTransfer.run(db, sent)
    movePending(db, sent)
  },
  'cash.received': (db: Database, { position, record }: Applied) => {
    const { transferId, differenceMinor } = cashReceived.parse(record.body)
    end(db, { transferId, position, outcome: 'received', differenceMinor })
  },
  'cash.transfer-cancelled': (db: Database, { position, record }: Applied) => {
    const { transferId } = transferCancelled.parse(record.body)
    end(db, { transferId, position, outcome: 'cancelled', differenceMinor: 0n })
  },
  'cash-limit.set': (db: Database, { record }: Applied) => {
    const { maxMinor, minMinor, ...place } = cashLimitSet.parse(record.body)
    replaceLimit.run(db, { ...place, maxMinor: maxMinor ?? null, minMinor: minMinor ?? null })
  },
  'bank-account.added': (db: Database, { record }: Applied) => {
    insertBankAccount.run(db, bankAccountAdded.parse(record.body))
  },
}
