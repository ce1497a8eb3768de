import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../../calendar/business-date.ts'
import {
  type ClosedAccount,
  type CloseRan,
  closeRan,
  type MaturedDeposit,
  type TriedInstruction,
} from '../../close-of-business/close-records.ts'
import { accrualSchema } from '../../interest/accrual.ts'
import { accrualRowOf } from '../close-of-business.ts'
import { prepared } from '../run.ts'
import type { CloseOfBusinessTable } from '../tables/savings-tables.ts'
import { countOrdered, countTransfer } from './account-moves.ts'
import type { Applied } from './applied.ts'
import { applyClosedLoans } from './apply-closed-loans.ts'
import { keepHappened } from './apply-loans.ts'

const insertRun = prepared<{ readonly [K in keyof CloseOfBusinessTable & string]: CloseOfBusinessTable[K] }, unknown>(
  (db, param) =>
    db.insertInto('close_of_business').values({
      log_no: param('log_no'),
      date: param('date'),
      step: param('step'),
      chunk: param('chunk'),
      position: param('position'),
      up_to: param('up_to'),
      is_last: param('is_last'),
      accounts: param('accounts'),
      failed: param('failed'),
    }),
)
export const keepAccrual = prepared<{ accountId: string; through: string; state: string }, unknown>((db, param) =>
  db
    .insertInto('account_accrual')
    .values({ account_id: param('accountId'), through: param('through'), state: param('state') })
    .onConflict(conflict =>
      conflict.column('account_id').doUpdateSet(eb => ({
        through: eb.ref('excluded.through'),
        state: eb.ref('excluded.state'),
      })),
    ),
)
const forgetAccrual = prepared<{ accountId: string }, unknown>((db, param) =>
  db.deleteFrom('account_accrual').where('account_id', '=', param('accountId')),
)
const care = prepared<
  {
    accountId: string
    feeMonths: number | null
    feesOwedMinor: bigint | null
    judged: number | null
    missed: number
    status: string | null
  },
  unknown
>((db, param) =>
  db
    .updateTable('savings_account')
    .set(eb => ({
      fee_months: eb.fn.coalesce(param('feeMonths'), eb.ref('fee_months')),
      fees_owed_minor: eb.fn.coalesce(param('feesOwedMinor'), eb.ref('fees_owed_minor')),
      installments_judged: eb.fn.coalesce(param('judged'), eb.ref('installments_judged')),
      installments_missed: eb('installments_missed', '+', param('missed')),
      status: eb.fn.coalesce(param('status'), eb.ref('status')),
    }))
    .where('account_id', '=', param('accountId')),
)
const settleInstruction = prepared<
  { instructionId: string; done: number; nextOn: string | null; date: string; outcome: string; endedOn: string | null },
  unknown
>((db, param) =>
  db
    .updateTable('standing_instruction')
    .set({
      done: param('done'),
      next_on: param('nextOn'),
      tried_on: param('date'),
      outcome: param('outcome'),
      ended_on: param('endedOn'),
    })
    .where('instruction_id', '=', param('instructionId')),
)
const settleDeposit = prepared<{ accountId: string; nextOn: string | null }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ mature_on: param('nextOn') })
    .where('account_id', '=', param('accountId')),
)
const renew = prepared<{ accountId: string; productVersion: number; termFrom: string; maturesOn: string }, unknown>(
  (db, param) =>
    db
      .updateTable('savings_account')
      .set({
        product_version: param('productVersion'),
        term_from: param('termFrom'),
        matures_on: param('maturesOn'),
        mature_on: param('maturesOn'),
        paid_in_minor: 0n,
        installments_judged: 0,
      })
      .where('account_id', '=', param('accountId')),
)
const close = prepared<{ accountId: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ status: 'closed', mature_on: null })
    .where('account_id', '=', param('accountId')),
)
const endInstructionsOf = prepared<{ accountId: string; date: string }, unknown>((db, param) =>
  db
    .updateTable('standing_instruction')
    .set({ ended_on: param('date'), next_on: null })
    .where('account_id', '=', param('accountId'))
    .where('ended_on', 'is', null),
)

