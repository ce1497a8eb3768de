import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { type EuUnit, euInterval } from '../calendar/eu-interval.ts'
import { countBackMonths } from '../calendar/months.ts'
import { Decimal } from '../money/decimal.ts'
import { actuarialRate, type UnitPeriodFlow } from './actuarial-rate.ts'
import { chargeRate } from './charge-rate.ts'
import { effectiveRate } from './effective-rate.ts'

/** Money to the borrower is negative, from the borrower positive. */
export interface MoneyOnDay {
  readonly date: BusinessDate
  readonly amountMinor: bigint
}

/** How often payments fall due: the unit in which the time of a credit is counted. */
export interface CountedBy {
  readonly every: number
  readonly unit: 'days' | 'weeks' | 'half-months' | 'months'
}

/** Percent a year; null where no rate fits. */
export interface CreditRates {
  /** By the actuarial method of Regulation Z. */
  readonly annual: Decimal | null
  /** The annual percentage rate of charge of the European Union. */
  readonly ofCharge: Decimal | null
  /** What the annual rate comes to when every period of it is compounded. */
  readonly effective: Decimal | null
}

type Time = Pick<UnitPeriodFlow, 'periods' | 'fraction'>

const byDays = (days: number, unitDays: number): Time => ({
  periods: Math.floor(days / unitDays),
  fraction: new Decimal(days % unitDays).div(unitDays),
})

/**
 * Whole unit-periods, counted back from the later day, and the rest as a share of one: months of thirty days, half-months of fifteen,
 * weeks of seven. Source: Regulation Z (12 CFR 1026), appendix J, (b)(5).
 */
function timeBetween(start: BusinessDate, end: BusinessDate, { every, unit }: CountedBy): Time {
  switch (unit) {
    case 'days':
      return byDays(daysBetween(start, end), every)
    case 'weeks':
      return byDays(daysBetween(start, end), 7 * every)
    case 'half-months':
    case 'months': {
      const { periods: months, reached } = countBackMonths({ start, end }, 1)
      return byDays(30 * months + daysBetween(start, reached), (unit === 'months' ? 30 : 15) * every)
    }
  }
}

const unitsPerYear = { days: 365, weeks: 52, 'half-months': 24, months: 12 } as const

const euUnits: Readonly<Record<CountedBy['unit'], EuUnit>> = {
  days: 'week',
  weeks: 'week',
  'half-months': 'month',
  months: 'month',
}

/** What a credit costs a year, by the methods of two laws and compounded; the first flow is where time begins. Rule: L9. */
export function creditRates(flows: readonly MoneyOnDay[], counted: CountedBy): CreditRates {
  const start = flows[0]?.date
  if (start === undefined) return { annual: null, ofCharge: null, effective: null }
  const perYear = unitsPerYear[counted.unit] / counted.every
  const annual = actuarialRate(
    flows.map(({ date, amountMinor }) => ({ amountMinor, ...timeBetween(start, date, counted) })),
    perYear,
  )
  const ofCharge = chargeRate(
    flows.map(({ date, amountMinor }) => ({
      amountMinor,
      ...euInterval({ start, end: date }, euUnits[counted.unit]),
    })),
  )
  return {
    annual: annual.ok ? annual.value : null,
    ofCharge: ofCharge.ok ? ofCharge.value : null,
    effective: annual.ok ? effectiveRate(annual.value, perYear) : null,
  }
}
