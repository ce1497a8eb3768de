import { accountingChecks } from './loan-accounting-faults.ts'
import type { LoanProduct } from './loan-product.ts'
import { scheduleChecks } from './loan-schedule-faults.ts'
import { type Check, isAbove, isMore, isOverHundred } from './product-check.ts'

/** What does not fit together in a loan, or what no schedule can do. Rules: P2, P8. */
export const loanChecks = (product: LoanProduct): readonly Check[] => [
  ...rangeChecks(product),
  ...frequencyChecks(product),
  ...scheduleChecks(product),
  ...dueDateChecks(product),
  ...chargeChecks(product),
  ...repaymentChecks(product),
  ...accountingChecks(product),
  ...conditionChecks(product),
]

function rangeChecks({ principal, annualPercent }: LoanProduct): readonly Check[] {
  return [
    [principal.minMinor === 0n, 'principal.minMinor', 'not-positive'],
    [principal.minMinor > principal.maxMinor, 'principal.maxMinor', 'below-minimum'],
    [principal.defaultMinor < principal.minMinor, 'principal.defaultMinor', 'below-minimum'],
    [principal.defaultMinor > principal.maxMinor, 'principal.defaultMinor', 'above-maximum'],
    [isAbove(annualPercent.min, annualPercent.max), 'annualPercent.max', 'below-minimum'],
    [isAbove(annualPercent.min, annualPercent.default), 'annualPercent.default', 'below-minimum'],
    [isAbove(annualPercent.default, annualPercent.max), 'annualPercent.default', 'above-maximum'],
  ]
}

function frequencyChecks({ frequencies }: LoanProduct): readonly Check[] {
  return frequencies.flatMap(({ every, unit, installments }, place): readonly Check[] => {
    const at = `frequencies.${place}`
    const isRepeated = frequencies.slice(0, place).some(other => other.every === every && other.unit === unit)
    return [
      [isRepeated, `${at}.every`, 'said-before'],
      [installments.min > installments.max, `${at}.installments.max`, 'below-minimum'],
      [installments.default < installments.min, `${at}.installments.default`, 'below-minimum'],
      [installments.default > installments.max, `${at}.installments.default`, 'above-maximum'],
    ]
  })
}

/** How many days of a month may be chosen: of two, the first is in every month, so that they never fall together. */
const daysDue = { days: 0, weeks: 0, 'half-months': 2, months: 1 } as const
const inEveryMonth = 27
const daysToAnyDay = 31

/** The span of first due dates holds every day of the week, so that each centre has one in it. */
const daysToAnyWeekday = 6

function dueDateChecks({ dueDates, frequencies }: LoanProduct): readonly Check[] {
  const { onCentreDay, firstAfterDays, dayOfMonth, otherDayOfMonth } = dueDates
  const daysChosen = [dayOfMonth, otherDayOfMonth].filter(day => day !== undefined).length
  const isByMonths = frequencies.every(({ unit }) => daysDue[unit] === daysChosen)
  const isByWeeks = frequencies.every(({ unit }) => unit === 'weeks')
  return [
    [onCentreDay && !isByWeeks, 'dueDates.onCentreDay', 'not-by-weeks'],
    [firstAfterDays.min > firstAfterDays.max, 'dueDates.firstAfterDays.max', 'below-minimum'],
    [
      onCentreDay && firstAfterDays.max - firstAfterDays.min < daysToAnyWeekday,
      'dueDates.firstAfterDays.max',
      'shorter-than-a-week',
    ],
    [daysChosen > 0 && !isByMonths, 'dueDates.dayOfMonth', 'not-by-months'],
    [otherDayOfMonth !== undefined && otherDayOfMonth <= (dayOfMonth ?? 0), 'dueDates.otherDayOfMonth', 'not-in-order'],
    [otherDayOfMonth !== undefined && (dayOfMonth ?? 0) > inEveryMonth, 'dueDates.dayOfMonth', 'above-maximum'],
    [
      daysChosen > 0 && firstAfterDays.max - firstAfterDays.min < daysToAnyDay,
      'dueDates.firstAfterDays.max',
      'shorter-than-a-month',
    ],
  ]
}

