import { assert } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { installmentDate, installmentsDue } from '../products/installments.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { feesOf, totalOf } from './account-fees.ts'
import { checkAmount, checkOperations } from './check-limits.ts'
import { availableMinor, type SavingsAccount } from './savings-account.ts'

/**
 * Whether so much may come into the account on a business date. Refuses amount-above-maximum; term-ended, deposit-made-already,
 * installment-differs, installment-not-due, as its kind says; opening-below-minimum; operations-limit-exceeded; balance-below-minimum
 * where not even the fee is covered. Rules: S3, S13, S16, S17.
 */
export function checkReceivable(
  account: SavingsAccount,
  amountMinor: bigint,
  date: BusinessDate,
): Result<null, Refusal> {
  const { currency, product, balanceMinor } = account
  const amount = checkAmount(account, amountMinor)
  if (!amount.ok) return amount
  const byKind = checkKind(account, amountMinor, date)
  if (!byKind.ok) return byKind
  if (balanceMinor === 0n && amountMinor < product.minimumOpeningMinor)
    return refuse({ type: 'opening-below-minimum', minimumMinor: product.minimumOpeningMinor, currency })
  const operations = checkOperations(account, amountMinor)
  if (!operations.ok) return operations
  const feesMinor = totalOf(feesOf(account, { direction: 'in', amountMinor }))
  return amountMinor + availableMinor(account) < feesMinor
    ? refuse({ type: 'balance-below-minimum', minimumMinor: 0n, availableMinor: 0n, currency })
    : ok(null)
}

function checkKind(account: SavingsAccount, amountMinor: bigint, date: BusinessDate): Result<null, Refusal> {
  const { product, maturesOn, termFrom, balanceMinor, currency, installmentMinor, installmentsPaid } = account
  switch (product.kind) {
    case 'passbook':
    case 'current':
    case 'compulsory':
      return ok(null)
    case 'fixed':
    case 'recurring': {
      assert(maturesOn, 'a deposit with a term matures')
      if (date >= maturesOn) return refuse({ type: 'term-ended', maturesOn })
      if (product.kind === 'fixed')
        return balanceMinor === 0n ? ok(null) : refuse({ type: 'deposit-made-already', maturesOn })
      assert(installmentMinor, 'a recurring deposit has an installment')
      if (amountMinor % installmentMinor !== 0n)
        return refuse({ type: 'installment-differs', installmentMinor, currency })
      const plan = { product, openedOn: termFrom, maturesOn }
      const paid = installmentsPaid + Number(amountMinor / installmentMinor)
      return paid <= installmentsDue(plan, date)
        ? ok(null)
        : refuse({ type: 'installment-not-due', nextDate: installmentDate(plan, installmentsDue(plan, date)) })
    }
  }
}
