import { allocationOrderNames, futureRules } from '../../../core/loan-life/allocation-rules.ts'
import { advanceRules } from '../../../core/loan-life/loan-terms.ts'
import { roundingModes } from '../../../core/money/rounding.ts'
import { restDayRules } from '../../../core/products/loan-schedule-terms.ts'
import { amortizations, interestMethods, scheduleAlgorithms } from '../../../core/schedule/schedule-terms.ts'
import { money, type ProductField, yesOrNo } from './term-shape.ts'

const kinds = ['loan'] as const
const own = ['repayment.allocation.type', 'own'] as const
const recalculated = ['repayment.recalculation', 'yes'] as const
const allowed = ['repayment.prepayment.type', 'allowed'] as const
const ofOneLoan = { value: 'ledger', control: 'loan', kinds } as const

/** The terms of a loan that are said once; what is said several times stands in lists. */
export const loanFields = [
  { field: 'principal.minMinor', value: 'money', kinds },
  { field: 'principal.maxMinor', value: 'money', kinds },
  { field: 'principal.defaultMinor', value: 'money', kinds },
  { field: 'annualPercent.min', value: 'percent', kinds },
  { field: 'annualPercent.max', value: 'percent', kinds },
  { field: 'annualPercent.default', value: 'percent', kinds },
  { field: 'schedule.interestMethod', value: 'choice', choices: interestMethods, kinds },
  { field: 'schedule.amortization', value: 'choice', choices: amortizations, kinds },
  { field: 'schedule.balloonPercent', value: 'percent', isOptional: true, kinds },
  { field: 'schedule.downPaymentPercent', value: 'percent', isOptional: true, kinds },
  { field: 'schedule.tranchesMax', value: 'count', kinds },
  { field: 'schedule.algorithm', value: 'choice', choices: scheduleAlgorithms, kinds },
  { field: 'schedule.share.by', value: 'choice', choices: ['periods', 'days'], kinds },
  { field: 'schedule.share.countsPartialPeriods', value: 'yes-no', kinds },
  { field: 'schedule.share.daysInMonth', value: 'choice', choices: ['actual', '30'], kinds },
  { field: 'schedule.share.daysInYear', value: 'choice', choices: ['actual', '360', '364', '365'], kinds },
  { field: 'schedule.grace.principal', value: 'count', kinds },
  { field: 'schedule.grace.interestPayment', value: 'count', kinds },
  { field: 'schedule.grace.interestFree', value: 'count', kinds },
  { field: 'schedule.rounding.installmentMultipleMinor', value: 'money', kinds },
  { field: 'schedule.rounding.installmentMode', value: 'choice', choices: roundingModes, kinds },
  { field: 'schedule.rounding.unitMinor', value: 'money', kinds },
  { field: 'schedule.rounding.mode', value: 'choice', choices: roundingModes, kinds },
  { field: 'dueDates.restDays', value: 'choice', choices: restDayRules, kinds },
  { field: 'dueDates.onCentreDay', value: 'yes-no', kinds },
  { field: 'dueDates.firstAfterDays.min', value: 'count', kinds },
  { field: 'dueDates.firstAfterDays.max', value: 'count', kinds },
  { field: 'repayment.allocation.type', value: 'choice', choices: ['named', 'own'], kinds },
  {
    field: 'repayment.allocation.order',
    value: 'choice',
    choices: allocationOrderNames,
    where: ['repayment.allocation.type', 'named'],
    kinds,
  },
  { field: 'repayment.allocation.pastDue', value: 'order', where: own, kinds },
  { field: 'repayment.allocation.due', value: 'order', where: own, kinds },
  { field: 'repayment.allocation.inAdvance', value: 'order', where: own, kinds },
  { field: 'repayment.allocation.dueChargesFirst', value: 'yes-no', where: own, kinds },
  { field: 'repayment.allocation.direction', value: 'choice', choices: ['horizontal', 'vertical'], where: own, kinds },
  { field: 'repayment.allocation.future.default', value: 'choice', choices: futureRules, where: own, kinds },
  ...(['down-payment', 'goodwill-credit', 'merchant-issued-refund', 'payout-refund'] as const).map(
    kind =>
      ({
        field: `repayment.allocation.future.${kind}`,
        value: 'choice',
        choices: ['none', ...futureRules],
        isOptional: true,
        where: own,
        kinds,
      }) as const,
  ),
  { field: 'repayment.recalculation', ...yesOrNo, kinds },
  {
    field: 'repayment.recalculation.rest',
    value: 'choice',
    choices: ['daily', 'same-as-repayment'],
    where: recalculated,
    kinds,
  },
  { field: 'repayment.recalculation.advance', value: 'choice', choices: advanceRules, where: recalculated, kinds },
  {
    field: 'repayment.recalculation.compounding',
    value: 'choice',
    choices: ['none', 'interest'],
    where: recalculated,
    kinds,
  },
  {
    field: 'repayment.recalculation.lateInterest',
    value: 'choice',
    choices: ['every-period', 'periods-with-an-entry'],
    where: recalculated,
    kinds,
  },
  {
    field: 'repayment.recalculation.payoff',
    value: 'choice',
    choices: ['to-the-day', 'to-the-rest'],
    where: recalculated,
    kinds,
  },
  { field: 'repayment.prepayment.type', value: 'choice', choices: ['allowed', 'refused'], kinds },
  { field: 'repayment.prepayment.penaltyPercent', value: 'percent', isOptional: true, where: allowed, kinds },
  { field: 'repayment.prepayment.afterDays', value: 'count', isOptional: true, where: allowed, kinds },
  { field: 'repayment.late.graceDays', value: 'count', kinds },
  { field: 'repayment.late.fee.type', value: 'choice', choices: ['none', 'fixed', 'percent'], isOptional: true, kinds },
  { field: 'repayment.late.fee.amountMinor', value: 'money', where: ['repayment.late.fee.type', 'fixed'], kinds },
  { field: 'repayment.late.fee.percent', value: 'percent', where: ['repayment.late.fee.type', 'percent'], kinds },
  { field: 'repayment.late.penaltyAnnualPercent', value: 'percent', isOptional: true, kinds },
  { field: 'conditions.exposureMaxMinor', ...money, kinds },
  { field: 'conditions.guarantorsMin', value: 'count', kinds },
  { field: 'conditions.compulsorySavingsPercent', value: 'percent', isOptional: true, kinds },
  { field: 'accounting.basis', value: 'choice', choices: ['accrual', 'cash'], kinds },
  { field: 'accounting.nonAccrualAfterDays', value: 'count', kinds },
  { field: 'controlAccount', type: 'asset', ...ofOneLoan },
  { field: 'accounting.accounts.interestReceivable', type: 'asset', ...ofOneLoan },
  { field: 'accounting.accounts.feesReceivable', type: 'asset', ...ofOneLoan },
  { field: 'accounting.accounts.penaltiesReceivable', type: 'asset', ...ofOneLoan },
  { field: 'accounting.accounts.unearnedInterest', type: 'liability', ...ofOneLoan },
  { field: 'accounting.accounts.overpayments', type: 'liability', ...ofOneLoan },
  { field: 'accounting.accounts.interestIncome', value: 'ledger', type: 'income', kinds },
  { field: 'accounting.accounts.feeIncome', value: 'ledger', type: 'income', kinds },
  { field: 'accounting.accounts.penaltyIncome', value: 'ledger', type: 'income', kinds },
  { field: 'accounting.accounts.recoveries', value: 'ledger', type: 'income', kinds },
  { field: 'accounting.accounts.allowance', value: 'ledger', type: 'asset', kinds },
  { field: 'accounting.accounts.provisionExpense', value: 'ledger', type: 'expense', kinds },
  { field: 'accounting.accounts.writeOffExpense', value: 'ledger', type: 'expense', isOptional: true, kinds },
] as const satisfies readonly ProductField[]
