import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { decimalOf } from '../money/rate.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { PublishRate } from './exchange-commands.ts'

/**
 * Head office says what a currency costs from a day on; a later saying for the same day is its next version, and nothing is replaced.
 * Refuses rate-of-own-currency, then rates-out-of-order unless buy ≤ mid ≤ sell. Rule: F1.
 */
export function publishRate(
  { version }: { readonly version: number },
  { currency, from, buy, mid, sell }: PublishRate,
  { institution }: Context,
): Result<Decision, Refusal> {
  if (currency === institution.currency) return refuse({ type: 'rate-of-own-currency', currency })
  const isInOrder = decimalOf(buy).lte(decimalOf(mid)) && decimalOf(mid).lte(decimalOf(sell))
  if (!isInOrder) return refuse({ type: 'rates-out-of-order' })
  return ok({
    type: 'rate.published',
    class: 'decision',
    entries: [],
    body: { currency, from, version, buy, mid, sell },
    isReference: true,
  })
}
