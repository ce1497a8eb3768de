import type { BusinessDate } from '../calendar/business-date.ts'
import type { Rate } from '../money/rate.ts'
import type { RoundingMode } from '../money/rounding.ts'

export const periodUnits = ['days', 'weeks', 'half-months', 'months'] as const

/** How often an installment falls due. Half-months keep two days of each month, fifteen apart where none are chosen. */
export interface Frequency {
  readonly every: number
  readonly unit: (typeof periodUnits)[number]
  /** Of the month, on which alone something falls due, in order: one for months, two for half-months. A day that a month has not is its last. */
  readonly onDays?: readonly number[] | undefined
}

/**
 * Two families of arithmetic that lenders know, and that differ by cents on purpose. `cumulative`: one nominal rate for each period, whose
 * installment is fixed for the term. `progressive`: a rate factor for each part of a period, and an installment that is found again over
 * what is left whenever the balance changes.
 */
export const scheduleAlgorithms = ['cumulative', 'progressive'] as const
export type ScheduleAlgorithm = (typeof scheduleAlgorithms)[number]

export const interestMethods = ['declining', 'flat'] as const

/** `bullet` pays all principal with the last installment; with a balloon, that part of it is paid then. */
export const amortizations = ['equal-installments', 'equal-principal', 'bullet'] as const
export type Amortization = (typeof amortizations)[number]

export const yearLengths = ['actual', 360, 364, 365] as const

/** Counted in installments, from the first. */
export interface Grace {
  /** Without principal. */
  readonly principal: number
  /** Interest accrues and is due later: declining with the first installment after them, flat spread over the rest. */
  readonly interestPayment: number
  /** Without interest at all. */
  readonly interestFree: number
  /** Counted in days from the start: they bear none. */
  readonly interestFreeDays?: number | undefined
}

export interface ScheduleRounding {
  readonly mode: RoundingMode
  /** The smallest step of any amount: 1n, or 10000n where money goes by hundreds of a currency with two decimals. */
  readonly unitMinor: bigint
  /** What an installment is a multiple of; the last takes the rest. */
  readonly installmentMultipleMinor: bigint
  readonly installmentMode: RoundingMode
}

export interface InterestShare {
  /** By the days of a period, or the same for every period whatever its days. */
  readonly by: 'days' | 'periods'
  readonly daysInMonth: 'actual' | 30
  /** For `cumulative`, `actual` means 365 in every year; for `progressive`, 365 or 366 of the year itself. */
  readonly daysInYear: (typeof yearLengths)[number]
  /** By periods: whether a period of another length bears interest for its real length. */
  readonly countsPartialPeriods: boolean
}

/** Money paid out to the borrower. */
export interface Tranche {
  readonly date: BusinessDate
  readonly amountMinor: bigint
}

/** What a schedule is made of. Due dates come ready, in order: how they are found is not the schedule's matter. */
export interface ScheduleTerms {
  readonly algorithm: ScheduleAlgorithm
  readonly interestMethod: (typeof interestMethods)[number]
  readonly amortization: Amortization
  readonly balloonMinor: bigint
  readonly annualPercent: Rate
  readonly frequency: Frequency
  readonly share: InterestShare
  readonly grace: Grace
  readonly rounding: ScheduleRounding
  /** Of each tranche, due on its day; zero for none. */
  readonly downPaymentPercent: Rate
  readonly startsOn: BusinessDate
  readonly dueDates: readonly BusinessDate[]
}
