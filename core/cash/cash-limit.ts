import { z } from 'zod'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'

/** The vault of a branch, or the drawers of those there who have a role. */
export const limitedPlaces = ['vault', 'teller', 'officer', 'manager', 'head-office'] as const
export type LimitedPlace = (typeof limitedPlaces)[number]

/** How much cash of a currency may lie in a place and, of a vault, how much should; what is left out is not limited. */
export const setCashLimitSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('cash-limit.set'),
    branchId: uuidSchema,
    place: z.enum(limitedPlaces),
    currency: currencySchema,
    maxMinor: positiveAmountSchema.optional(),
    minMinor: positiveAmountSchema.optional(),
  })
  .refine(({ place, minMinor }) => place === 'vault' || minMinor === undefined, {
    error: 'only-for-vaults',
    path: ['minMinor'],
  })
  .refine(({ maxMinor, minMinor }) => maxMinor === undefined || minMinor === undefined || minMinor <= maxMinor, {
    error: 'above-maximum',
    path: ['minMinor'],
  })
export type SetCashLimit = z.infer<typeof setCashLimitSchema>

export const cashLimitSet = z.strictObject({
  branchId: uuidSchema,
  place: z.enum(limitedPlaces),
  currency: currencySchema,
  maxMinor: bodyAmount.optional(),
  minMinor: bodyAmount.optional(),
})

/** Null is not limited. */
export interface CashLimit {
  readonly maxMinor: bigint | null
  readonly minMinor: bigint | null
}

export interface BeyondLimit {
  readonly beyond: 'above' | 'below'
  readonly limitMinor: bigint
}

/** Which limit a balance lies beyond, if any. Rule: C16. */
export function beyondLimit({ maxMinor, minMinor }: CashLimit, balanceMinor: bigint): BeyondLimit | null {
  if (maxMinor !== null && balanceMinor > maxMinor) return { beyond: 'above', limitMinor: maxMinor }
  return minMinor !== null && balanceMinor < minMinor ? { beyond: 'below', limitMinor: minMinor } : null
}

/** Head office says how much cash lies where; a later saying for the same place takes the place of the one before. Rule: C15. */
export const setCashLimit = (
  _state: null,
  { branchId, place, currency, maxMinor, minMinor }: SetCashLimit,
  _context: Context,
): Result<Decision, Refusal> =>
  ok({
    type: 'cash-limit.set',
    class: 'decision',
    entries: [],
    body: {
      branchId,
      place,
      currency,
      ...(maxMinor === undefined ? {} : { maxMinor }),
      ...(minMinor === undefined ? {} : { minMinor }),
    },
    isReference: true,
  })
