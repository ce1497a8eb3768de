import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { cashLimitRows, limitedPlaceOf } from '../storage/cash-limits.ts'
import { cashPositions, transfersOnTheirWay } from '../storage/cash-position.ts'
import { bankAccountRows } from '../storage/cash-transfers.ts'
import { branchRows, lastBusinessDate } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { BankAccountAnswer, CashLimitAnswer, CashPositionAnswer } from './cash-answers.ts'
import { transferWays } from './transfer-ways.ts'

/** The cash of the branch on a day: the open business day, or the last one, unless another is asked for. Null before the first. */
export function cashPositionAnswer(
  db: Database,
  context: Context,
  asked: BusinessDate | undefined,
): CashPositionAnswer | null {
  const { branch, businessDate, device } = context
  const date = asked ?? businessDate ?? lastBusinessDate(db, device.logNo)
  if (date === null) return null
  return {
    businessDate: date,
    places: cashPositions(db, branch, date),
    transfers: transfersOnTheirWay(db, branch.branchId, date).map(transfer => ({
      ...transfer,
      ways: transferWays(db, { to: transfer.to, sentBy: transfer.sentBy.staffId }, context),
    })),
  }
}

export const bankAccountsAnswer = (db: Database): readonly BankAccountAnswer[] =>
  bankAccountRows(db).map(row => ({ ...row, currency: currencyOf(row.currency) }))

export function cashLimitsAnswer(db: Database): readonly CashLimitAnswer[] {
  const names = new Map(branchRows(db).map(({ branchId, name }) => [branchId, name]))
  return cashLimitRows(db).flatMap(({ branchId, place: text, currency, maxMinor, minMinor }) => {
    const place = limitedPlaceOf(text)
    const branchName = names.get(branchId) ?? ''
    return place ? [{ branchId, branchName, place, currency: currencyOf(currency), maxMinor, minMinor }] : []
  })
}
