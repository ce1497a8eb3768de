import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { ClosedLoan, CloseRan } from '../close-of-business/close-records.ts'
import type { JournalRecord, Line } from '../journal/record.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { accountNames } from '../storage/clients.ts'
import { loanProduct, loanRow } from '../storage/loans.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { ClosedLoanRow, ClosedLoans, ClosedLoanTotal } from './close-answers.ts'

/** A piece that went through loans, with the record that says it. */
export interface LoansRan {
  readonly ran: Extract<CloseRan, { step: 'loans' }>
  readonly record: JournalRecord
}

function linesByLoan({ entries }: JournalRecord): ReadonlyMap<string, readonly Line[]> {
  const byLoan = new Map<string, Line[]>()
  for (const line of entries.flatMap(({ lines }) => lines)) {
    if (line.subAccount === undefined) continue
    const known = byLoan.get(line.subAccount)
    if (known) known.push(line)
    else byLoan.set(line.subAccount, [line])
  }
  return byLoan
}

const amountOf = (lines: readonly Line[]): bigint => sumMinor(lines.map(({ amountMinor }) => amountMinor))

/** What was recognised of a loan is what was booked to its own accounts: no money of it moves in a night. */
function rowOf(db: Database, loanId: string, lines: readonly Line[], facts: ClosedLoan | undefined): ClosedLoanRow {
  const row = present(loanRow(db, loanId), 'what was closed is a loan')
  const { accounts } = loanProduct(db, row.productId, row.productVersion).accounting
  const isInterest = ({ account }: Line): boolean =>
    account === accounts.interestReceivable || account === accounts.unearnedInterest
  const { number, name, clientNumber } = present(accountNames(db, loanId), 'what was closed is a loan')
  const { daysPastDue, defaultedOn, nonAccrualOn } = facts ?? {}
  return {
    loanId,
    number,
    clientName: name || clientNumber,
    currency: currencyOf(row.currency),
    interestMinor: amountOf(lines.filter(isInterest)),
    chargesMinor: amountOf(lines.filter(line => !isInterest(line))),
    ...(daysPastDue === undefined ? {} : { daysPastDue }),
    ...(defaultedOn === undefined ? {} : { became: defaultedOn === null ? 'cured' : 'defaulted' }),
    ...(nonAccrualOn === undefined ? {} : { income: nonAccrualOn === null ? 'resumed' : 'suspended' }),
  }
}

/** Loans of which something was counted, said or booked; of what failed nothing else is said. */
function toldIn({ ran, record }: LoansRan): readonly { loanId: string; lines: readonly Line[]; facts?: ClosedLoan }[] {
  const lines = linesByLoan(record)
  const named = new Set(ran.loans.map(({ loanId }) => loanId))
  const said = ran.loans
    .filter(({ failed }) => failed === undefined)
    .map(facts => ({ loanId: facts.loanId, lines: lines.get(facts.loanId) ?? [], facts }))
    .filter(({ lines: booked, facts }) => booked.length > 0 || Object.keys(facts).length > 2)
  const earned = [...lines].flatMap(([loanId, booked]) => (named.has(loanId) ? [] : [{ loanId, lines: booked }]))
  return [...said, ...earned].toSorted((one, other) => (one.loanId < other.loanId ? -1 : 1))
}

/** What was recognised, by currency: the lines of loans, whichever loan. */
function totalsOf(pieces: readonly LoansRan[]): readonly ClosedLoanTotal[] {
  const byCurrency = new Map<CurrencyCode, bigint>()
  for (const { record } of pieces)
    for (const { subAccount, currency, amountMinor } of record.entries.flatMap(({ lines }) => lines))
      if (subAccount !== undefined) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amountMinor)
  return [...byCurrency].map(([currency, incomeMinor]) => ({ currency, incomeMinor }))
}

/** What the close of a date did to loans. A page is what one record says. */
export function closedLoans(db: Database, pieces: readonly LoansRan[], page: number): ClosedLoans {
  const told = pieces.map(toldIn).filter(loans => loans.length > 0)
  return {
    loans: pieces.reduce((sum, { ran }) => sum + ran.looked, 0),
    totals: totalsOf(pieces),
    rows: (told[page] ?? []).map(({ loanId, lines, facts }) => rowOf(db, loanId, lines, facts)),
    page,
    pages: told.length,
  }
}
