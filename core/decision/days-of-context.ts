import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from './context.ts'

type Clock = Pick<Context, 'now'>
type Days = Pick<Context, 'businessDate' | 'now'>

/** What the clock says, which is recorded and never trusted. */
export const clockDate = ({ now }: Clock): BusinessDate => businessDate(now.slice(0, 10))

/** The open business day; between days, that of the clock. */
export const dayAtHand = (days: Days): BusinessDate => days.businessDate ?? clockDate(days)

/** The later of the two: neither alone is to be trusted with what is over. */
export function latestDay(days: Days): BusinessDate {
  const clock = clockDate(days)
  return days.businessDate !== null && days.businessDate > clock ? days.businessDate : clock
}
