import { z } from 'zod'
import type { BusinessDate } from '../../calendar/business-date.ts'
import { monthsBetween } from '../../calendar/months.ts'
import { foldText } from '../../customers/fold-text.ts'
import { readAmount, readDate } from '../../import/formats.ts'
import type { ImportField } from '../../import/import-kinds.ts'
import type { TableRow } from '../../import/table.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { openAccountSchema, setOverdraftSchema, takeOverSchema } from '../../savings/savings-commands.ts'
import type { JournalCommand } from '../command.ts'
import type { Unit } from '../execute-unit.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { amountRule } from './read-side.ts'
import { signingOf } from './signing-words.ts'

const type = 'savings.open'

/**
 * An account for each row, under a product of today, with its holders, its term, what it held in the former books and the overdraft that was
 * agreed: all or nothing. What no column says is the product's own. Rules: N6, N11, N14.
 */
export function* planAccounts(planning: Planning): Generator<readonly PlannedUnit[]> {
  const firstRows = new Map<string, number>()
  for (const row of planning.table.rows) yield [planAccount(planning, row, firstRows)]
}

function planAccount(planning: Planning, row: TableRow, firstRows: Map<string, number>): PlannedUnit {
  const externalId = cellOf(planning, row, 'externalId')
  const read = readAccount(planning, row, externalId)
  if (!read.ok) return refusedRow(planning, row, type, read.refusal)
  const unit = { type, rows: [row.row] } as const
  const first = firstRows.get(externalId)
  if (first !== undefined)
    return { ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } }
  firstRows.set(externalId, row.row)
  return { ...unit, steps: read.value }
}

const fault = (field: ImportField, rule: string) => refuse<Fault>({ field, rule })

function readAccount(planning: Planning, row: TableRow, externalId: string): Result<Unit, Fault> {
  const { spec, log, products, clientOf, parse } = planning
  const cell = (field: ImportField): string => cellOf(planning, row, field)
  if (externalId === '') return fault('externalId', 'missing')
  const clientId = clientOf(cell('client'))
  if (clientId === null) return fault('client', cell('client') === '' ? 'missing' : 'not-known-here')
  const wanted = foldText(cell('product'))
  const product = products.find(one => [one.productId, one.name].some(name => foldText(name) === wanted))
  if (!product) return fault('product', wanted === '' ? 'missing' : 'not-one-of')
  const { productId, currency } = product
  const held = readHolders(planning, row)
  if (!held.ok) return held
  const term = readTerm(planning, row)
  if (!term.ok) return term
  const amounts = readAmounts(planning, row, currency)
  if (!amounts.ok) return amounts
  const { balance, interestMinor, paidInMinor, installmentMinor, overdraftMinor } = amounts.value
  const isOwed = owedIn(cell('balance')) !== null
  const isMore = term.value !== null || interestMinor > 0n || paidInMinor > 0n
  if (isMore && balance === 0n) return fault('balance', 'missing')
  const keyOf = (part: string): string => importKey({ log, name: spec.name, part, externalId })
  const opened = parse(openAccountSchema, {
    type,
    key: keyOf('account'),
    clientId,
    productId,
    ...held.value,
    ...(term.value && { termMonths: monthsBetween(term.value.termFrom, term.value.maturesOn) }),
    ...filled({ installmentMinor }),
  })
  if (!opened.ok) return fault(fieldOf(opened.refusal.field), opened.refusal.rule)
  const onAccount = ({ accountId }: Readonly<Record<string, string>>, part: string) => ({ key: keyOf(part), accountId })
  const takenOver = (made: Readonly<Record<string, string>>): JournalCommand =>
    takeOverSchema.parse({
      type: 'savings.take-over',
      ...onAccount(made, 'account-balance'),
      amountMinor: balance,
      currency,
      ...(isOwed ? { isOwed } : {}),
      ...term.value,
      ...filled({ interestMinor, paidInMinor }),
    })
  const agreed = (made: Readonly<Record<string, string>>): JournalCommand =>
    setOverdraftSchema.parse({
      type: 'savings.set-overdraft',
      ...onAccount(made, 'account-overdraft'),
      limitMinor: overdraftMinor,
    })
  return ok([
    () => opened.value,
    ...(cell('overdraftMinor') === '' ? [] : [agreed]),
    ...(balance > 0n ? [takenOver] : []),
  ])
}

const filled = (amounts: Readonly<Record<string, bigint>>): Readonly<Record<string, bigint>> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amountMinor]) => amountMinor > 0n))

const openingFields = z.enum(['holders', 'signing', 'installmentMinor'])

const fieldOf = (path: string): ImportField => {
  const found = openingFields.safeParse(path.split('.')[0])
  return found.success ? found.data : path === 'termMonths' ? 'maturesOn' : 'externalId'
}

/** The amount of a balance below zero, which is written with a minus or in parentheses; null for any other. */
function owedIn(text: string): string | null {
  const [, before, within, after] = /^[-\u2212] ?([\d].*)$|^\((.+)\)$|^(.*\d) ?[-\u2212]$/.exec(text) ?? []
  return before ?? within ?? after ?? null
}

interface Held {
  readonly holders?: readonly string[]
  readonly signing?: 'any' | 'all'
}

/** The numbers of those who hold it besides the client, with commas or semicolons between them. */
function readHolders(planning: Planning, row: TableRow): Result<Held, Fault> {
  const signing = signingOf(cellOf(planning, row, 'signing'))
  if (signing === null) return fault('signing', 'not-one-of')
  const numbers = cellOf(planning, row, 'holders')
    .split(/[;,]/)
    .map(number => number.trim())
    .filter(number => number !== '')
  const holders: string[] = []
  for (const number of numbers) {
    const holder = planning.clientOf(number)
    if (holder === null) return fault('holders', 'not-known-here')
    holders.push(holder)
  }
  return ok(holders.length > 0 ? { holders, signing } : {})
}

interface Term {
  readonly termFrom: BusinessDate
  readonly maturesOn: BusinessDate
}

function readTerm(planning: Planning, row: TableRow): Result<Term | null, Fault> {
  const dates: BusinessDate[] = []
  const fields = ['termFrom', 'maturesOn'] as const
  if (fields.every(field => cellOf(planning, row, field) === '')) return ok(null)
  for (const field of fields) {
    const text = cellOf(planning, row, field)
    const date = readDate(text, planning.spec.formats.dateOrder)
    if (date === null) return fault(field, text === '' ? 'missing' : 'not-a-date')
    dates.push(date)
  }
  const [termFrom, maturesOn] = dates
  return termFrom && maturesOn ? ok({ termFrom, maturesOn }) : ok(null)
}

const amountFields = ['balance', 'interestMinor', 'paidInMinor', 'installmentMinor', 'overdraftMinor'] as const
type Amounts = Readonly<Record<(typeof amountFields)[number], bigint>>

function readAmounts(planning: Planning, row: TableRow, currency: CurrencyCode): Result<Amounts, Fault> {
  const amounts = { balance: 0n, interestMinor: 0n, paidInMinor: 0n, installmentMinor: 0n, overdraftMinor: 0n }
  for (const field of amountFields) {
    const text = cellOf(planning, row, field)
    const owed = field === 'balance' ? owedIn(text) : null
    const amount = readAmount(owed ?? text, currency, planning.spec.formats.decimalMark)
    if (!amount.ok) return fault(field, amountRule(amount.refusal))
    amounts[field] = amount.value
  }
  return ok(amounts)
}
