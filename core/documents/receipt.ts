import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { reversalReasons } from '../corrections/correction-commands.ts'
import { operationReversed } from '../corrections/correction-records.ts'
import { hex } from '../crypto/hash.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { absoluteMinor, sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type FeeKind, feeKindOf } from '../savings/account-fees.ts'
import type { Books } from '../storage/books.ts'
import { accountNames, clientRow } from '../storage/clients.ts'
import { copiesOf, reversalOf, reversedOf, reversedTypeOf } from '../storage/corrections.ts'
import { accountLinesOf } from '../storage/lines.ts'
import { recordAt, type StoredRecord } from '../storage/records.ts'
import { institutionRow } from '../storage/reference.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { amountInWords } from './amount-in-words.ts'
import { cashierOf, secondPersonOf } from './cashier-of.ts'
import type { ReceiptModel } from './document-model.ts'
import { type DocumentDesk, letterhead, staffName } from './letterhead.ts'
import { loanEffect } from './loan-receipt.ts'
import { type AskedLocale, paperLocale } from './paper-locale.ts'
import { receiptCode } from './receipt-code.ts'
import type { ReceiptEffect } from './receipt-effect.ts'

interface ReceiptRequest extends AskedLocale {
  readonly record: RecordRef
}

/**
 * The receipt of an operation, from the books alone: printed today or in ten years it says the same, but for the copy
 * number, what reversed it since, and who prints. Refuses, in order: `record-unknown`; `no-receipt` for an operation that
 * gives none, and for one of another device, whose key alone can vouch for it. Rules: D1 to D4.
 */
export function receiptModel(
  { db }: Books,
  desk: DocumentDesk,
  { record: ref, ...asked }: ReceiptRequest,
): Result<ReceiptModel, Refusal> {
  const stored = recordAt(db, ref)
  if (!stored) return refuse({ type: 'record-unknown' })
  const effect = loanEffect(db, stored.record) ?? effectOf(db, stored)
  const number = stored.record.receipt
  if (number === undefined || !effect || ref.log !== desk.log.logId) return refuse({ type: 'no-receipt' })
  const { record } = stored
  const { changeMinor, balanceAfterMinor, fees, settled, toAccountNumber, currency, loan } = effect
  const amountMinor = absoluteMinor(changeMinor)
  const locale = paperLocale(db, effect.clientId, asked)
  const client = present(clientRow(db, effect.clientId), 'an account belongs to a client')
  return ok({
    ...letterhead(db, desk, record.branch, locale),
    kind: 'receipt',
    number,
    copy: copiesOf(db, stored.position),
    operation: record.type,
    ...reversedOperation(db, stored.position),
    direction: changeMinor < 0n ? 'out' : 'in',
    recordedAt: record.recordedAt,
    businessDate: record.businessDate,
    valueDate: record.valueDate,
    officerName: staffName(db, cashierOf(db, record)),
    ...secondName(db, record),
    clientName: client.name || client.number,
    clientNumber: client.number,
    accountNumber: effect.number,
    productName: effect.productName,
    currency,
    amountMinor,
    amountInWords: amountInWords({ amountMinor, currency }, locale),
    fees,
    ...(settled.length > 0 ? { settled } : {}),
    ...(toAccountNumber === undefined ? {} : { toAccountNumber }),
    balanceAfterMinor,
    ...(loan ? { loan } : {}),
    ...reversalLinks(db, stored.position),
    ...reversalReason(record),
    code: signedCode(db, desk, stored, number, effect),
  })
}

function effectOf(db: Database, { position, record }: StoredRecord): ReceiptEffect | null {
  const lines = accountLinesOf(db, position)
  for (const { subAccount } of lines) {
    const account = subAccount === null ? null : loadSavingsAccount(db, subAccount, record.businessDate)
    if (!account) continue
    const own = lines.filter(line => line.subAccount === subAccount)
    const saidOf = ({ entryNo }: { readonly entryNo: number }) => record.entries[entryNo]?.description ?? ''
    const feeOf = (line: { readonly entryNo: number }) => feeKindOf(saidOf(line))
    const before = record.type === 'savings.closed' ? own.slice(0, -1) : []
    const other = lines.find(line => line.subAccount !== null && line.subAccount !== subAccount)?.subAccount
    const toAccountNumber = other && accountNames(db, other)?.number
    return {
      number: account.number,
      clientId: account.clientId,
      productName: account.product.name,
      currency: account.currency,
      changeMinor: -sumMinor(movedLines(record.type, own, feeOf).map(line => line.amountMinor)),
      balanceAfterMinor: -present(own.at(-1)?.balanceMinor, 'a line of a sub-account carries the balance after it'),
      fees: own.flatMap(line => {
        const kind = feeOf(line)
        return kind === null ? [] : [{ kind, amountMinor: absoluteMinor(line.amountMinor) }]
      }),
      settled: before
        .filter(line => feeOf(line) === null)
        .map(line => ({ description: saidOf(line), amountMinor: -line.amountMinor })),
      ...(toAccountNumber ? { toAccountNumber } : {}),
    }
  }
  return null
}

/** What the receipt is for: all but the fees; of a closing what was paid out, which is booked last, after interest and fees. */
function movedLines<L>(type: string, own: readonly L[], feeOf: (line: L) => FeeKind | null): readonly L[] {
  return type === 'savings.closed' ? own.slice(-1) : own.filter(line => feeOf(line) === null)
}

/** Of a reversal: the type of what it reversed. */
export function reversedOperation(db: Database, position: number): { readonly reversedOperation?: string } {
  const reversed = reversedTypeOf(db, position)
  return reversed === null ? {} : { reversedOperation: reversed }
}

/** The receipts of what it reverses, and of what reversed it. */
export function reversalLinks(
  db: Database,
  position: number,
): Pick<ReceiptModel, 'reversesReceipt' | 'reversedByReceipt'> {
  const numberOf = (ref: RecordRef | null): number | undefined => (ref ? recordAt(db, ref)?.record.receipt : undefined)
  const reversesReceipt = numberOf(reversedOf(db, position))
  const reversedByReceipt = numberOf(reversalOf(db, position))
  return {
    ...(reversesReceipt === undefined ? {} : { reversesReceipt }),
    ...(reversedByReceipt === undefined ? {} : { reversedByReceipt }),
  }
}

/** Of a reversal: why. */
export function reversalReason({ type, body }: JournalRecord): Pick<ReceiptModel, 'reason'> {
  const said = type === 'operation.reversed' ? operationReversed.parse(body).reason : null
  const reason = reversalReasons.find(known => known === said)
  return reason ? { reason } : {}
}

export function secondName(db: Database, record: JournalRecord): Pick<ReceiptModel, 'secondPersonName'> {
  const second = secondPersonOf(db, record)
  return second === null ? {} : { secondPersonName: staffName(db, second) }
}

function signedCode(
  db: Database,
  desk: DocumentDesk,
  stored: StoredRecord,
  number: number,
  effect: ReceiptEffect,
): string {
  const { record, hash } = stored
  const { institutionId } = present(institutionRow(db), 'the institution is founded')
  return receiptCode(
    {
      institution: institutionId.replaceAll('-', '').slice(0, 16),
      seq: record.seq,
      receipt: number,
      operation: record.type,
      ...reversedOperation(db, stored.position),
      accountNumber: effect.number,
      changeMinor: effect.changeMinor,
      balanceAfterMinor: effect.balanceAfterMinor,
      currency: effect.currency,
      businessDate: record.businessDate,
      recordedAt: record.recordedAt,
      recordHash: hex(hash).slice(0, 16),
    },
    desk.log.signer,
  )
}
