/** A loan as somebody keeps it on a sheet of paper: whole numbers and fractions by hand, and every day counted anew from the first. */
export interface SheetTerms {
  readonly kind: 'flat' | 'annuity'
  readonly principal: bigint
  /** A year, of thirty-day months. */
  readonly percent: bigint
  readonly months: number
}

export const parts = ['penalties', 'fees', 'interest', 'principal'] as const
type Part = (typeof parts)[number]
type Parts = Record<Part, bigint>

type Deed =
  | { readonly type: 'paid-out' }
  | { readonly type: 'paid'; readonly amount: bigint }
  | { readonly type: 'charged'; readonly part: 'fees' | 'penalties'; readonly amount: bigint; readonly due: string }
  | { readonly type: 'charge-waived'; readonly charge: Written }
  | { readonly type: 'interest-waived'; readonly amount: bigint }
  | { readonly type: 'written-off' }
  | { readonly type: 'refunded'; readonly amount: bigint }

/** A line of the sheet; what is struck out counts for nothing. */
export type Written = Deed & { readonly counts: string; readonly written: string; isStruck: boolean }

interface Row extends Record<'due' | 'paid' | 'waived' | 'lost', Parts> {
  readonly from: string
  on: string
  readonly planned: bigint
  readonly isExtra: boolean
  /** Principal that was given back though it was not overpaid any more, and what is paid of it: it is paid first. */
  again: bigint
  againPaid: bigint
}

