import { type CurrencyCode, minorUnitOf } from '../money/currency.ts'
import { decimalText } from '../money/decimal-text.ts'
import type { ExportedEntry, ExportedLine } from './book-events.ts'
import type { ExportWriter } from './export-writer.ts'
import { currenciesOf, leavesOf } from './exported-books.ts'
import { fileHead, fileTail } from './file-head.ts'
import type { Leaf } from './leaf-balances.ts'
import { harmlessText, operationText } from './plain-text.ts'

const tags = ['eid', 'seq', 'booked', 'hash', 'memo', 'name']

/**
 * One file for hledger and for ledger, in what both read the same way: everything is declared, every amount is written out with the
 * currency's decimals, and balances are asserted by postings of zero. Rules: X1 to X11.
 */
export const ledgerJournal: ExportWriter = {
  suffix: '.journal',
  *head(books) {
    yield* fileHead(books)
    yield ''
    for (const currency of currenciesOf(books)) {
      yield `commodity ${currency}`
      yield `    format ${currency} ${formatOf(currency)}`
    }
    yield ''
    for (const tag of tags) yield `tag ${tag}`
    yield ''
    for (const leaf of leavesOf(books)) yield* declaration(leaf)
  },
  *event(event) {
    switch (event.kind) {
      case 'opening':
        yield* ['', `${event.date} * (OPENING) Balances taken over`, ...event.balances.map(posting)]
        return
      case 'entry':
        yield* entryLines(event.entry)
        return
      case 'balances':
        yield* ['', `${event.date} * (BALANCES) Balances at the end of the day`, ...event.balances.map(assertion)]
    }
  },
  tail: fileTail,
}

/** Both tools take the point of `1000.` as the sign that there are no decimals. */
const formatOf = (currency: CurrencyCode): string => {
  const decimals = minorUnitOf(currency)
  return `1000.${'0'.repeat(decimals)}`
}

function* declaration({ name, title }: Leaf): Generator<string> {
  yield `account ${name}`
  const text = harmlessText(title)
  if (text !== '') yield `    ; name: ${text}`
}

function* entryLines({ code, logId, seq, entryNo, type, memo, valueDate, bookingDate, hash, lines }: ExportedEntry) {
  yield ''
  yield `${valueDate} * (${code}) ${operationText(type)}`
  yield `    ; eid: ${logId}/${seq}/${entryNo + 1}`
  yield `    ; seq: ${seq}`
  yield `    ; booked: ${bookingDate}`
  yield `    ; hash: ${hash}`
  const text = harmlessText(memo)
  if (text !== '') yield `    ; memo: ${text}`
  for (const line of lines) yield posting(line)
}

const posting = ({ leaf, currency, amountMinor }: ExportedLine): string =>
  `    ${leaf.name}  ${amount(currency, amountMinor)}`

const assertion = ({ leaf, currency, amountMinor }: ExportedLine): string =>
  `    ${leaf.name}  ${amount(currency, 0n)} = ${amount(currency, amountMinor)}`

const amount = (currency: CurrencyCode, amountMinor: bigint): string =>
  `${currency} ${decimalText({ amountMinor, currency })}`
