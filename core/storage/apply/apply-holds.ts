import type { Database } from 'better-sqlite3'
import { assert, present } from '../../assert.ts'
import type { LoanDisbursed } from '../../loans/loan-records.ts'
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
    loan_id: param('loan_id'),
  }),
)
const resolveHold = prepared<
  { holdId: string; position: number; resolution: string; capturedMinor: bigint },
  { account_id: string; amount_minor: bigint }
>((db, param) =>
  db
    .updateTable('hold')
    .set(eb => ({
      resolved_position: param('position'),
      resolution: param('resolution'),
      captured_minor: eb('captured_minor', '+', param('capturedMinor')),
    }))
    .where('hold_id', '=', param('holdId'))
    .where('resolved_position', 'is', null)
    .returning(['account_id', 'amount_minor']),
)
type TakenFromHold = { readonly holdId: string; readonly amountMinor: bigint }
/** Of a hold for a loan, `amount_minor` is what is left to be held. */
const takePart = prepared<TakenFromHold & { readonly loanId: string }, { account_id: string; amount_minor: bigint }>(
  (db, param) =>
    db
      .updateTable('hold')
      .set(eb => ({
        amount_minor: eb('amount_minor', '-', param('amountMinor')),
        captured_minor: eb('captured_minor', '+', param('amountMinor')),
      }))
      .where('hold_id', '=', param('holdId'))
      .where('loan_id', '=', param('loanId'))
      .where('resolved_position', 'is', null)
      .where('amount_minor', '>=', param('amountMinor'))
      .returning(['account_id', 'amount_minor']),
)
const returnPart = prepared<{ holdId: string; amountMinor: bigint }, { account_id: string; resolution: string | null }>(
  (db, param) =>
    db
      .updateTable('hold')
      .set(eb => ({
        amount_minor: eb('amount_minor', '+', param('amountMinor')),
        captured_minor: eb('captured_minor', '-', param('amountMinor')),
      }))
      .where('hold_id', '=', param('holdId'))
      .returning(['account_id', 'resolution']),
)
const holdTaken = prepared<{ holdId: string; resolution: string | null; position: number | null }, unknown>(
  (db, param) =>
    db
      .updateTable('hold')
      .set({ resolution: param('resolution'), resolved_position: param('position') })
      .where('hold_id', '=', param('holdId'))
      .where('resolution', '=', 'captured'),
)
/** Of what is held of a borrower's own. */
const savingsReason = 'loan-savings'

const heldForLoan = prepared<{ loanId: string }, { hold_id: string; reason: string }>((db, param) =>
  db
    .selectFrom('hold')
    .select(['hold_id', 'reason'])
    .where('loan_id', '=', param('loanId'))
    .where('resolved_position', 'is', null),
)
const holdAgain = prepared<{ loanId: string }, { account_id: string; amount_minor: bigint }>((db, param) =>
  db
    .updateTable('hold')
    .set({ resolved_position: null, resolution: null })
    .where('loan_id', '=', param('loanId'))
    .where('resolution', '=', 'loan-settled')
    .where('account_id', 'in', inner =>
      inner.selectFrom('savings_account').select('account_id').where('status', '!=', 'closed'),
    )
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

type Resolution = 'released' | 'captured' | 'expired' | 'loan-settled'

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

/** Sets an amount of an account aside. */
export function place(db: Database, hold: NewHold): void {
  insertHold.run(db, hold)
  movePending(db, hold.account_id, hold.amount_minor)
}

/** Ends a hold that a loan needs no more. Asserts that it stands. */
export const releaseHeld = (db: Database, position: number, holdId: string): void =>
  resolve(db, holdId, { position, resolution: 'released' })

/** Ends what is left of a hold; of one that was taken whole, nothing is held again when that is reversed. */
export function releaseRest(db: Database, position: number, holdId: string): void {
  const isTaken = holdTaken.run(db, { holdId, resolution: 'released', position }) > 0
  if (!isTaken) releaseHeld(db, position, holdId)
}

/** What is held for a loan pays it: the rest stays held. Asserts that so much is, on that account. Rule: L80. */
export function takeHeld(
  db: Database,
  position: number,
  { loanId, accountId, ...taken }: TakenFromHold & { readonly loanId: string; readonly accountId: string | undefined },
): void {
  const [hold] = takePart.all(db, { loanId, ...taken })
  const left = present(hold, 'what is taken is held for the loan')
  assert(left.accountId === accountId, 'what is taken leaves the account on which it is held')
  movePending(db, left.accountId, -taken.amountMinor)
  if (left.amountMinor === 0n) resolve(db, taken.holdId, { position, resolution: 'captured' })
}

/** What was taken goes back and is held again, unless the hold ended meanwhile. Rule: L80. */
export function returnHeld(db: Database, { holdId, amountMinor }: TakenFromHold): void {
  const [hold] = returnPart.all(db, { holdId, amountMinor })
  const { accountId, resolution } = present(hold, 'what was taken was held')
  if (resolution === 'captured') holdTaken.run(db, { holdId, resolution: null, position: null })
  if (resolution === 'captured' || resolution === null) movePending(db, accountId, amountMinor)
}

/** Holds savings of a borrower for a loan that is paid out. Rule: L51. */
export function holdSavings(
  db: Database,
  { position, record }: Applied,
  { loanId, savingsHeld = [] }: Pick<LoanDisbursed, 'loanId' | 'savingsHeld'>,
): void {
  for (const { holdId, accountId, amountMinor } of savingsHeld)
    place(db, {
      hold_id: holdId,
      account_id: accountId,
      amount_minor: amountMinor,
      reason: savingsReason,
      placed_position: position,
      placed_on: record.businessDate,
      expires_on: null,
      loan_id: loanId,
    })
}

/** Frees the savings that are held for a loan whose payment is taken back: the next payment holds anew. */
export function freeSavings(db: Database, position: number, loanId: string): void {
  const held = heldForLoan.all(db, { loanId }).filter(({ reason }) => reason === savingsReason)
  for (const { holdId } of held) releaseHeld(db, position, holdId)
}

/** Frees what is held for a loan once it is settled, and holds it again when that is reversed: of accounts that are closed nothing. Rule: L47. */
export function holdWhileOwed(
  db: Database,
  { loanId, position, isSettled }: { readonly loanId: string; readonly position: number; readonly isSettled: boolean },
): void {
  if (isSettled)
    for (const { holdId } of heldForLoan.all(db, { loanId }))
      resolve(db, holdId, { position, resolution: 'loan-settled' })
  else for (const { accountId, amountMinor } of holdAgain.all(db, { loanId })) movePending(db, accountId, amountMinor)
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
    place(db, {
      hold_id: holdId,
      account_id: accountId,
      amount_minor: amountMinor,
      reason,
      placed_position: position,
      placed_on: record.businessDate,
      expires_on: expiresOn ?? null,
      loan_id: null,
    })
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
