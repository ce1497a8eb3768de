import { decimalOf, rate } from '../money/rate.ts'
import type { LoanProduct } from './loan-product.ts'
import type { Check } from './product-check.ts'

const nothing = rate('0')

/** The schedules that `core/schedule` counts, and no others. Rule: P8. */
export function scheduleChecks({ schedule, frequencies }: LoanProduct): readonly Check[] {
  const { algorithm, interestMethod, amortization, balloonPercent, share, downPaymentPercent } = schedule
  const isProgressive = algorithm === 'progressive'
  const isOfLongMonths = frequencies.some(({ every, unit }) => unit === 'months' && every > 1)
  return [
    [isProgressive && interestMethod === 'flat', 'schedule.interestMethod', 'not-with-progressive'],
    [interestMethod === 'flat' && amortization === 'equal-principal', 'schedule.amortization', 'not-with-flat'],
    [amortization === 'bullet' && balloonPercent !== undefined, 'schedule.balloonPercent', 'not-with-bullet'],
    [isMoreThanAll(balloonPercent, downPaymentPercent), 'schedule.balloonPercent', 'above-hundred'],
    [
      downPaymentPercent !== undefined && decimalOf(downPaymentPercent).gte(100),
      'schedule.downPaymentPercent',
      'not-below-hundred',
    ],
    [isProgressive && share.by === 'periods', 'schedule.share.by', 'not-with-progressive'],
    [share.by === 'days' && share.countsPartialPeriods, 'schedule.share.countsPartialPeriods', 'only-by-periods'],
    [
      isProgressive && isOfLongMonths && share.daysInMonth === 'actual',
      'schedule.share.daysInMonth',
      'not-with-longer-periods',
    ],
    ...graceChecks(schedule.grace, Math.min(...frequencies.map(({ installments }) => installments.min))),
    ...roundingChecks(schedule.rounding),
  ]
}

/** What is left for the last installment was not paid on the first day already. */
const isMoreThanAll = (balloon = nothing, downPayment = nothing): boolean =>
  decimalOf(balloon).plus(decimalOf(downPayment)).gt(100)

/** After the grace there is an installment, however short the loan. */
const graceChecks = (grace: LoanProduct['schedule']['grace'], fewest: number): readonly Check[] =>
  (['principal', 'interestPayment', 'interestFree'] as const).map(name => [
    grace[name] >= fewest,
    `schedule.grace.${name}`,
    'not-below-installments',
  ])

const roundingChecks = ({
  unitMinor,
  installmentMultipleMinor,
}: LoanProduct['schedule']['rounding']): readonly Check[] => [
  [unitMinor === 0n, 'schedule.rounding.unitMinor', 'not-positive'],
  [installmentMultipleMinor === 0n, 'schedule.rounding.installmentMultipleMinor', 'not-positive'],
  [
    unitMinor > 0n && installmentMultipleMinor % unitMinor !== 0n,
    'schedule.rounding.installmentMultipleMinor',
    'not-a-multiple',
  ],
]
