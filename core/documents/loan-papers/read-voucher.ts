import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import type { Loan } from '../../loans/loan.ts'
import { loanMoneyMoved } from '../../loans/loan-records.ts'
import { standingEntries } from '../../loans/standing-entries.ts'
import { sumMinor } from '../../money/amount.ts'
import { accountNames } from '../../storage/clients.ts'
import { loanEvents } from '../../storage/loans.ts'
import { recordByPosition } from '../../storage/records.ts'
import { amountInWords } from '../amount-in-words.ts'
import { staffName } from '../letterhead.ts'
import type { LoanPaperHead, Payout, VoucherModel } from './loan-paper-model.ts'

/** Where the money of a record went: the number of the account, or nothing when it was handed out. */
function accountOf(db: Database, body: unknown): Pick<Payout, 'toAccount'> {
  const moved = loanMoneyMoved.safeParse(body)
  const accountId = moved.success ? moved.data.accountId : undefined
  const number = accountId === undefined ? undefined : accountNames(db, accountId)?.number
  return number === undefined ? {} : { toAccount: number }
}

/** What was paid out of a loan and stands, with what was kept back of it. */
function payoutsOf(db: Database, { loanId, entries }: Loan): readonly Payout[] {
  const standing = new Set(standingEntries(entries).map(({ id }) => id))
  return loanEvents(db, loanId).flatMap(({ position, entry }): readonly Payout[] => {
    if (entry.type !== 'paid-out' || !standing.has(entry.id)) return []
    const { record } = present(recordByPosition(db, position), 'an event of a loan stands in a record')
    return [
      {
        on: record.businessDate,
        ...(record.receipt === undefined ? {} : { receipt: record.receipt }),
        ...accountOf(db, record.body),
        principalMinor: entry.amountMinor,
        keptBackMinor: entry.upfrontFeesMinor ?? 0n,
      },
    ]
  })
}

/** The voucher of what was paid out of a loan so far. Rule: D29. */
export function voucherOf(db: Database, loan: Loan, head: LoanPaperHead): VoucherModel {
  const payouts = payoutsOf(db, loan)
  const handedOutMinor = sumMinor(payouts.map(({ principalMinor, keptBackMinor }) => principalMinor - keptBackMinor))
  return {
    ...head,
    paper: 'voucher',
    productName: loan.product.name,
    payouts,
    handedOutMinor,
    handedOutInWords: amountInWords({ amountMinor: handedOutMinor, currency: head.currency }, head.locale),
    approvedBy: loan.approvedBy.map(staffId => staffName(db, staffId)),
  }
}
