import { csvCell, csvText } from '../csv-row.ts'
import { sumMinor } from '../money/amount.ts'
import { decimalText } from '../money/decimal-text.ts'
import type { ExportedLine } from './book-events.ts'
import type { ExportWriter } from './export-writer.ts'
import { currenciesOf, type ExportedBooks } from './exported-books.ts'
import type { LeafBalance } from './leaf-balances.ts'
import { harmlessText } from './plain-text.ts'

const row = (cells: readonly string[]): string => cells.join(',')

const lineColumns = [
  'entry',
  'operation',
  'value_date',
  'booking_date',
  'branch',
  'account',
  'name',
  'leaf',
  'currency',
  'amount',
  'memo',
  'hash',
]

/** Every line, debits positive; balances that were taken over are the lines of an entry `OPENING`. */
export const linesCsv: ExportWriter = {
  suffix: '-lines.csv',
  head: () => [row(lineColumns)],
  *event(event) {
    if (event.kind === 'opening') {
      const entry = { code: 'OPENING', type: '', valueDate: event.date, bookingDate: event.date, memo: '', hash: '' }
      for (const line of event.balances) yield lineRow(entry, line)
    }
    if (event.kind === 'entry') for (const line of event.entry.lines) yield lineRow(event.entry, line)
  },
  tail: () => [],
}

interface RowEntry {
  readonly code: string
  readonly type: string
  readonly valueDate: string
  readonly bookingDate: string
  readonly memo: string
  readonly hash: string
}

const lineRow = (
  { code, type, valueDate, bookingDate, memo, hash }: RowEntry,
  { leaf, currency, amountMinor }: ExportedLine,
): string =>
  row([
    csvText(code),
    csvText(type),
    valueDate,
    bookingDate,
    csvText(leaf.branchCode),
    leaf.code,
    csvText(harmlessText(leaf.title)),
    csvText(leaf.name),
    currency,
    csvCell(decimalText({ amountMinor, currency })),
    csvText(harmlessText(memo)),
    hash,
  ])

const trialBalanceColumns = [
  'branch',
  'account',
  'name',
  'type',
  'leaf',
  'currency',
  'opening',
  'debits',
  'credits',
  'closing',
  'closing_debit',
  'closing_credit',
]

/** The trial balance of every leaf, and under it a row `TOTAL` for each currency, whose opening and closing are zero. */
export const trialBalanceCsv: ExportWriter = {
  suffix: '-trial-balance.csv',
  *head(books) {
    yield row(trialBalanceColumns)
    for (const balance of books.balances) yield balanceRow(balance)
    yield* totalRows(books)
  },
  event: () => [],
  tail: () => [],
}

const balanceRow = ({ leaf, currency, ...sums }: LeafBalance): string =>
  row([
    csvText(leaf.branchCode),
    leaf.code,
    csvText(harmlessText(leaf.title)),
    leaf.type,
    csvText(leaf.name),
    currency,
    ...amounts(currency, sums),
  ])

interface Sums {
  readonly openingMinor: bigint
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

function amounts(
  currency: LeafBalance['currency'],
  { openingMinor, debitMinor, creditMinor }: Sums,
): readonly string[] {
  const closingMinor = openingMinor + debitMinor - creditMinor
  const sides = closingMinor > 0n ? [closingMinor, 0n] : [0n, -closingMinor]
  return [openingMinor, debitMinor, creditMinor, closingMinor, ...sides].map(amountMinor =>
    decimalText({ amountMinor, currency }),
  )
}

function* totalRows(books: ExportedBooks): Generator<string> {
  for (const currency of currenciesOf(books)) {
    const own = books.balances.filter(balance => balance.currency === currency)
    const total = (of: (balance: LeafBalance) => bigint): bigint => sumMinor(own.map(of))
    const closing = own.map(({ openingMinor, debitMinor, creditMinor }) => openingMinor + debitMinor - creditMinor)
    const sums = [
      total(({ openingMinor }) => openingMinor),
      total(({ debitMinor }) => debitMinor),
      total(({ creditMinor }) => creditMinor),
      sumMinor(closing),
      sumMinor(closing.filter(minor => minor > 0n)),
      -sumMinor(closing.filter(minor => minor < 0n)),
    ]
    yield row(['TOTAL', '', '', '', '', currency, ...sums.map(amountMinor => decimalText({ amountMinor, currency }))])
  }
}
