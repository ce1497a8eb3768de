import { isAllowed, type LimitName } from '../authority/roles.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Context, Grant } from './context.ts'

/** The amount that a limit of the actor's grant is held against; above it a second person signs. */
export interface LimitedAmount {
  readonly limit: LimitName
  readonly amountMinor: bigint
}

/** What nobody does alone, however small; the amount is only told to the second person. */
export interface AlwaysTwo {
  readonly alwaysTwo: true
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

/** The second person, who counts only while they may approve: somebody else, active, with a grant that has not run out. Rule: A45. */
export function secondPerson({ actor, checker, now }: Pick<Context, 'actor' | 'checker' | 'now'>): Grant | null {
  const mayCheck =
    checker !== undefined &&
    checker.staffId !== actor.staffId &&
    checker.isActive &&
    checker.validUntil >= now &&
    isAllowed(checker.role, 'approve')
  return mayCheck ? checker : null
}
