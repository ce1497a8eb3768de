import type { PeriodLength } from '../interest/period-end.ts'
import type { Rate } from '../money/rate.ts'
import type { CreditLineProduct } from './credit-line-product.ts'
import type { DepositProduct, TermProduct } from './deposit-product.ts'
import { loanChecks } from './loan-faults.ts'
import { lowBelowMinor } from './monthly-fees.ts'
import type { Product } from './product.ts'
import { type Check, faultsOf, isMore, isOverHundred, type ProductFault } from './product-check.ts'

/** Everything that does not fit together in a product whose fields are each well formed. Rule: P2. */
export function productFaults(product: Product): readonly ProductFault[] {
  return faultsOf(checksOf(product))
}

function checksOf(product: Product): readonly Check[] {
  switch (product.kind) {
    case 'credit-line':
      return creditLineChecks(product)
    case 'loan':
      return loanChecks(product)
    case 'passbook':
    case 'current':
    case 'fixed':
    case 'recurring':
    case 'compulsory':
      return [...depositChecks(product), ...interestChecks(product), ...kindChecks(product)]
  }
}

const creditLineChecks = ({ limitMinor, minimumPaymentPercent, minimumPaymentMinor }: CreditLineProduct): Check[] => [
  [limitMinor === 0n, 'limitMinor', 'not-positive'],
  [isOverHundred(minimumPaymentPercent), 'minimumPaymentPercent', 'above-hundred'],
  [minimumPaymentMinor > limitMinor, 'minimumPaymentMinor', 'above-limit'],
]

const termChecks = ({ monthsMin, monthsMax, monthsDefault }: TermProduct['term']): Check[] => [
  [monthsMin > monthsMax, 'term.monthsMax', 'below-minimum'],
  [monthsDefault < monthsMin, 'term.monthsDefault', 'below-minimum'],
  [monthsDefault > monthsMax, 'term.monthsDefault', 'above-maximum'],
]

function depositChecks(product: DepositProduct): Check[] {
  const { minimumBalanceMinor, minimumOpeningMinor, limits, fees, dormancy } = product
  const { withdrawalsPerDayMinor, withdrawalsPerMonthMinor, operationsPerDayMinor, operationsPerMonthMinor } = limits
  return [
    [minimumOpeningMinor < minimumBalanceMinor, 'minimumOpeningMinor', 'below-minimum-balance'],
    [isMore(withdrawalsPerDayMinor, withdrawalsPerMonthMinor), 'limits.withdrawalsPerMonthMinor', 'below-daily-limit'],
    [isMore(operationsPerDayMinor, operationsPerMonthMinor), 'limits.operationsPerMonthMinor', 'below-daily-limit'],
    [isMore(minimumOpeningMinor, limits.operationMinor), 'limits.operationMinor', 'below-opening-minimum'],
    [
      fees.belowMinimumMinor !== undefined && lowBelowMinor(product) === 0n,
      'fees.belowMinimumMinor',
      'no-minimum-balance',
    ],
    [isMore(minimumBalanceMinor, fees.belowBalanceMinor), 'fees.belowBalanceMinor', 'below-minimum-balance'],
    [
      fees.belowBalanceMinor !== undefined && fees.belowMinimumMinor === undefined,
      'fees.belowBalanceMinor',
      'not-allowed',
    ],
    [
      dormancy !== undefined && dormancy.dormantAfterDays <= dormancy.inactiveAfterDays,
      'dormancy.dormantAfterDays',
      'not-after-inactive',
    ],
  ]
}

const lengthOrder: readonly PeriodLength[] = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']

function interestChecks({ kind, interest }: DepositProduct): Check[] {
  if (!interest) return []
  const { compounding, posting, withholdingTaxPercent } = interest
  const isTerm = kind === 'fixed' || kind === 'recurring'
  const isLonger =
    compounding !== 'at-posting' &&
    posting !== 'at-maturity' &&
    lengthOrder.indexOf(compounding) > lengthOrder.indexOf(posting)
  return [
    [posting === 'at-maturity' && !isTerm, 'interest.posting', 'no-maturity'],
    [isLonger, 'interest.compounding', 'longer-than-posting'],
    [isOverHundred(withholdingTaxPercent), 'interest.withholdingTaxPercent', 'above-hundred'],
  ]
}

function kindChecks(product: DepositProduct): readonly Check[] {
  const { fees } = product
  const overdraft = product.kind === 'current' ? product.overdraft : undefined
  const common: Check[] = [
    [
      overdraft !== undefined && overdraft.principalAccount === overdraft.receivableAccount,
      'overdraft.receivableAccount',
      'overdraft-account',
    ],
    [fees.overdraftMinor !== undefined && !overdraft, 'fees.overdraftMinor', 'no-overdraft'],
    [overdraft?.limitMinor === 0n, 'overdraft.limitMinor', 'not-positive'],
  ]
  switch (product.kind) {
    case 'passbook':
    case 'current':
      return common
    case 'compulsory':
      return [...common, [isOverHundred(product.percentOfLoan), 'percentOfLoan', 'above-hundred']]
    case 'fixed':
      return [...common, ...termChecks(product.term), ...earlyClosureChecks(product.earlyClosure)]
    case 'recurring':
      return [
        ...common,
        ...termChecks(product.term),
        ...earlyClosureChecks(product.earlyClosure),
        [product.installment.minimumMinor === 0n, 'installment.minimumMinor', 'not-positive'],
        [
          isMore(product.installment.minimumMinor, product.limits.operationMinor),
          'limits.operationMinor',
          'below-installment',
        ],
      ]
  }
}

const earlyClosureChecks = (loss: { readonly type: string; readonly percent?: Rate }): Check[] => [
  [isOverHundred(loss.percent), 'earlyClosure.percent', 'above-hundred'],
]
