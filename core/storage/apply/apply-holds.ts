import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { holdCaptured, holdPlaced, holdReleased } from '../../savings/savings-records.ts'
import { addPending } from '../balances.ts'
import { prepared, type Row } from '../run.ts'
import type { HoldTable } from '../tables/savings-tables.ts'
import { countMoves } from './account-moves.ts'
import type { Applied } from './applied.ts'

type NewHold = Omit<
  { readonly [K in keyof HoldTable & string]: HoldTable[K] },
  'resolved_position' | 'resolution' | 'captured_minor'
>

const insertHold = prepared<NewHold, unknown>((db, param) =>
  db.insertInto('hold').values({
    hold_id: param('hold_id'),
    account_id: param('account_id'),
    amount_minor: param('amount_minor'),
    reason: param('reason'),
    placed_position: param('placed_position'),
    placed_on: param('placed_on'),
    expires_on: param('expires_on'),
    resolved_position: null,
    resolution: null,
    captured_minor: 0n,
  }),
)
const resolveHold = prepared<
  { holdId: string; position: number; resolution: string; capturedMinor: bigint },
  { account_id: string; amount_minor: bigint }
>((db, param) =>
  db
    .updateTable('hold')
    .set({
      resolved_position: param('position'),
      resolution: param('resolution'),
      captured_minor: param('capturedMinor'),
    })
    .where('hold_id', '=', param('holdId'))
    .where('resolved_position', 'is', null)
    .returning(['account_id', 'amount_minor']),
)
const accountOf = prepared<{ accountId: string }, { control_account: string; currency: string; branch_id: string }>(
  (db, param) =>
    db
      .selectFrom('savings_account')
      .select(['control_account', 'currency', 'branch_id'])
      .where('account_id', '=', param('accountId')),
)
const expiredOf = prepared<{ log: string; date: string }, { hold_id: string }>((db, param) =>
  db
    .selectFrom('hold')
    .innerJoin('savings_account', 'savings_account.account_id', 'hold.account_id')
    .select('hold.hold_id')
    .where('hold.resolved_position', 'is', null)
    .where('hold.expires_on', '<', param('date'))
    .where('savings_account.custodian_log', '=', param('log')),
)

type Resolution = 'released' | 'captured' | 'expired'

/** A hold waits on the debit side of its account, whose money would leave. */
function movePending(db: Database, accountId: string, amountMinor: bigint): void {
  const { controlAccount, currency, branchId } = present(accountOf.get(db, { accountId }), 'a hold is on an account')
  addPending(
    db,
    { account: controlAccount, subAccount: accountId, currency, branch: branchId },
    {
      debitMinor: amountMinor,
    },
  )
}

function resolve(
  db: Database,
  holdId: string,
  { position, resolution, capturedMinor = 0n }: { position: number; resolution: Resolution; capturedMinor?: bigint },
): void {
  const [hold]: readonly Row<{ account_id: string; amount_minor: bigint }>[] = resolveHold.all(db, {
    holdId,
    position,
    resolution,
    capturedMinor,
  })
  const { accountId, amountMinor } = present(hold, 'a hold ends once')
  movePending(db, accountId, -amountMinor)
}

/**
 * Ends the holds that a log keeps and that last to a day before the one it opens: a hold counts through its last day, for as long as no
 * later one is opened where its account is kept. Rule: S10.
 */
export function expireHolds(db: Database, { position, record }: Applied, date: string): void {
  for (const { holdId } of expiredOf.all(db, { log: record.log, date }))
    resolve(db, holdId, { position, resolution: 'expired' })
}

export const holdAppliers = {
  'hold.placed': (db: Database, { position, record }: Applied) => {
    const { holdId, accountId, amountMinor, reason, expiresOn } = holdPlaced.parse(record.body)
    insertHold.run(db, {
      hold_id: holdId,
      account_id: accountId,
      amount_minor: amountMinor,
      reason,
      placed_position: position,
      placed_on: record.businessDate,
      expires_on: expiresOn ?? null,
    })
    movePending(db, accountId, amountMinor)
  },
  'hold.released': (db: Database, { position, record }: Applied) => {
    resolve(db, holdReleased.parse(record.body).holdId, { position, resolution: 'released' })
  },
  'hold.captured': (db: Database, { position, record }: Applied) => {
    const { holdId, amountMinor } = holdCaptured.parse(record.body)
    resolve(db, holdId, { position, resolution: 'captured', capturedMinor: amountMinor })
    countMoves(db, record)
  },
}
