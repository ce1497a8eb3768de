import { addDays } from '../calendar/business-date.ts'
import { decimalText } from '../money/decimal-text.ts'
import type { ExportedEntry, ExportedLine } from './book-events.ts'
import type { ExportWriter } from './export-writer.ts'
import { currenciesOf, leavesOf } from './exported-books.ts'
import { fileHead, fileTail } from './file-head.ts'
import type { Leaf } from './leaf-balances.ts'
import { harmlessText, operationText } from './plain-text.ts'

/** No business date is earlier than 1900. */
const beforeAll = '1899-12-31'

/**
 * The file for Beancount: no tolerance anywhere, accounts opened for their currencies only, and a plugin that refuses postings to an
 * account with parts. Rules: X1 to X11.
 */
export const beancountFile: ExportWriter = {
  suffix: '.beancount',
  *head(books) {
    yield* fileHead(books)
    yield ''
    yield `option "title" "${books.institutionId}"`
    yield 'option "inferred_tolerance_multiplier" "0"'
    for (const currency of currenciesOf(books)) yield `option "operating_currency" "${currency}"`
    yield 'plugin "beancount.plugins.leafonly"'
    yield ''
    for (const currency of currenciesOf(books)) yield `${beforeAll} commodity ${currency}`
    for (const leaf of leavesOf(books)) yield* opening(leaf)
  },
  *event(event) {
    switch (event.kind) {
      case 'opening':
        yield* ['', `${event.date} * "Balances taken over"`, ...event.balances.map(posting)]
        return
      case 'entry':
        yield* entryLines(event.entry)
        return
      case 'balances': {
        const nextDay = addDays(event.date, 1)
        yield ''
        for (const { leaf, currency, amountMinor } of event.balances)
          yield `${nextDay} balance ${leaf.name}  ${decimalText({ amountMinor, currency })} ~ 0 ${currency}`
      }
    }
  },
  tail: fileTail,
}

function* opening({ name, title, currencies }: Leaf): Generator<string> {
  yield `${beforeAll} open ${name} ${currencies.join(',')}`
  yield `  name: "${harmlessText(title)}"`
}

function* entryLines({ code, logId, seq, entryNo, type, memo, valueDate, bookingDate, hash, lines }: ExportedEntry) {
  yield ''
  yield `${valueDate} * "${operationText(type)}"`
  yield `  code: "${code}"`
  yield `  eid: "${logId}/${seq}/${entryNo + 1}"`
  yield `  seq: ${seq}`
  yield `  booked: ${bookingDate}`
  yield `  hash: "${hash}"`
  yield `  memo: "${harmlessText(memo)}"`
  for (const line of lines) yield posting(line)
}

const posting = ({ leaf, currency, amountMinor }: ExportedLine): string =>
  `  ${leaf.name}  ${decimalText({ amountMinor, currency })} ${currency}`
