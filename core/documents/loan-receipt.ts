import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { operationReversed } from '../corrections/correction-records.ts'
import type { JournalRecord } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { type LoanHappened, loanChanged, loanRefinanced, loanRepaid, loanUndone } from '../loans/loan-records.ts'
import { sumMinor } from '../money/amount.ts'
import { accountNames } from '../storage/clients.ts'
import { guaranteesOf } from '../storage/loan-security.ts'
import { loadLoan } from '../storage/loans.ts'
import { recordAt } from '../storage/records.ts'
import type { LoanPart, LoanReceipt } from './document-model.ts'
import type { ReceiptEffect } from './receipt-effect.ts'

const { takenHold, guaranteeId } = loanRepaid.shape
const closed = loanRefinanced.shape.closed.optional()
const moved = z.object({ ...loanChanged.shape, closed, takenHold, guaranteeId })
type Moved = z.infer<typeof moved>
const undone = z.object(loanUndone.shape)

/** What was paid out, what was kept back of it, and what of it paid another loan off. */
function paidOutParts({ entries, closed }: Moved): readonly LoanPart[] {
  const [paidOut] = entries
  if (paidOut?.type !== 'paid-out') return []
  const closing = closed?.entries.find(({ type }) => type === 'repaid')
  return [
    { kind: 'principal', amountMinor: paidOut.amountMinor },
    { kind: 'upfront', amountMinor: -(paidOut.upfrontFeesMinor ?? 0n) },
    { kind: 'closing', amountMinor: closing?.type === 'repaid' ? -closing.amountMinor : 0n },
  ]
}

/** What a payment paid, and what of it was more than is owed; on what was written off it is recovered. */
function paidParts({ portions, entries, state }: Moved): readonly LoanPart[] {
  const paid = entries.find(({ type }) => type === 'repaid')
  const amountMinor = paid?.type === 'repaid' ? paid.amountMinor : 0n
  if (state === 'written-off') return [{ kind: 'recovered', amountMinor }]
  const { penalties, fees, interest, principal } = portions
  return [
    { kind: 'penalties', amountMinor: penalties },
    { kind: 'fees', amountMinor: fees },
    { kind: 'interest', amountMinor: interest },
    { kind: 'principal', amountMinor: principal },
    { kind: 'overpaid', amountMinor: amountMinor - portionsTotal(portions) },
  ]
}

function refundedParts({ entries: [refunded] }: Moved): readonly LoanPart[] {
  return refunded?.type === 'refunded' ? [{ kind: 'overpaid', amountMinor: refunded.amountMinor }] : []
}

function partsOf(type: string, body: Moved): readonly LoanPart[] {
  switch (type) {
    case 'loan.disbursed':
    case 'loan.refinanced':
      return paidOutParts(body)
    case 'loan.repaid':
      return paidParts(body)
    case 'loan.refunded':
      return refundedParts(body)
    default:
      return []
  }
}

/** Money that came for the loan is positive. */
const changeOf = (type: string, { amountMinor }: Moved): bigint => (type === 'loan.repaid' ? amountMinor : -amountMinor)

/** What the drawer took or gave beyond what the loan says. */
const roundingOf = ({ entries }: JournalRecord): bigint =>
  sumMinor(
    entries
      .filter(({ description }) => description === 'cash-rounding')
      .flatMap(({ lines }) => lines.filter(({ account }) => account === postingAccounts.drawers))
      .map(({ amountMinor }) => amountMinor),
  )

/** What the money was for, part by part, which add up to it; what is nothing is not named. */
function partsOfRecord(record: JournalRecord, body: Moved): readonly LoanPart[] {
  const roundingMinor = record.type === 'loan.repaid' ? roundingOf(record) : -roundingOf(record)
  const parts: readonly LoanPart[] = [...partsOf(record.type, body), { kind: 'rounding', amountMinor: roundingMinor }]
  return parts.filter(({ amountMinor }) => amountMinor !== 0n)
}

/** What is left of a loan, and what is due next of it from a day on. */
function standing(
  { state, outstanding, next, late, lostMinor }: LoanHappened,
  on: BusinessDate,
): Pick<LoanReceipt, 'left' | 'lateMinor' | 'next'> {
  if (state === 'paid-off' || state === 'overpaid') return { left: { of: 'settled', amountMinor: 0n } }
  if (state === 'written-off' && lostMinor !== undefined) return { left: { of: 'written-off', amountMinor: lostMinor } }
  const left = { of: 'principal', amountMinor: outstanding.principal } as const
  if (late) return { left, lateMinor: late.amountMinor, ...(late.next ? { next: late.next } : {}) }
  if (next && next.dueOn < on) return { left, lateMinor: next.amountMinor }
  return { left, ...(next ? { next } : {}) }
}

/** Who paid for the borrower, or of whom something was held for the loan that was taken. */
const guarantorOf = (db: Database, { loanId, takenHold: hold, guaranteeId: word }: Moved): string | undefined =>
  guaranteesOf(db, loanId).find(one => one.guaranteeId === word || (hold !== undefined && one.holdId === hold))?.name

interface Told {
  readonly body: LoanHappened
  readonly changeMinor: bigint
  readonly parts: readonly LoanPart[]
  readonly accountId?: string | undefined
  readonly closedLoanId?: string | undefined
  readonly paidBy: string | undefined
}

function toldBy(db: Database, record: JournalRecord): Told | null {
  if (record.type.startsWith('loan.')) {
    const body = moved.parse(record.body)
    const { accountId, closed } = body
    const changeMinor = changeOf(record.type, body)
    const paidBy = guarantorOf(db, body)
    return { body, changeMinor, parts: partsOfRecord(record, body), accountId, closedLoanId: closed?.loanId, paidBy }
  }
  const { record: ref, loan } = record.type === 'operation.reversed' ? operationReversed.parse(record.body) : {}
  if (!ref || !loan) return null
  const body = undone.parse(loan)
  const original = present(recordAt(db, ref), 'a reversal follows what it reverses').record
  const was = moved.parse(original.body)
  return {
    body,
    changeMinor: -changeOf(original.type, was),
    parts: partsOfRecord(original, was),
    accountId: body.accountId,
    closedLoanId: was.closed?.loanId,
    paidBy: guarantorOf(db, was),
  }
}

/** What an operation on a loan did, on the client's side; null for any other operation. */
export function loanEffect(db: Database, record: JournalRecord): ReceiptEffect | null {
  const told = toldBy(db, record)
  const loan = told && loadLoan(db, told.body.loanId)
  if (!told || !loan) return null
  const { body, changeMinor, parts, accountId, closedLoanId, paidBy } = told
  const throughAccount = accountId === undefined ? undefined : accountNames(db, accountId)?.number
  const closedLoan = closedLoanId === undefined ? undefined : loadLoan(db, closedLoanId)?.number
  return {
    number: loan.number,
    clientId: loan.clientId,
    productName: loan.product.name,
    currency: loan.currency,
    changeMinor,
    balanceAfterMinor: body.overpaidMinor - body.outstanding.principal,
    fees: [],
    settled: [],
    loan: {
      parts,
      ...(throughAccount === undefined ? {} : { throughAccount }),
      ...(closedLoan === undefined ? {} : { closedLoan }),
      ...(paidBy === undefined ? {} : { paidBy }),
      ...standing(body, record.businessDate),
    },
  }
}
