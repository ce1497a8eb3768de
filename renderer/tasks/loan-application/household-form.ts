import { westernDigits } from '../../../core/customers/fold-text.ts'
import { type Household, type HouseholdFlow, householdFlows, householdKinds } from '../../../core/loans/household.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { readAmountOrZero } from '../../lib/read-amount.ts'

type HouseholdLine = Household['lines'][number]

/** One thing that comes into a household or leaves it, as typed; without an amount it is not there. */
export interface TypedLine {
  readonly flow: HouseholdFlow
  readonly kind: string
  readonly amount: string
  /** Numbers of months; every month when it is empty. */
  readonly months: string
}

export const lineOf = (flow: HouseholdFlow): TypedLine => ({
  flow,
  kind: householdKinds[flow][0],
  amount: '',
  months: '',
})

/** One of each to begin with. */
export const firstLines: readonly TypedLine[] = householdFlows.map(lineOf)

interface Reading {
  readonly currency: CurrencyCode
  readonly locale: string
}

/** The months that are meant, 1 to 12, each once; nothing where one cannot be read. */
export function readMonths(text: string): readonly number[] | undefined {
  const months = westernDigits(text)
    .split(/\D+/)
    .filter(one => one !== '')
    .map(Number)
  const isRead = months.every(month => month >= 1 && month <= 12) && new Set(months).size === months.length
  return isRead && !/\p{L}/u.test(text) ? months : undefined
}

function readLine({ flow, kind, amount, months }: TypedLine, { currency, locale }: Reading): HouseholdLine | undefined {
  const amountMinor = readAmountOrZero(amount, currency, locale)
  const inMonths = readMonths(months)
  if (amountMinor === undefined || !inMonths) return undefined
  const said = { amountMinor, ...(inMonths.length > 0 ? { months: [...inMonths] } : {}) }
  switch (flow) {
    case 'income':
      return { flow, kind: householdKinds[flow].find(one => one === kind) ?? 'other', ...said }
    case 'expense':
      return { flow, kind: householdKinds[flow].find(one => one === kind) ?? 'other', ...said }
    case 'debt':
      return { flow, kind: householdKinds[flow].find(one => one === kind) ?? 'other', ...said }
  }
}

/** The household that is meant; nothing while nothing is typed, `unreadable` where something cannot be read. */
export function readHousehold(typed: readonly TypedLine[], reading: Reading): Household | undefined | 'unreadable' {
  const lines: HouseholdLine[] = []
  for (const one of typed.filter(({ amount }) => amount.trim() !== '')) {
    const line = readLine(one, reading)
    if (!line) return 'unreadable'
    lines.push(line)
  }
  return lines.length > 0 ? { lines } : undefined
}

/** The same as it is typed. */
export const typedLines = ({ lines }: Household, { currency, locale }: Reading): readonly TypedLine[] =>
  lines.map(({ flow, kind, amountMinor, months = [] }) => ({
    flow,
    kind,
    amount: formatAmount({ amountMinor, currency }, locale),
    months: months.map(month => formatNumber(month, locale)).join(' '),
  }))
