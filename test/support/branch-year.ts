import { addDays, type BusinessDate, businessDate, daysBetween } from '../../core/calendar/business-date.ts'
import type { PostJournal } from '../../core/manual-journals/journal-commands.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { type Branch, count, newClient } from './branch.ts'
import { seededRandom } from './seeded-random.ts'

export interface BranchYear {
  readonly branch: Branch
  readonly accounts: readonly string[]
  readonly records: () => number
}

export interface YearOptions {
  /** How many records the year has, or a few more: the last operation and the last day are finished. */
  readonly records: number
  readonly clients?: number
  readonly firstDay?: BusinessDate
}

const workingDays = 261

/**
 * A year of a branch, day by day through the one way in: days and drawers opened and closed, deposits, withdrawals, reversals, holds,
 * over and short, and what is booked by hand in two more currencies, one without decimals and one with three. The same in every run.
 */
export function liveThroughYear(
  branch: Branch,
  { records: wanted, clients = 150, firstDay = businessDate('2026-01-01') }: YearOptions,
): BranchYear {
  const { books, must, environment } = branch
  const records = (): number => books.db.prepare('SELECT max(position) FROM record').pluck().get() as number
  const draw = drawOf(20_260_101)
  const people: Person[] = []
  let date = firstDay
  for (let day = 0; day < workingDays; day++) {
    while (isWeekend(date)) date = addDays(date, 1)
    environment.setClock(`${date}T05:00:00.000Z`)
    must('officer', { type: 'day.open', date })
    const drawer = openDrawer(branch)
    if (day === 0) for (let place = 0; place < clients; place++) people.push(comeFirst(branch, drawer, place))
    const daysLeft = workingDays - day
    const operations = (wanted - records() - overheadPerDay * (daysLeft - 1) - 2) / daysLeft
    for (const until = records() + operations; records() < until; ) operate(branch, drawer, people, draw)
    if (day % 3 === 0) bookForeign(branch, draw, date, firstDay)
    closeDay(branch, drawer, draw)
    date = addDays(date, 1)
  }
  return { branch, accounts: people.map(({ accountId }) => accountId), records }
}

/** Day and drawer, opened and closed; at the counter two of them are done. */
const overheadPerDay = 4

type Draw = (below: number) => number

function drawOf(seed: number): Draw {
  const random = seededRandom(seed)
  return below => Math.floor(random() * below)
}

const isWeekend = (date: BusinessDate): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())

interface Person {
  readonly accountId: string
  balanceMinor: bigint
  holdId: string | null
}

interface OpenDrawer {
  readonly drawerId: string
  balanceMinor: bigint
}

const floatMinor = 5_000_000n
const note = 100_000n
const coin = 1_000n

function openDrawer({ must, currency }: Branch): OpenDrawer {
  const counted = count([note, Number(floatMinor / note)])
  const { drawerId = '' } = must('officer', { type: 'drawer.open', currency, counted }).created
  return { drawerId, balanceMinor: floatMinor }
}

function comeFirst(branch: Branch, drawer: OpenDrawer, place: number): Person {
  const { must } = branch
  const client = newClient({ familyName: `Client ${place}`, notADuplicate: true })
  const { clientId = '' } = must('officer', { type: 'client.register', client }).created
  const { accountId = '' } = must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created
  const person: Person = { accountId, balanceMinor: 0n, holdId: null }
  deposit(branch, drawer, person, 60_000n)
  return person
}

function deposit({ must, currency }: Branch, drawer: OpenDrawer, person: Person, amountMinor: bigint) {
  const { accountId } = person
  const { record } = must('officer', { type: 'savings.deposit', accountId, amountMinor, currency })
  person.balanceMinor += amountMinor
  drawer.balanceMinor += amountMinor
  return record
}

/** One thing that happens at the counter. */
function operate(branch: Branch, drawer: OpenDrawer, people: readonly Person[], draw: Draw): void {
  const { must, currency } = branch
  const person = people[draw(people.length)]
  if (!person) return
  const chance = draw(100)
  const amountMinor = BigInt(1 + draw(400)) * coin
  const freeMinor = person.balanceMinor - (person.holdId ? 80_000n : 50_000n)
  if (chance < 35 && amountMinor <= freeMinor && amountMinor <= drawer.balanceMinor) {
    must('officer', { type: 'savings.withdraw', accountId: person.accountId, amountMinor, currency })
    person.balanceMinor -= amountMinor
    drawer.balanceMinor -= amountMinor
  } else if (chance < 38) undone(branch, drawer, person, amountMinor)
  else if (chance < 41) turnHold(branch, person, freeMinor)
  else deposit(branch, drawer, person, amountMinor)
}

function undone(branch: Branch, drawer: OpenDrawer, person: Person, amountMinor: bigint): void {
  const record = deposit(branch, drawer, person, amountMinor)
  branch.must('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
  person.balanceMinor -= amountMinor
  drawer.balanceMinor -= amountMinor
}

function turnHold({ must, currency }: Branch, person: Person, freeMinor: bigint): void {
  const { accountId, holdId } = person
  if (holdId) must('officer', { type: 'hold.release', holdId })
  else if (freeMinor < 30_000n) return
  const placed = { type: 'hold.place', accountId, amountMinor: 30_000n, currency, reason: 'guarantee' } as const
  person.holdId = holdId ? null : (must('officer', placed).created.holdId ?? null)
}

/**
 * What the accountant books by hand, with the manager as second person, in shillings of another country and in dinars: a loan, fees
 * that count from an earlier day, costs, and what the bank exchanged, in two pairs through suspense.
 */
function bookForeign({ must }: Branch, draw: Draw, date: BusinessDate, firstDay: BusinessDate): void {
  const post = (purpose: PostJournal['purpose'], lines: PostJournal['lines'], valueDate = date): void => {
    must('accountant', { type: 'journal.post', purpose, lines, valueDate }, 'manager')
  }
  const pair = (debit: string, credit: string, currency: CurrencyCode, amountMinor: bigint): PostJournal['lines'] => [
    { account: debit, side: 'debit', currency, amountMinor },
    { account: credit, side: 'credit', currency, amountMinor },
  ]
  const shillings = BigInt(1 + draw(900_000))
  const dinars = BigInt(1 + draw(9_000_000))
  if (date === firstDay) post('borrowing', pair('1130', '2230', 'UGX', 500_000_000n))
  post(
    'income',
    pair('1130', '4200', 'UGX', shillings),
    addDays(date, -Math.min(draw(40), daysBetween(firstDay, date))),
  )
  post('expense', pair('5400', '1130', 'TND', dinars))
  post('bank-transfer', [...pair('1130', '1380', 'TND', dinars * 2n), ...pair('1380', '1130', 'UGX', shillings)])
}

/** Every twentieth drawer or so has a coin too much or too few. */
function closeDay({ must }: Branch, drawer: OpenDrawer, draw: Draw): void {
  const chance = draw(40)
  const differenceMinor = chance === 0 ? coin : chance === 1 ? -coin : 0n
  const foundMinor = drawer.balanceMinor + differenceMinor
  const counted = count([note, Number(foundMinor / note)], [coin, Number((foundMinor % note) / coin)])
  const remark = differenceMinor === 0n ? {} : { note: 'Counted twice' }
  must('officer', { type: 'drawer.close', drawerId: drawer.drawerId, counted, ...remark })
  must('officer', { type: 'day.close' })
}
