import { type BusinessDate, partsOf } from './business-date.ts'
import { isFebruaryEnd } from './months.ts'
import type { Span } from './span.ts'

/** A span of a contract whose last day is known. */
export interface ContractSpan extends Span {
  readonly terminationDate?: BusinessDate
}

/**
 * Days between two dates in a calendar of twelve months of 30 days, once their days of the month have been changed by a convention's rule.
 * Source: 2006 ISDA Definitions, section 4.16 (f), (g), (h): 360 (Y2 - Y1) + 30 (M2 - M1) + (D2 - D1).
 */
function thirtyDays({ start, end }: Span, startDay: number, endDay: number): number {
  const [first, last] = [partsOf(start), partsOf(end)]
  return 360 * (last.year - first.year) + 30 * (last.month - first.month) + (endDay - startDay)
}

const dayOf = (date: BusinessDate): number => partsOf(date).day
const atMost30 = (date: BusinessDate): number => Math.min(dayOf(date), 30)

/** 30/360, bond basis: a 31st counts as the 30th, at the end only if the start is a 30th. Source: ISDA 2006, 4.16 (f). */
export function bondBasisDays(span: Span): number {
  const startDay = atMost30(span.start)
  return thirtyDays(span, startDay, startDay === 30 ? atMost30(span.end) : dayOf(span.end))
}

/** 30E/360, Eurobond basis: a 31st counts as the 30th, at both ends. Source: ISDA 2006, 4.16 (g). */
export const eurobondDays = (span: Span): number => thirtyDays(span, atMost30(span.start), atMost30(span.end))

/**
 * 30/360 US: as bond basis, and the last day of February counts as the 30th: at the start always, at the end if the start is one too.
 * Source: SIFMA, Standard Securities Calculation Methods, 30/360 with the end-of-month rule.
 */
export function usDays(span: Span): number {
  const startsAtFebruaryEnd = isFebruaryEnd(span.start)
  const startDay = startsAtFebruaryEnd ? 30 : atMost30(span.start)
  if (startsAtFebruaryEnd && isFebruaryEnd(span.end)) return thirtyDays(span, startDay, 30)
  return thirtyDays(span, startDay, startDay === 30 ? atMost30(span.end) : dayOf(span.end))
}

/**
 * 30E/360 ISDA: the last day of any month counts as the 30th, at the end not if it is the contract's last day in February.
 * Source: ISDA 2006, 4.16 (h).
 */
export function isdaDays(span: ContractSpan): number {
  const startDay = isFebruaryEnd(span.start) ? 30 : atMost30(span.start)
  const isEndMoved = isFebruaryEnd(span.end) && span.end !== span.terminationDate
  return thirtyDays(span, startDay, isEndMoved ? 30 : atMost30(span.end))
}
