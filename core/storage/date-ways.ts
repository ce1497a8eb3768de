import { sql } from 'kysely'
import type { DateBasis } from '../journal/date-basis.ts'

/** Two indexes lead to lines: all of them by booking date, and by value date those where the two differ. */
export type DateWay = 'booked' | 'booked-as-valued' | 'valued-otherwise'

/** The ways which together lead to every line once, by one of its two dates. */
export const waysBy: Readonly<Record<DateBasis, readonly DateWay[]>> = {
  booking: ['booked'],
  value: ['booked-as-valued', 'valued-otherwise'],
}

/** Whether a line, under the name that it has in a statement, is found on a way. */
export function isOnWay(way: DateWay, line: string) {
  const [valueDate, bookingDate] = [sql.ref(`${line}.value_date`), sql.ref(`${line}.booking_date`)]
  switch (way) {
    case 'booked':
      return sql<boolean>`TRUE`
    case 'booked-as-valued':
      return sql<boolean>`${valueDate} = ${bookingDate}`
    case 'valued-otherwise':
      return sql<boolean>`${valueDate} <> ${bookingDate}`
  }
}

/** The date by which a way goes. */
export const dateOnWay = (way: DateWay, line: string) =>
  sql.ref<string>(way === 'valued-otherwise' ? `${line}.value_date` : `${line}.booking_date`)

export const onEachWay = <S>(statement: (way: DateWay) => S): Readonly<Record<DateWay, S>> => ({
  booked: statement('booked'),
  'booked-as-valued': statement('booked-as-valued'),
  'valued-otherwise': statement('valued-otherwise'),
})
