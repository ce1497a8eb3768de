import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { type Weekday, weekdayOf } from '../calendar/working-days.ts'
import { dateAfterPeriods, isChosenDay } from '../schedule/due-dates.ts'
import type { Frequency } from '../schedule/schedule-terms.ts'
import type { LoanProduct } from './loan-product.ts'

/** How often something falls due, on the days of the month that the product chooses. Rule: P15. */
export function frequencyOf({ dueDates }: LoanProduct, { every, unit }: Frequency): Frequency {
  const onDays = [dueDates.dayOfMonth, dueDates.otherDayOfMonth].filter(day => day !== undefined)
  return onDays.length === 0 ? { every, unit } : { every, unit, onDays }
}

/** The first and the last day on which the first installment may be due. */
export const firstDueBounds = (
  { dueDates: { firstAfterDays } }: LoanProduct,
  startsOn: BusinessDate,
): readonly [BusinessDate, BusinessDate] => [
  addDays(startsOn, firstAfterDays.min),
  addDays(startsOn, firstAfterDays.max),
]

/**
 * When the first installment is due if nothing else is agreed: a period after the start, within the product's bounds; where the client's
 * centre meets, on its day of the week, not before that unless the bounds ask for it; where days of the month are chosen, on the first of
 * them within the bounds. Rules: P10, P15.
 */
export function usualFirstDueOn(
  product: LoanProduct,
  { startsOn, frequency, meetsOn }: { startsOn: BusinessDate; frequency: Frequency; meetsOn?: Weekday | undefined },
): BusinessDate {
  const [earliest, latest] = firstDueBounds(product, startsOn)
  const { onDays } = frequency
  const regular = dateAfterPeriods(startsOn, 1, frequency)
  const within = regular < earliest ? earliest : regular > latest ? latest : regular
  if (onDays) return isChosenDay(within, onDays) ? within : dateAfterPeriods(within, 1, { ...frequency, every: 1 })
  if (meetsOn === undefined) return within
  let met = within
  while (weekdayOf(met) !== meetsOn) met = addDays(met, 1)
  return met > latest ? addDays(met, -7) : met
}
