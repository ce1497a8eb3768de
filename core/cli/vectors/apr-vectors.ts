import { z } from 'zod'
import type { EuInterval } from '../../calendar/eu-interval.ts'
import { actuarialRate } from '../../disclosure/actuarial-rate.ts'
import { chargeRate } from '../../disclosure/charge-rate.ts'
import { annualYield, effectiveRate } from '../../disclosure/effective-rate.ts'
import type { NoRate } from '../../disclosure/find-rate.ts'
import { Decimal } from '../../money/decimal.ts'
import { roundDecimals } from '../../money/rounding.ts'
import { ok, type Result } from '../../result.ts'
import { figureSchema, wholeMinor } from './decimal-figure.ts'
import { firstDifference, hasField, type VectorKind, vectorCase } from './vector-kind.ts'

const common = {
  title: z.string(),
  group: z.string(),
  currency: z.string(),
  published: z.looseObject({
    ratePercent: figureSchema,
    decimals: z.int().min(0),
    roundedAprPercent: figureSchema.optional(),
  }),
  tolerancePercentagePoints: z.string(),
}

const wholeText = z.string().regex(/^\d+$/).transform(Number)
const shareSchema = z.string().regex(/^\d+(?:\.\d+)?(?:\/\d+)?$/)

const unitFlowSchema = z.strictObject({
  amount: figureSchema,
  count: z.int().positive(),
  fullPeriods: z.int().min(0),
  fraction: shareSchema,
})

const actuarialSchema = z.looseObject({
  ...common,
  method: z.literal('us-actuarial'),
  unitPeriodsPerYear: wholeText,
  advances: z.array(unitFlowSchema),
  payments: z.array(unitFlowSchema),
})

const timeSchema = z.string().regex(/^\d+(?:\/\d+)?(?:\+\d+\/\d+)*$/)
const timedFlowSchema = z.strictObject({
  amount: figureSchema,
  count: z.int().positive(),
  at: timeSchema,
  step: timeSchema,
})

const chargeSchema = z.looseObject({
  ...common,
  method: z.literal('eu-aprc'),
  advances: z.array(timedFlowSchema),
  payments: z.array(timedFlowSchema),
})

const compoundFlowSchema = z.strictObject({
  amount: figureSchema,
  count: z.int().positive(),
  period: z.int().min(0),
  step: z.literal(1).optional(),
})

const compoundSchema = z.looseObject({
  ...common,
  method: z.literal('eir-compound'),
  periodsPerYear: wholeText,
  advances: z.array(compoundFlowSchema),
  payments: z.array(compoundFlowSchema),
})

const yieldSchema = z.looseObject({
  ...common,
  method: z.literal('apy'),
  interest: figureSchema,
  balance: figureSchema,
  days: z.int().positive(),
})

const caseSchema = z.discriminatedUnion('method', [actuarialSchema, chargeSchema, compoundSchema, yieldSchema])
type RateCase = z.output<typeof caseSchema>

/** Rates do not depend on the currency: amounts are read in hundredths. */
const hundredths = (figure: string): bigint => wholeMinor(figure, 2)

function fractionOf(text: string): Decimal {
  const [above, below = '1'] = text.split('/')
  return new Decimal(above ?? '0').div(below)
}

/** The flows of a case, one by one: a series of `count` equal amounts steps on from its first. */
function spreadOut<Given extends { readonly amount: string; readonly count: number }, Flow>(
  { advances, payments }: { readonly advances: readonly Given[]; readonly payments: readonly Given[] },
  flowOf: (given: Given, place: number, amountMinor: bigint) => Flow,
): readonly Flow[] {
  const series = (given: Given, sign: bigint): readonly Flow[] =>
    Array.from({ length: given.count }, (_, place) => flowOf(given, place, sign * hundredths(given.amount)))
  return [...advances.flatMap(given => series(given, -1n)), ...payments.flatMap(given => series(given, 1n))]
}

/** A time as the files write it, `20/366+1/12`: whole periods of the year, and days of a year of 365 or 366. */
function intervalOf(at: string, step: string, place: number): EuInterval {
  const terms = [...at.split('+').map(term => [term, 1] as const), [step, place] as const]
  let interval: EuInterval = { periods: 0, periodsPerYear: 1, days: 0, yearDays: 365 }
  for (const [term, times] of terms) {
    const [above = '0', below = '1'] = term.split('/')
    const [count, parts] = [Number(above) * times, Number(below)]
    if (count === 0) continue
    if (parts === 365 || parts === 366) interval = { ...interval, days: interval.days + count, yearDays: parts }
    else {
      const periods = (interval.periods * parts) / interval.periodsPerYear + count
      interval = { ...interval, periods, periodsPerYear: parts }
    }
  }
  return interval
}

function rateOf(given: RateCase): Result<Decimal, NoRate> {
  switch (given.method) {
    case 'us-actuarial': {
      const flows = spreadOut(given, ({ fullPeriods, fraction }, place, amountMinor) => ({
        amountMinor,
        periods: fullPeriods + place,
        fraction: fractionOf(fraction),
      }))
      return actuarialRate(flows, given.unitPeriodsPerYear)
    }
    case 'eu-aprc':
      return chargeRate(
        spreadOut(given, ({ at, step }, place, amountMinor) => ({ amountMinor, ...intervalOf(at, step, place) })),
      )
    case 'eir-compound': {
      const flows = spreadOut(given, ({ period }, place, amountMinor) => ({
        amountMinor,
        periods: period + place,
        fraction: new Decimal(0),
      }))
      const nominal = actuarialRate(flows, given.periodsPerYear)
      return nominal.ok ? ok(effectiveRate(nominal.value, given.periodsPerYear)) : nominal
    }
    case 'apy':
      return ok(
        annualYield({
          interestMinor: hundredths(given.interest),
          principalMinor: hundredths(given.balance),
          days: given.days,
        }),
      )
  }
}

function rateDifference(given: RateCase): string | null {
  const found = rateOf(given)
  if (!found.ok) return 'no rate is found'
  const { ratePercent, roundedAprPercent, decimals } = given.published
  const isNear = found.value.minus(ratePercent).abs().lte(given.tolerancePercentagePoints)
  if (!isNear) return `rate: expected ${ratePercent}, got ${roundDecimals(found.value, decimals + 4, 'half-up')}`
  if (roundedAprPercent === undefined) return null
  const shown = roundDecimals(found.value, roundedAprPercent.split('.')[1]?.length ?? 0, 'half-up')
  return firstDifference([['rounded rate', new Decimal(roundedAprPercent).toString(), shown.toString()]])
}

const fileSchema = z.object({ cases: z.array(z.unknown()) })

/** Annual percentage rates as authorities and lenders publish them. */
export const aprVectors: VectorKind = {
  name: 'annual percentage rates',
  recognises: hasField('schema', 'mfi-apr-vectors/1'),
  casesOf: content =>
    fileSchema
      .parse(content)
      .cases.map((given, place) => vectorCase(given, `rate-${place + 1}`, caseSchema, rateDifference)),
}
