import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { type Weekday, weekdayOf } from '../calendar/working-days.ts'
import { dateAfterPeriods } from '../schedule/due-dates.ts'
import type { Frequency } from '../schedule/schedule-terms.ts'
import type { LoanProduct } from './loan-product.ts'

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
 * centre meets, on its day of the week, not before that unless the bounds ask for it. Rule: P10.
 */
export function usualFirstDueOn(
  product: LoanProduct,
  { startsOn, frequency, meetsOn }: { startsOn: BusinessDate; frequency: Frequency; meetsOn?: Weekday | undefined },
): BusinessDate {
  const [earliest, latest] = firstDueBounds(product, startsOn)
  const regular = dateAfterPeriods(startsOn, 1, frequency)
  const within = regular < earliest ? earliest : regular > latest ? latest : regular
  if (meetsOn === undefined) return within
  let met = within
  while (weekdayOf(met) !== meetsOn) met = addDays(met, 1)
  return met > latest ? addDays(met, -7) : met
}
