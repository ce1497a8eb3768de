import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { period } from '../../../core/calendar/period.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { positionOf } from '../../../core/foreign-exchange/position-account.ts'
import { halfEven } from './cash-kinds.ts'
import { codes, type Draw, type Kind, type Line, type Who, type World } from './world.ts'

/** The model's institution ends its years with March. */
const lastMonthOf = (year: number): string => `${year}-03`
const lastDayOf = (year: number): string => `${lastMonthOf(year)}-31`

const monthOf = (date: string): string => date.slice(0, 7)
const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Whether a day lies in a month that is closed: nothing may count from it. */
export const isClosed = ({ closedMonths }: World, date: string): boolean => closedMonths.includes(monthOf(date))

const nextToClose = ({ closedMonths, foundedOn }: World): string => {
  const last = closedMonths.at(-1)
  return last ? monthAfter(last) : monthOf(foundedOn)
}

const takesTwo = (world: World, _command: unknown, who: Who) => world.needsTwo(who, 'always', 0n, 'KES')
const accounting = { may: ['accountant', 'head-office'], takesTwo } as const

export const closingMonth: Kind<CommandOf<'period.close'>> = {
  ...accounting,
  anytime: true,
  make: (world, draw) => {
    const next = nextToClose(world)
    return { type: 'period.close', period: period(draw.pick([next, next, next, monthAfter(next)])) }
  },
  against: (world, { period: month }) => {
    const waits = world.requests.some(
      ({ isOpen, day, command }) => isOpen && monthOf(day) <= month && command.type !== 'period.close',
    )
    const isVaultLoose = world.uncountedVault.some(([_place, day]) => monthOf(day) <= month)
    return [
      month !== nextToClose(world) && 'period-not-next',
      (monthOf(world.lastDay) <= month || waits || isVaultLoose) && 'period-not-ready',
    ]
  },
  happen: (world, { period: month }) => {
    world.closedMonths = [...world.closedMonths, month]
  },
}

export const reopeningMonth: Kind<CommandOf<'period.reopen'>> = {
  ...accounting,
  anytime: true,
  make: (world, draw) => {
    const last = world.closedMonths.at(-1) ?? monthOf(world.foundedOn)
    return { type: 'period.reopen', period: period(draw.pick([last, last, monthAfter(last)])), reason: 'mistake' }
  },
  against: ({ closedMonths, closedYears }, { period: month }) => [
    month !== closedMonths.at(-1) && 'period-not-last',
    [...closedYears.keys()].some(year => month <= lastMonthOf(year)) && 'year-closed',
  ],
  happen: world => {
    world.closedMonths = world.closedMonths.slice(0, -1)
  },
}

const isResult = ({ account }: Line): boolean => account.startsWith('4') || account.startsWith('5')

/** What every account of income and expenses has at the end of a year, taken away from it and put into retained earnings. */
function carried({ posted }: World, year: number): readonly Line[] {
  const lines = new Map<string, Line>()
  const add = (account: string, { currency }: Line, amount: bigint) => {
    const before = lines.get(`${account}/${currency}`)?.amount ?? 0n
    lines.set(`${account}/${currency}`, { account, sub: '', currency, amount: before + amount })
  }
  for (const line of posted.filter(one => isResult(one) && one.countsFrom <= lastDayOf(year))) {
    add(line.account, line, -line.amount)
    add(codes.retained, line, line.amount)
  }
  return [...lines.values()].filter(({ amount }) => amount !== 0n)
}

const yearOf = (draw: Draw): number => draw.pick([2026, 2026, 2026, 2027])

export const closingYear: Kind<CommandOf<'year.close'>> = {
  ...accounting,
  make: (_world, draw) => ({ type: 'year.close', year: yearOf(draw) }),
  against: (world, { year }) => [
    nextToClose(world) <= lastMonthOf(year) && 'year-periods-open',
    world.closedYears.has(year) && carried(world, year).length === 0 && 'year-closed',
  ],
  happen: (world, { year }) => {
    const lines = carried(world, year)
    world.post(lines, lastDayOf(year))
    world.closedYears.set(year, lines)
  },
}

export const reopeningYear: Kind<CommandOf<'year.reopen'>> = {
  ...accounting,
  make: (_world, draw) => ({ type: 'year.reopen', year: yearOf(draw), reason: 'audit' }),
  against: ({ closedYears }, { year }) => [!closedYears.has(year) && 'year-not-closed'],
  happen: (world, { year }) => {
    const lines = world.closedYears.get(year) ?? []
    world.post(
      lines.map(line => ({ ...line, amount: -line.amount })),
      lastDayOf(year),
    )
    world.closedYears.delete(year)
  },
}

/** What the dollars are worth at the end of a day beyond what they stand at; null without a rate for it. */
function gainOn(world: World, date: string): bigint | null {
  const rate = world.rates.findLast(({ from }) => from <= date)
  if (!rate) return null
  const of = (code: string) => world.upTo(date, ({ account, sub }) => account === code && sub === positionOf('USD'))
  return halfEven(-of(codes.position) * rate.mid) - of(codes.counterValue)
}

export const revaluing: Kind<CommandOf<'fx.revalue'>> = {
  may: ['manager', 'accountant', 'head-office'],
  make: (world, draw) => {
    const asOf = addDays(businessDate(world.lastDay), draw.pick([0, 0, -1, 1]))
    return { type: 'fx.revalue', currency: draw.pick(['USD', 'USD', 'USD', 'EUR'] as const), asOf }
  },
  against: (world, { currency, asOf }) => {
    const gain = currency === 'USD' ? gainOn(world, asOf) : null
    if (gain === null) return ['rate-unknown']
    return [
      asOf > world.today() && 'value-date-ahead',
      asOf <= world.revaluedOn && 'revalued-already',
      gain !== 0n && isClosed(world, asOf) && 'period-closed',
    ]
  },
  takesTwo: (world, { asOf }, who) => {
    const gain = gainOn(world, asOf) ?? 0n
    return gain === 0n ? null : world.needsTwo(who, 'manualJournalMinor', gain < 0n ? -gain : gain, 'KES')
  },
  happen: (world, { asOf }) => {
    const gain = gainOn(world, asOf) ?? 0n
    const code = gain > 0n ? codes.revaluationGains : codes.revaluationLosses
    if (gain !== 0n)
      world.post(
        [
          { account: codes.counterValue, sub: positionOf('USD'), currency: 'KES', amount: gain },
          { account: code, sub: '', currency: 'KES', amount: -gain },
        ],
        asOf,
      )
    world.revaluedOn = asOf
  },
}
