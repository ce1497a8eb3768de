import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../../calendar/business-date.ts'
import { scheduledPortions } from '../../loan-life/planned-account.ts'
import { portionsTotal, sumPortions } from '../../loan-life/portions.ts'
import { Decimal, powerOfTen } from '../../money/decimal.ts'
import { rateSchema } from '../../money/rate.ts'
import { roundingModes, roundMinor } from '../../money/rounding.ts'
import { dueDatesFrom } from '../../schedule/due-dates.ts'
import { type Installment, installmentTotalMinor } from '../../schedule/installment.ts'
import { makeSchedule } from '../../schedule/make-schedule.ts'
import type { ScheduleCharge } from '../../schedule/schedule-charge.ts'
import type { ScheduleTerms, Tranche } from '../../schedule/schedule-terms.ts'
import { componentFigures, type Figure, figurePairs, type Pair, rowFigures } from './compared-figures.ts'
import { figureSchema, wholeMinor } from './decimal-figure.ts'
import { firstDifference, hasField, type VectorKind, vectorCase } from './vector-kind.ts'

const percentSchema = z.union([z.number(), z.string()]).transform(String).pipe(rateSchema)

const chargeSchema = z.union([
  z.strictObject({
    kind: z.enum(['fee', 'penalty']),
    calc: z.literal('flat'),
    dueDate: businessDateSchema,
    amount: figureSchema,
  }),
  z.strictObject({
    kind: z.enum(['fee', 'penalty']),
    calc: z.enum(['percent-of-amount', 'percent-of-principal-plus-interest']),
    when: z.enum(['disbursement', 'each-installment']),
    percent: percentSchema,
  }),
])

const daysInYearSchema = z
  .enum(['actual', '360', '364', '365'])
  .transform(days => (days === 'actual' ? days : (Number(days) as 360 | 364 | 365)))

/** Fields that bear on repayments only are read and passed over. */
export const loanTermsSchema = z.looseObject({
  currency: z.string(),
  decimals: z.int().min(0).max(4),
  currencyInMultiplesOf: z.int().nullish(),
  principal: figureSchema,
  annualRatePct: rateSchema,
  interestMethod: z.enum(['flat', 'declining']),
  amortization: z.enum(['equal-installments', 'equal-principal']),
  installments: z.int().positive(),
  repaymentEvery: z.int().positive(),
  repaymentUnit: z.enum(['days', 'weeks', 'months']),
  interestCalculationPeriod: z.enum(['daily', 'same-as-repayment']),
  daysInYear: daysInYearSchema,
  daysInMonth: z.enum(['actual', '30']).transform(days => (days === '30' ? 30 : days)),
  allowPartialPeriodInterest: z.boolean().default(false),
  graceOnPrincipal: z.int(),
  graceOnInterest: z.int(),
  interestFreePeriods: z.int(),
  interestFreeDays: z.literal(0),
  disbursementDate: businessDateSchema,
  scheduleStart: businessDateSchema.optional(),
  firstRepaymentDate: businessDateSchema.optional(),
  periodDates: z.array(businessDateSchema).optional(),
  roundingMode: z.enum(roundingModes),
  installmentMultiplesOf: z.int().nullable(),
  installmentRounding: z.enum(['up']).optional(),
  scheduleType: z.enum(['cumulative', 'progressive']),
  downPayment: z.strictObject({ percent: percentSchema, auto: z.boolean() }).nullish(),
  disbursements: z.array(z.strictObject({ date: businessDateSchema, amount: figureSchema })).optional(),
  charges: z.array(chargeSchema),
})
export type LoanTerms = z.output<typeof loanTermsSchema>

const rowSchema = z.strictObject({
  n: z.int(),
  dueDate: businessDateSchema.nullable(),
  principalDue: figureSchema.nullable(),
  interestDue: figureSchema.nullable(),
  fees: figureSchema.nullish(),
  penalties: figureSchema.nullish(),
  totalDue: figureSchema.nullish(),
  balanceAfter: figureSchema.nullable(),
})

const scheduleSchema = z.looseObject({
  terms: loanTermsSchema,
  expected: z.strictObject({
    rows: z.array(rowSchema),
    rowsComplete: z.boolean(),
    totals: z
      .strictObject({
        principal: figureSchema,
        interest: figureSchema,
        fees: figureSchema,
        penalties: figureSchema,
        due: figureSchema,
      })
      .nullable(),
    compareRoundedToUnits: z.literal(true).optional(),
    installmentAmount: figureSchema.optional(),
    totalInterest: figureSchema.optional(),
    installmentCount: z.int().optional(),
  }),
})
type ScheduleCase = z.output<typeof scheduleSchema>

const tranchesOf = ({ disbursements, disbursementDate, principal, decimals }: LoanTerms): readonly Tranche[] =>
  (disbursements ?? [{ date: disbursementDate, amount: principal }]).map(({ date, amount }) => ({
    date,
    amountMinor: wholeMinor(amount, decimals),
  }))

const earliest = (dates: readonly BusinessDate[], otherwise: BusinessDate): BusinessDate =>
  dates.toSorted()[0] ?? otherwise

/** Multiples are of whole units of the currency; whole money goes by multiples only where the currency has no decimals. */
const wholeUnits = (multiple: number, decimals: number): bigint =>
  BigInt(powerOfTen(decimals).times(multiple).toString())

