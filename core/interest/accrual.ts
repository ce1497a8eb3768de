import { z } from 'zod'
import { addDays, type BusinessDate, businessDateSchema } from '../calendar/business-date.ts'
import type { InterestTerms } from './interest-terms.ts'

const exactText = z.string().regex(/^\d{1,40}(?:\.\d{1,60})?$/)

/** Of the compounding period that is running, for the daily method: each day's balance times its percent times its share of the year. */
const weighedDays = z.strictObject({ type: z.literal('weighed-days'), sum: exactText })

/** The same for the average and the lowest balance, whose rate is known only when the period is over. */
const countedDays = z.strictObject({
  type: z.literal('counted-days'),
  sumMinor: exactText,
  days: z.int().min(0),
  lowestMinor: exactText.nullable(),
  /** Numerators of the days' shares of the year, by the rate version that held. */
  weights: z.array(z.strictObject({ from: businessDateSchema, numerator: z.int().min(0) })),
})

/**
 * How far an account's interest is accrued: plain data, to be kept between two business days. Exact figures are decimal text, in minor
 * units; nothing in it is rounded but interest that was compounded, to 20 decimals of a minor unit.
 */
export const accrualSchema = z.strictObject({
  openedOn: businessDateSchema,
  maturesOn: businessDateSchema.nullable(),
  /** The last day whose closing balance is counted. */
  through: businessDateSchema,
  /** The first day since the last posting. */
  periodStart: businessDateSchema,
  /** Interest since the last posting that bears interest already. */
  compounded: exactText,
  running: z.discriminatedUnion('type', [weighedDays, countedDays]),
  /** Overdrawn days since the last posting, weighed like days in credit. */
  overdrawn: exactText,
  /** Of the interest since the last posting: what came from the books of before. It bears none by itself. */
  takenOver: exactText.optional(),
})
export type Accrual = z.infer<typeof accrualSchema>
export type RunningDays = Accrual['running']

export const nothingRunning = ({ balanceMethod }: InterestTerms): RunningDays =>
  balanceMethod === 'daily'
    ? { type: 'weighed-days', sum: '0' }
    : { type: 'counted-days', sumMinor: '0', days: 0, lowestMinor: null, weights: [] }

/** An account before its first day is counted. A term deposit matures; other accounts do not. */
export function openAccrual(
  terms: InterestTerms,
  { openedOn, maturesOn }: { readonly openedOn: BusinessDate; readonly maturesOn: BusinessDate | null },
): Accrual {
  return {
    openedOn,
    maturesOn,
    through: addDays(openedOn, -1),
    periodStart: openedOn,
    compounded: '0',
    running: nothingRunning(terms),
    overdrawn: '0',
  }
}

/** Once it is posted, or bears interest, nothing is left of what was taken over. Said only where there was some. */
export const nothingTakenOver = ({ takenOver }: Accrual): Pick<Accrual, 'takenOver'> =>
  takenOver === undefined ? {} : { takenOver: '0' }

/** An account that comes from other books on a day, with the interest accrued before it in one sum. */
export const takenOverAccrual = (
  opened: Accrual,
  { on, interestMinor }: { readonly on: BusinessDate; readonly interestMinor: bigint },
): Accrual => ({ ...opened, through: addDays(on, -1), periodStart: on, takenOver: interestMinor.toString() })
