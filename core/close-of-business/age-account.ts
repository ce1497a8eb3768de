import { daysBetween } from '../calendar/business-date.ts'
import type { AccountStep } from './account-step.ts'

const nothingElse = { postings: [], changeMinor: 0n } as const

/**
 * After so many days without an operation of the client an account is inactive, then dormant. The days of a deposit with a term count
 * from its maturity: nobody is expected before. Rule: E8.
 */
export const ageAccount: AccountStep = ({ account }, date) => {
  const { product, status, lastUsedOn, maturesOn } = account
  if (!product.dormancy || status === 'dormant' || status === 'closed') return null
  const from = maturesOn !== null && maturesOn > lastUsedOn ? maturesOn : lastUsedOn
  const days = daysBetween(from, date)
  const { inactiveAfterDays, dormantAfterDays } = product.dormancy
  if (days >= dormantAfterDays) return { facts: { status: 'dormant' }, ...nothingElse }
  if (days >= inactiveAfterDays && status === 'active') return { facts: { status: 'inactive' }, ...nothingElse }
  return null
}