export function scheduleTermsOf(given: LoanTerms): ScheduleTerms {
  const { decimals, downPayment, installmentMultiplesOf, currencyInMultiplesOf, periodDates, firstRepaymentDate } =
    given
  const frequency = { every: given.repaymentEvery, unit: given.repaymentUnit }
  const startsOn =
    periodDates?.[0] ??
    given.scheduleStart ??
    earliest(
      tranchesOf(given).map(({ date }) => date),
      given.disbursementDate,
    )
  const start = firstRepaymentDate ? { firstDueOn: firstRepaymentDate } : { startsOn }
  return {
    algorithm: given.scheduleType,
    interestMethod: given.interestMethod,
    amortization: given.amortization,
    balloonMinor: 0n,
    annualPercent: given.annualRatePct,
    frequency,
    share: {
      by: given.interestCalculationPeriod === 'daily' ? 'days' : 'periods',
      daysInMonth: given.daysInMonth,
      daysInYear: given.daysInYear,
      countsPartialPeriods: given.allowPartialPeriodInterest,
    },
    grace: {
      principal: given.graceOnPrincipal,
      interestPayment: given.graceOnInterest,
      interestFree: given.interestFreePeriods,
    },
    rounding: {
      mode: given.roundingMode,
      unitMinor: decimals === 0 && currencyInMultiplesOf ? BigInt(currencyInMultiplesOf) : 1n,
      installmentMultipleMinor: installmentMultiplesOf ? wholeUnits(installmentMultiplesOf, decimals) : 1n,
      installmentMode: given.installmentRounding ?? given.roundingMode,
    },
    downPaymentPercent: downPayment?.percent ?? rateSchema.parse('0'),
    startsOn,
    dueDates: periodDates?.slice(1) ?? dueDatesFrom(start, given.installments, frequency),
  }
}

/** Disbursement fees are settled when the money is paid out: no installment shows them. */
const chargesOf = ({ charges, decimals }: LoanTerms): readonly ScheduleCharge[] =>
  charges.flatMap((charge): readonly ScheduleCharge[] => {
    if (charge.calc === 'flat')
      return [
        {
          kind: charge.kind,
          amount: { type: 'fixed', amountMinor: wholeMinor(charge.amount, decimals) },
          dueOn: charge.dueDate,
        },
      ]
    if (charge.when === 'disbursement') return []
    const of = charge.calc === 'percent-of-amount' ? 'paid-out' : 'principal-and-interest'
    return [{ kind: charge.kind, amount: { type: 'percent', of, percent: charge.percent }, dueOn: 'each-installment' }]
  })

const toWholeUnits = (amountMinor: bigint, decimals: number): bigint =>
  roundMinor(new Decimal(amountMinor), { mode: 'half-even', multipleMinor: wholeUnits(1, decimals) }).amountMinor

function rowPairs(
  row: z.output<typeof rowSchema>,
  installment: Installment | undefined,
  { terms, expected }: ScheduleCase,
): readonly Pair[] {
  if (!installment) return [[`installment ${row.n}`, 'there', 'not there']]
  const shown = (amountMinor: bigint): bigint =>
    expected.compareRoundedToUnits ? toWholeUnits(amountMinor, terms.decimals) : amountMinor
  const figures: readonly Figure[] = [
    ...rowFigures(row, scheduledPortions(installment)),
    ['total', row.totalDue, installmentTotalMinor(installment)],
    ['balance after', row.balanceAfter, installment.balanceAfterMinor],
  ]
  return [
    ...(row.dueDate ? [[`due date of ${row.n}`, row.dueDate, installment.dueOn] as const] : []),
    ...figurePairs(
      String(row.n),
      figures.map(([what, figure, amountMinor]) => [what, figure, shown(amountMinor)]),
      terms.decimals,
    ),
  ]
}

/**
 * Some published schedules show charges that their terms do not name: such figures cannot be found again, and what they are part of
 * neither. Principal, interest and balances are compared all the same.
 */
const hasUnnamedCharges = ({ terms, expected }: ScheduleCase): boolean =>
  terms.charges.length === 0 && expected.rows.some(({ fees, penalties }) => Number(fees) + Number(penalties) > 0)

function withoutUnnamedCharges(given: ScheduleCase): ScheduleCase {
  const { terms, expected } = given
  if (!hasUnnamedCharges(given)) return given
  const rows = expected.rows.map(row => ({ ...row, fees: null, penalties: null, totalDue: null }))
  return { terms, expected: { ...expected, rows, totals: null } }
}

function scheduleDifference(given: ScheduleCase): string | null {
  const { terms, expected } = given
  const installments = makeSchedule(scheduleTermsOf(terms), tranchesOf(terms), chargesOf(terms))
  const inAll = sumPortions(installments.map(scheduledPortions))
  const count = expected.rowsComplete ? expected.rows.length : expected.installmentCount
  const { totals } = expected
  return firstDifference([
    ...expected.rows.flatMap(row => rowPairs(row, installments[row.n - 1], given)),
    ...(count === undefined ? [] : [['installments', String(count), String(installments.length)] as const]),
    ...figurePairs(
      'the whole',
      [
        ...componentFigures(totals ?? {}, inAll),
        ['due', totals?.due, portionsTotal(inAll)],
        ['interest', expected.totalInterest, toWholeUnits(inAll.interest, terms.decimals)],
      ],
      terms.decimals,
    ),
  ])
}

const fileSchema = z.object({ vectors: z.array(z.unknown()) })

/** Schedules of installments as lenders publish them. */
export const loanScheduleVectors: VectorKind = {
  name: 'loan schedules',
  recognises: hasField('kind', 'loan-schedules'),
  casesOf: content =>
    fileSchema.parse(content).vectors.map((given, place) =>
      vectorCase(
        given,
        `schedule-${place + 1}`,
        scheduleSchema,
        parsed => scheduleDifference(withoutUnnamedCharges(parsed)),
        parsed => (hasUnnamedCharges(parsed) ? ['charges that its terms do not name, and what they are part of'] : []),
      ),
    ),
}
