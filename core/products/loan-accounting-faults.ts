import type { LoanProduct } from './loan-product.ts'
import { type Check, isAbove, isOverHundred } from './product-check.ts'

/** Principal stands alone on its account, and the allowance grows with the days past due. */
export function accountingChecks({ controlAccount, accounting }: LoanProduct): readonly Check[] {
  const { accounts, provisioning } = accounting
  const receivables = ['interestReceivable', 'feesReceivable', 'penaltiesReceivable'] as const
  return [
    ...receivables.map(
      (name): Check => [accounts[name] === controlAccount, `accounting.accounts.${name}`, 'principal-account'],
    ),
    [accounts.allowance === controlAccount, 'accounting.accounts.allowance', 'principal-account'],
    [
      accounts.overpayments === accounts.unearnedInterest,
      'accounting.accounts.overpayments',
      'unearned-interest-account',
    ],
    ...provisioning.flatMap(({ fromDays, percent }, place): readonly Check[] => {
      const at = `accounting.provisioning.${place}`
      const before = provisioning[place - 1]
      return [
        [before !== undefined && fromDays <= before.fromDays, `${at}.fromDays`, 'not-in-order'],
        [before !== undefined && isAbove(before.percent, percent), `${at}.percent`, 'below-level-before'],
        [isOverHundred(percent), `${at}.percent`, 'above-hundred'],
      ]
    }),
  ]
}
