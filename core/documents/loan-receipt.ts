import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { present } from '../assert.ts'
import { operationReversed } from '../corrections/correction-records.ts'
import type { JournalRecord } from '../journal/record.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { loanChanged, loanUndone } from '../loans/loan-records.ts'
import { loadLoan } from '../storage/loans.ts'
import { recordAt } from '../storage/records.ts'
import type { LoanPart, LoanReceipt } from './document-model.ts'
import type { ReceiptEffect } from './receipt-effect.ts'

const moved = z.object(loanChanged.shape)
type Moved = z.infer<typeof moved>
const undone = z.object(loanUndone.shape)

/** Of which parts an amount is; what is nothing is not named. */
const named = (parts: readonly LoanPart[]): readonly LoanPart[] => parts.filter(({ amountMinor }) => amountMinor !== 0n)

/** What was paid out, and what was kept back of it. */
function paidOutParts({ entries }: Moved): readonly LoanPart[] {
  const [paidOut] = entries
  if (paidOut?.type !== 'paid-out') return []
  return [
    { kind: 'principal', amountMinor: paidOut.amountMinor },
    { kind: 'upfront', amountMinor: paidOut.upfrontFeesMinor ?? 0n },
  ]
}

/** What a payment paid, and what of it was more than is owed; of what was written off it says nothing. */
function paidParts({ portions, amountMinor, state }: Moved): readonly LoanPart[] {
  if (state === 'written-off') return []
  const { penalties, fees, interest, principal } = portions
  return [
    { kind: 'penalties', amountMinor: penalties },
    { kind: 'fees', amountMinor: fees },
    { kind: 'interest', amountMinor: interest },
    { kind: 'principal', amountMinor: principal },
    { kind: 'overpaid', amountMinor: amountMinor - portionsTotal(portions) },
  ]
}

function partsOf(type: string, body: Moved): readonly LoanPart[] {
  switch (type) {
    case 'loan.disbursed':
      return named(paidOutParts(body))
    case 'loan.repaid':
      return named(paidParts(body))
    default:
      return []
  }
}

/** Money that came for the loan is positive. */
const changeOf = (type: string, { amountMinor }: Moved): bigint => (type === 'loan.repaid' ? amountMinor : -amountMinor)

interface Told {
  readonly loanId: string
  readonly changeMinor: bigint
  readonly overpaidMinor: bigint
  readonly receipt: LoanReceipt
}

function toldBy(db: Database, { type, body }: JournalRecord): Told | null {
  if (type.startsWith('loan.')) {
    const told = moved.parse(body)
    const { loanId, overpaidMinor, outstanding, next } = told
    const receipt = { parts: partsOf(type, told), leftMinor: outstanding.principal, ...(next ? { next } : {}) }
    return { loanId, changeMinor: changeOf(type, told), overpaidMinor, receipt }
  }
  const { record, loan } = type === 'operation.reversed' ? operationReversed.parse(body) : {}
  if (!record || !loan) return null
  const { loanId, overpaidMinor, outstanding, next } = undone.parse(loan)
  const original = present(recordAt(db, record), 'a reversal follows what it reverses').record
  const receipt = { parts: [], leftMinor: outstanding.principal, ...(next ? { next } : {}) }
  return { loanId, changeMinor: -changeOf(original.type, moved.parse(original.body)), overpaidMinor, receipt }
}

/** What an operation on a loan did, on the client's side; null for any other operation. */
export function loanEffect(db: Database, record: JournalRecord): ReceiptEffect | null {
  const told = toldBy(db, record)
  const loan = told && loadLoan(db, told.loanId)
  if (!told || !loan) return null
  return {
    number: loan.number,
    clientId: loan.clientId,
    productName: loan.product.name,
    currency: loan.currency,
    changeMinor: told.changeMinor,
    balanceAfterMinor: told.overpaidMinor - told.receipt.leftMinor,
    fees: [],
    settled: [],
    loan: told.receipt,
  }
}