function chargeChecks({ charges }: LoanProduct): readonly Check[] {
  return charges.flatMap(({ chargeId, amount, when }, place): readonly Check[] => {
    const at = `charges.${place}`
    const isAtDisbursement = when.type === 'disbursement-paid' || when.type === 'disbursement-deducted'
    return [
      [charges.slice(0, place).some(other => other.chargeId === chargeId), `${at}.chargeId`, 'said-before'],
      [amount.type === 'fixed' && amount.amountMinor === 0n, `${at}.amount.amountMinor`, 'not-positive'],
      [amount.type === 'percent' && isOverHundred(amount.percent), `${at}.amount.percent`, 'above-hundred'],
      [amount.type === 'percent' && isMore(amount.minMinor, amount.maxMinor), `${at}.amount.maxMinor`, 'below-minimum'],
      [
        isAtDisbursement && amount.type === 'percent' && amount.of !== 'paid-out',
        `${at}.amount.of`,
        'not-at-disbursement',
      ],
    ]
  })
}

function repaymentChecks({ repayment, schedule }: LoanProduct): readonly Check[] {
  const { allocation, recalculation, late, prepayment } = repayment
  const orders = ['pastDue', 'due', 'inAdvance'] as const
  return [
    ...orders.map(
      (name): Check => [
        allocation.type === 'own' && new Set(allocation[name]).size < allocation[name].length,
        `repayment.allocation.${name}`,
        'said-before',
      ],
    ),
    [
      recalculation !== undefined && schedule.interestMethod === 'flat',
      'repayment.recalculation.rest',
      'flat-is-not-recalculated',
    ],
    [
      recalculation !== undefined && schedule.grace.interestPayment > 0,
      'schedule.grace.interestPayment',
      'not-with-recalculation',
    ],
    [late.fee?.type === 'fixed' && late.fee.amountMinor === 0n, 'repayment.late.fee.amountMinor', 'not-positive'],
    [late.fee?.type === 'percent' && isOverHundred(late.fee.percent), 'repayment.late.fee.percent', 'above-hundred'],
    [
      prepayment.type === 'allowed' && isOverHundred(prepayment.penaltyPercent),
      'repayment.prepayment.penaltyPercent',
      'above-hundred',
    ],
  ]
}

function conditionChecks({ conditions, principal }: LoanProduct): readonly Check[] {
  const { approvalLevels, cycleLimits, exposureMaxMinor, exposureWithGuaranteesMaxMinor, compulsorySavingsPercent } =
    conditions
  return [
    ...approvalLevels.flatMap(({ upToMinor, people }, place): readonly Check[] => {
      const at = `conditions.approvalLevels.${place}`
      const before = approvalLevels[place - 1]
      const isLast = place === approvalLevels.length - 1
      return [
        [isLast !== (upToMinor === undefined), `${at}.upToMinor`, isLast ? 'last-has-no-end' : 'missing'],
        [!isLast && before !== undefined && !isMore(upToMinor, before.upToMinor), `${at}.upToMinor`, 'not-in-order'],
        [before !== undefined && people < before.people, `${at}.people`, 'below-level-before'],
      ]
    }),
    ...cycleLimits.flatMap(({ fromCycle, principalMaxMinor }, place): readonly Check[] => {
      const at = `conditions.cycleLimits.${place}`
      const before = cycleLimits[place - 1]
      return [
        [before !== undefined && fromCycle <= before.fromCycle, `${at}.fromCycle`, 'not-in-order'],
        [principalMaxMinor < principal.minMinor, `${at}.principalMaxMinor`, 'below-minimum'],
        [principalMaxMinor > principal.maxMinor, `${at}.principalMaxMinor`, 'above-maximum'],
      ]
    }),
    [isMore(principal.minMinor, exposureMaxMinor), 'conditions.exposureMaxMinor', 'below-minimum'],
    [
      isMore(principal.minMinor, exposureWithGuaranteesMaxMinor),
      'conditions.exposureWithGuaranteesMaxMinor',
      'below-minimum',
    ],
    [isOverHundred(conditions.affordabilityMaxPercent), 'conditions.affordabilityMaxPercent', 'above-hundred'],
    [isOverHundred(compulsorySavingsPercent), 'conditions.compulsorySavingsPercent', 'above-hundred'],
  ]
}