/** A closed account keeps its lines and its place in lists; what was to be paid out of it by order ends with it. */
export function markClosed(db: Database, accountId: string, date: BusinessDate): void {
  close.run(db, { accountId })
  forgetAccrual.run(db, { accountId })
  endInstructionsOf.run(db, { accountId, date })
}

function applyAccount(db: Database, facts: ClosedAccount, date: BusinessDate): void {
  const { accountId, accrual } = facts
  if (accrual) {
    const before: unknown = JSON.parse(accrualRowOf(db, accountId)?.state ?? '{}')
    const state = accrualSchema.parse({ ...(before as object), through: date, ...accrual })
    keepAccrual.run(db, { accountId, through: state.through, state: JSON.stringify(state) })
  }
  care.run(db, {
    accountId,
    feeMonths: facts.feeMonths ?? null,
    feesOwedMinor: facts.feesOwedMinor ?? null,
    judged: facts.installmentsJudged ?? null,
    missed: facts.installmentsMissed ?? 0,
    status: facts.status ?? null,
  })
}

function applyInstruction(
  db: Database,
  { instructionId, accountId, toAccountId, amountMinor, outcome, refusal, done, nextOn, ...repaid }: TriedInstruction,
  date: BusinessDate,
  applied: Applied,
): void {
  const endedOn = nextOn ? null : date
  settleInstruction.run(db, {
    instructionId,
    done,
    nextOn: nextOn ?? null,
    date,
    outcome: refusal ?? outcome,
    endedOn,
  })
  const { happened, takenMinor } = repaid
  if (happened && takenMinor !== undefined) {
    keepHappened(db, applied, happened)
    countOrdered(db, { accountId, amountMinor: takenMinor }, date)
  } else if (outcome === 'paid') countTransfer(db, { accountId, toAccountId, amountMinor }, date)
}

function applyMaturity(
  db: Database,
  { accountId, outcome, renewal, nextOn }: MaturedDeposit,
  date: BusinessDate,
): void {
  settleDeposit.run(db, { accountId, nextOn: nextOn ?? null })
  if (outcome === 'to-savings') markClosed(db, accountId, date)
  if (renewal) {
    renew.run(db, { accountId, ...renewal })
    forgetAccrual.run(db, { accountId })
  }
}

function applyRan(db: Database, ran: CloseRan, applied: Applied): void {
  switch (ran.step) {
    case 'instructions':
      applyInstruction(db, ran.instruction, ran.date, applied)
      break
    case 'maturities':
      applyMaturity(db, ran.maturity, ran.date)
      break
    case 'loans':
      applyClosedLoans(db, ran, applied)
      break
    case 'accounts':
      for (const facts of ran.accounts) applyAccount(db, facts, ran.date)
  }
}

/** How many accounts and loans a piece could not go through. */
function failedIn(ran: CloseRan): number {
  const all = ran.step === 'accounts' ? ran.accounts : ran.step === 'loans' ? ran.loans : []
  return all.filter(({ failed }) => failed !== undefined).length
}

export const closeOfBusinessAppliers = {
  'close-of-business.ran': (db: Database, applied: Applied) => {
    const { logNo, position, record } = applied
    const ran = closeRan.parse(record.body)
    const gone = ran.step === 'accounts' || ran.step === 'loans' ? ran : null
    const isLast = ran.step === 'accounts' && ran.isLast
    insertRun.run(db, {
      log_no: logNo,
      date: ran.date,
      step: ran.step,
      chunk: ran.chunk,
      position,
      up_to: gone?.upTo ?? null,
      is_last: isLast ? 1 : 0,
      accounts: gone?.looked ?? 0,
      failed: failedIn(ran),
    })
    applyRan(db, ran, applied)
  },
}
