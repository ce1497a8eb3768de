import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { absoluteMinor, sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { loadProfile } from '../storage/client-profile.ts'
import { clientRow } from '../storage/clients.ts'
import { reversalOf, reversedOf } from '../storage/corrections.ts'
import { recordAt } from '../storage/records.ts'
import { branchOfAccount, loadSavingsAccount } from '../storage/savings-accounts.ts'
import { linesBetween, rawBalanceBefore } from '../storage/statement-lines.ts'
import type { StatementModel, StatementModelRow } from './document-model.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'
import { type AskedLocale, paperLocale } from './paper-locale.ts'

/** The days that a statement covers, both inclusive, of one account. */
export interface StatementRange {
  readonly accountId: string
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/**
 * The statement of an account by booking date, rows oldest first with the balance after each; opening balance and rows give
 * the closing balance. Refuses, in order: `account-unknown`, `statement-range` when `from` is after `to`. Rules: D9, D10.
 */
export function statementModel(
  { db }: Books,
  desk: DocumentDesk,
  { locale: asked, forClient, ...range }: StatementRange & AskedLocale,
): Result<StatementModel, Refusal> {
  const { accountId, from, to } = range
  const account = loadSavingsAccount(db, accountId, null)
  if (!account) return refuse({ type: 'account-unknown' })
  if (from > to) return refuse({ type: 'statement-range', from, to })
  const client = present(clientRow(db, account.clientId), 'an account belongs to a client')
  const branchId = present(branchOfAccount(db, accountId), 'an account was opened at a branch')
  const address = loadProfile(db, client.clientId)?.address
  const locale = paperLocale(db, client.clientId, { locale: asked, forClient })
  const openingMinor = -rawBalanceBefore(db, range)
  const rows = statementRows(db, range, openingMinor)
  const amounts = rows.map(row => row.amountMinor)
  return ok({
    ...letterhead(db, desk, branchId, locale),
    kind: 'statement',
    clientName: client.name || client.number,
    clientNumber: client.number,
    ...(address === undefined ? {} : { clientAddress: address }),
    accountNumber: account.number,
    productName: account.product.name,
    currency: account.currency,
    from,
    to,
    openingMinor,
    closingMinor: openingMinor + sumMinor(amounts),
    depositsMinor: sumMinor(amounts.filter(amount => amount > 0n)),
    withdrawalsMinor: absoluteMinor(sumMinor(amounts.filter(amount => amount < 0n))),
    rows,
  })
}

function statementRows(db: Database, range: StatementRange, openingMinor: bigint): readonly StatementModelRow[] {
  let balanceMinor = openingMinor
  return linesBetween(db, range).map(line => {
    balanceMinor -= line.amountMinor
    const original = reversedOf(db, line.position)
    const reversesReceipt = original ? recordAt(db, original)?.record.receipt : undefined
    return {
      bookingDate: businessDate(line.bookingDate),
      valueDate: businessDate(line.valueDate),
      operation: line.type,
      description: line.description,
      ...(line.receipt === null ? {} : { receipt: line.receipt }),
      amountMinor: -line.amountMinor,
      balanceMinor,
      reversed: reversalOf(db, line.position) !== null,
      ...(reversesReceipt === undefined ? {} : { reversesReceipt }),
    }
  })
}
