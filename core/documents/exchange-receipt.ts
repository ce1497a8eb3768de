import { present } from '../assert.ts'
import { hex } from '../crypto/hash.ts'
import { fxExchanged } from '../foreign-exchange/exchange-records.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { absoluteMinor, type Money } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { copiesOf, reversedOf } from '../storage/corrections.ts'
import { publishedRate } from '../storage/exchange-rates.ts'
import { recordAt } from '../storage/records.ts'
import { institutionRow } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { amountInWords } from './amount-in-words.ts'
import { cashierOf } from './cashier-of.ts'
import type { ExchangeReceiptModel, ReceiptRate } from './document-model.ts'
import { type DocumentDesk, letterhead, staffName } from './letterhead.ts'
import { reversalLinks, reversalReason, reversedOperation, secondName } from './receipt.ts'
import { receiptCode } from './receipt-code.ts'

/**
 * The receipt of an exchange, or of its reversal, in which both sides are turned round; null for a record that is neither. Refuses
 * no-receipt for one of another device, whose key alone can vouch for it. Rule: D20.
 */
export function exchangeReceiptModel(
  { db }: Books,
  desk: DocumentDesk,
  ref: RecordRef,
  locale: string,
): Result<ExchangeReceiptModel, Refusal> | null {
  const stored = recordAt(db, ref)
  const exchange = stored && exchangeBehind(db, stored)
  if (!stored || !exchange) return null
  const { record, position, hash } = stored
  const number = record.receipt
  if (number === undefined || ref.log !== desk.log.logId) return refuse({ type: 'no-receipt' })
  const { currency: own, institutionId } = present(institutionRow(db), 'the institution is founded')
  const { body } = exchange
  const [handedIn, paidOut] = sidesOf(record)
  const rates = body.rates.map((said): ReceiptRate => {
    const { buy, sell, quote } = publishedRate(db, said, currencyOf(own))
    const isBought = said.currency === body.currency
    return { way: isBought ? 'bought' : 'sold', currency: said.currency, quote, rate: isBought ? buy : sell }
  })
  return ok({
    ...letterhead(db, desk, record.branch, locale),
    kind: 'exchange-receipt',
    number,
    copy: copiesOf(db, position),
    operation: record.type,
    ...reversedOperation(db, position),
    recordedAt: record.recordedAt,
    businessDate: record.businessDate,
    officerName: staffName(db, cashierOf(db, record)),
    ...secondName(db, record),
    handedIn: { ...handedIn, inWords: amountInWords(handedIn, locale) },
    paidOut: { ...paidOut, inWords: amountInWords(paidOut, locale) },
    rates,
    ...roundingOf(record),
    ...reversalLinks(db, position),
    ...reversalReason(record),
    code: receiptCode(
      {
        institution: institutionId.replaceAll('-', '').slice(0, 16),
        seq: record.seq,
        receipt: number,
        operation: record.type,
        ...reversedOperation(db, position),
        changeMinor: handedIn.amountMinor,
        currency: handedIn.currency,
        paidOut,
        businessDate: record.businessDate,
        recordedAt: record.recordedAt,
        recordHash: hex(hash).slice(0, 16),
      },
      desk.log.signer,
    ),
  })
}

type Stored = NonNullable<ReturnType<typeof recordAt>>

/** The exchange that a record is, or that it reverses. */
function exchangeBehind(db: Books['db'], { record, position }: Stored) {
  const reversed = record.type === 'operation.reversed' ? reversedOf(db, position) : null
  const original = reversed ? recordAt(db, reversed)?.record : record
  return original?.type === 'fx.exchanged' ? { body: fxExchanged.parse(original.body) } : null
}

/** What came into a drawer, and what left one. */
function sidesOf({ entries }: JournalRecord): readonly [handedIn: Money, paidOut: Money] {
  const cash = entries.flatMap(({ lines }) => lines.filter(({ account }) => account === postingAccounts.drawers))
  const side = (isIn: boolean): Money => {
    const line = present(
      cash.find(({ amountMinor }) => amountMinor > 0n === isIn),
      'an exchange moves cash both ways',
    )
    return { amountMinor: absoluteMinor(line.amountMinor), currency: line.currency }
  }
  return [side(true), side(false)]
}

function roundingOf({ entries }: JournalRecord): Pick<ExchangeReceiptModel, 'rounding'> {
  const line = entries.flatMap(({ lines }) => lines).find(({ account }) => account === postingAccounts.cashRounding)
  return line ? { rounding: { amountMinor: line.amountMinor, currency: line.currency } } : {}
}
