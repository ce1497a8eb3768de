import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { installmentDate, installmentsDue } from '../products/installments.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import { clientRow } from '../storage/clients.ts'
import { activeHolds } from '../storage/holds.ts'
import { noteOf } from '../storage/note-of.ts'
import { recordByPosition } from '../storage/records.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { accountSummary } from './client-answer.ts'
import { instructionsOfAccount } from './instruction-answers.ts'
import type { AccountAnswer, HoldAnswer } from './savings-answers.ts'

export function accountAnswer(db: Database, context: Context, accountId: string): Result<AccountAnswer, Refusal> {
  const account = loadSavingsAccount(db, accountId, context.businessDate)
  const summary = accountSummary(db, accountId)
  if (!account || !summary) return refuse({ type: 'account-unknown' })
  const client = present(clientRow(db, account.clientId), 'an account belongs to a client')
  const { logId, deviceCode } = account.custodian
  return ok({
    ...summary,
    clientId: account.clientId,
    clientName: client.name || client.number,
    clientNumber: client.number,
    product: account.product,
    openedOn: account.openedOn,
    custodian: { log: logId, deviceCode, here: logId === context.device.logId },
    holds: activeHolds(db, accountId).map(hold => holdAnswer(db, hold)),
    withdrawnTodayMinor: account.today.withdrawnMinor,
    withdrawnThisMonthMinor: account.thisMonth.withdrawnMinor,
    operatedTodayMinor: account.today.operatedMinor,
    operatedThisMonthMinor: account.thisMonth.operatedMinor,
    overdraftLimitMinor: account.overdraftLimitMinor,
    signing: account.signing,
    holders: account.holders.map(clientId => {
      const holder = present(clientRow(db, clientId), 'a holder is a client')
      return { clientId, name: holder.name || holder.number, number: holder.number }
    }),
    ...(account.maturesOn ? { maturesOn: account.maturesOn } : {}),
    standingInstructions: instructionsOfAccount(db, accountId),
    ...installmentsAnswer(account, context.businessDate),
  })
}

function holdAnswer(db: Database, hold: ReturnType<typeof activeHolds>[number]): HoldAnswer {
  const { record } = present(recordByPosition(db, hold.placedPosition), 'a hold was placed by a record')
  const note = noteOf(db, record)
  return {
    holdId: hold.holdId,
    amountMinor: hold.amountMinor,
    reason: hold.reason,
    placedOn: businessDate(hold.placedOn),
    record: { log: record.log, seq: record.seq },
    ...(hold.expiresOn === null ? {} : { expiresOn: businessDate(hold.expiresOn) }),
    ...(note ? { note } : {}),
  }
}

function installmentsAnswer(
  { product, termFrom, maturesOn, installmentMinor, installmentsPaid: paid }: SavingsAccount,
  date: BusinessDate | null,
): Pick<AccountAnswer, 'installments'> {
  if (product.kind !== 'recurring' || !maturesOn || installmentMinor === null) return {}
  const plan = { product, openedOn: termFrom, maturesOn }
  const due = date ? installmentsDue(plan, date) : paid
  return { installments: { installmentMinor, paid, due, nextDate: installmentDate(plan, Math.max(paid, due)) } }
}