const none = (): Parts => ({ penalties: 0n, fees: 0n, interest: 0n, principal: 0n })
const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one < other ? one : other))
const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n)
const halfUp = (over: bigint, under: bigint): bigint => (2n * over + under) / (2n * under)
const sumOf = (all: readonly bigint[]): bigint => all.reduce((one, other) => one + other, 0n)
const open = (row: Row, part: Part): bigint => row.due[part] - row.paid[part] - row.waived[part] - row.lost[part]
const openIn = (row: Row): bigint => sumOf(parts.map(part => open(row, part)))
const days = (from: string, to: string): bigint => BigInt(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

/** So many months later; the sheet is for days that every month has. */
function monthsLater(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}${date.slice(7)}`
}

/** What each month costs: interest, then principal. */
function plan({ kind, principal, percent, months }: SheetTerms): readonly (readonly [bigint, bigint])[] {
  const count = BigInt(months)
  const inAll = halfUp(principal * percent * count, 1200n)
  const flat = halfUp(principal * percent, 1200n)
  const power = (base: bigint): bigint => base ** count
  const level =
    percent === 0n
      ? halfUp(principal, count)
      : halfUp(principal * percent * power(1200n + percent), 1200n * (power(1200n + percent) - power(1200n)))
  let owed = principal
  let interestLeft = inAll
  return Array.from({ length: months }, (_, place) => {
    const isLast = place === months - 1
    const usual = kind === 'flat' ? least(flat, interestLeft) : halfUp(owed * percent, 1200n)
    const interest = kind === 'flat' && isLast ? interestLeft : usual
    const wanted = kind === 'flat' ? halfUp(principal, count) : atLeastNothing(level - interest)
    const part = isLast ? owed : least(wanted, owed)
    owed -= part
    interestLeft -= interest
    return [interest, part] as const
  })
}

/** What the sheet says at the end of a day. */
export interface Told {
  readonly open: Parts
  readonly overpaid: bigint
  /** Since when it is written off, and what of that has not come in since. */
  readonly lostOn: string | null
  readonly lostLeft: bigint
  readonly arrears: bigint
  readonly daysLate: number
  readonly state: 'approved' | 'active' | 'overpaid' | 'paid-off' | 'written-off'
  /** What stands on each account of the books for it, debits less credits. */
  readonly books: Readonly<Record<string, bigint>>
  readonly rows: readonly Row[]
}

export class LoanSheet {
  readonly terms: SheetTerms
  readonly lines: Written[] = []

  constructor(terms: SheetTerms) {
    this.terms = terms
  }

  write(deed: Deed, written: string, counts = written): Written {
    const line: Written = { ...deed, written, counts, isStruck: false }
    this.lines.push(line)
    return line
  }

  get standing(): readonly Written[] {
    return this.lines.filter(({ isStruck }) => !isStruck)
  }

  get startsOn(): string | null {
    return this.standing.find(({ type }) => type === 'paid-out')?.counts ?? null
  }

  /** Everything once more, in the order in which it counts. */
  told(today: string): Told {
    const { startsOn } = this
    if (startsOn === null) return notPaidOut
    const play = new Play(this.terms, startsOn)
    const day = (line: Written): string =>
      line.type === 'charged' && line.due < line.written
        ? line.due
        : line.type === 'charged'
          ? line.written
          : line.counts
    const inOrder = this.standing
      .map((line, place) => ({ line, key: `${day(line)} ${line.written} ${String(place).padStart(4, '0')}` }))
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    for (const { line } of inOrder) play.take(line)
    return play.told(today)
  }
}

const notPaidOut: Told = {
  open: none(),
  overpaid: 0n,
  lostOn: null,
  lostLeft: 0n,
  arrears: 0n,
  daysLate: 0,
  state: 'approved',
  books: {},
  rows: [],
}

/** One reading of the sheet from its first line to its last. */
class Play {
  readonly rows: Row[]
  overpaid = 0n
  recovered = 0n
  lostOn: string | null = null
  readonly charged = new Map<Written, Row>()

  constructor(terms: SheetTerms, startsOn: string) {
    this.rows = plan(terms).map(([interest, principal], place) => ({
      from: monthsLater(startsOn, place),
      on: monthsLater(startsOn, place + 1),
      planned: interest,
      isExtra: false,
      again: 0n,
      againPaid: 0n,
      due: { ...none(), interest, principal },
      paid: none(),
      waived: none(),
      lost: none(),
    }))
  }

  take(line: Written): void {
    if (line.type === 'paid' && this.lostOn !== null) this.recovered += line.amount
    else if (line.type === 'paid') this.pay(line.amount)
    else if (line.type === 'charged') this.charge(line, line.part, line.amount, line.due)
    else if (line.type === 'charge-waived') this.forgiveCharge(line.charge)
    else if (line.type === 'interest-waived') this.forgiveInterest(line.amount)
    else if (line.type === 'refunded') this.giveBack(line.amount, line.counts)
    else if (line.type === 'written-off') this.giveUp(line.counts)
  }

  private pay(amount: bigint): void {
    let left = amount
    for (const row of this.rows)
      for (const part of parts) {
        const taken = least(left, open(row, part))
        row.paid[part] += taken
        if (part === 'principal') row.againPaid += least(taken, row.again - row.againPaid)
        left -= taken
      }
    this.overpaid += left
  }

  private charge(line: Written, part: 'fees' | 'penalties', amount: bigint, on: string): void {
    const row = this.rows.find(one => !one.isExtra && on <= one.on) ?? this.extra(on)
    row.due[part] += amount
    this.charged.set(line, row)
    const had = this.overpaid
    this.overpaid = 0n
    this.pay(had)
  }

  private extra(on: string): Row {
    const last = this.rows.at(-1)
    if (!last) throw new Error('a loan has a month')
    if (last.isExtra) {
      if (last.on < on) last.on = on
      return last
    }
    const empty = { due: none(), paid: none(), waived: none(), lost: none() }
    const row: Row = { from: last.on, on, planned: 0n, isExtra: true, again: 0n, againPaid: 0n, ...empty }
    this.rows.push(row)
    return row
  }

  private forgiveCharge(charge: Written): void {
    const row = this.charged.get(charge)
    if (!row || charge.type !== 'charged') throw new Error('what is waived was charged')
    row.waived[charge.part] += least(charge.amount, open(row, charge.part))
  }

  private forgiveInterest(amount: bigint): void {
    let left = amount
    for (const row of this.rows) {
      const given = least(left, open(row, 'interest'))
      row.waived.interest += given
      left -= given
    }
  }

  private giveBack(amount: bigint, on: string): void {
    const had = least(amount, this.overpaid)
    this.overpaid -= had
    if (had === amount) return
    const row = this.rows.find(one => !one.isExtra && on < one.on) ?? this.extra(on)
    row.due.principal += amount - had
    row.again += amount - had
  }

  private giveUp(on: string): void {
    for (const row of this.rows) for (const part of parts) row.lost[part] += open(row, part)
    this.lostOn = on
  }

  private all(which: 'due' | 'paid' | 'waived' | 'lost', part: Part): bigint {
    return sumOf(this.rows.map(row => row[which][part]))
  }

  private get openInAll(): bigint {
    return sumOf(this.rows.map(openIn))
  }

  /** Each month's interest is earned evenly over its days; all of it once nothing is owed, or no principal any more. */
  private earned(today: string): bigint {
    const lent = this.rows.map(row => open(row, 'principal') - row.again + row.againPaid)
    if (sumOf(lent) === 0n || this.openInAll === 0n)
      if (this.lostOn === null || this.all('lost', 'principal') === 0n) return this.all('due', 'interest')
    const until = this.lostOn !== null && this.lostOn < today ? this.lostOn : today
    let over = 0n
    let under = 1n
    for (const { from, on, planned } of this.rows.filter(({ isExtra }) => !isExtra)) {
      const length = days(from, on)
      const gone = least(atLeastNothing(days(from, until)), length)
      over = over * length + planned * gone * under
      under *= length
    }
    return halfUp(over, under)
  }

  /** A fee or penalty is income when it is due, or when it is settled before. */
  private charges(part: 'fees' | 'penalties', today: string): bigint {
    const isOver = this.openInAll === 0n && this.lostOn === null
    return sumOf(
      this.rows.map(({ on, due, paid, waived, lost }) =>
        on <= today || isOver ? due[part] : paid[part] + waived[part] + lost[part],
      ),
    )
  }

  told(today: string): Told {
    const late = this.rows.filter(row => row.on < today && openIn(row) > 0n)
    const oldest = late.map(({ on }) => on).toSorted()[0]
    return {
      open: {
        penalties: sumOf(this.rows.map(row => open(row, 'penalties'))),
        fees: sumOf(this.rows.map(row => open(row, 'fees'))),
        interest: sumOf(this.rows.map(row => open(row, 'interest'))),
        principal: sumOf(this.rows.map(row => open(row, 'principal'))),
      },
      overpaid: this.overpaid,
      lostOn: this.lostOn,
      lostLeft: sumOf(parts.map(part => this.all('lost', part))) - this.recovered,
      arrears: sumOf(late.map(openIn)),
      daysLate: oldest === undefined ? 0 : Number(days(oldest, today)),
      state:
        this.lostOn !== null
          ? 'written-off'
          : this.openInAll > 0n
            ? 'active'
            : this.overpaid > 0n
              ? 'overpaid'
              : 'paid-off',
      books: this.books(today),
      rows: this.rows,
    }
  }

  /** The accounts of the template's chart. What was never income is no loss when it is given up. */
  private books(today: string): Readonly<Record<string, bigint>> {
    const earned = this.earned(today)
    const paid = this.all('paid', 'interest')
    const waived = least(this.all('waived', 'interest'), atLeastNothing(earned - paid))
    const lost = least(this.all('lost', 'interest'), atLeastNothing(earned - paid - waived))
    const owed = earned - paid - waived - lost
    const receivable = (part: 'fees' | 'penalties') =>
      this.charges(part, today) - this.all('paid', part) - this.all('waived', part) - this.all('lost', part)
    const income = (part: 'fees' | 'penalties') =>
      -(this.charges(part, today) - this.all('waived', part) - this.all('lost', part))
    return {
      '1210': this.all('due', 'principal') - this.all('paid', 'principal') - this.all('lost', 'principal'),
      '1220': atLeastNothing(owed),
      '1230': receivable('fees'),
      '1240': receivable('penalties'),
      '1290': this.all('lost', 'principal'),
      '2310': -atLeastNothing(-owed),
      '2320': -this.overpaid,
      '4100': -(earned - waived - lost),
      '4200': income('fees'),
      '4300': income('penalties'),
      '4400': -this.recovered,
    }
  }
}
