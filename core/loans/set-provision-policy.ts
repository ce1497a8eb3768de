import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import { rateSchema } from '../money/rate.ts'
import { isAbove, isOverHundred } from '../products/product-check.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { provisionMethods } from './provision.ts'

const percentSchema = rateSchema.refine(percent => !isOverHundred(percent), { error: 'above-hundred' })

const policy = {
  /** The first day that is provided for like this. */
  from: businessDateSchema,
  method: z.enum(provisionMethods),
  stagePercents: z.tuple([percentSchema, percentSchema, percentSchema]),
} as const

/** How loan losses are provided for from a day on, and with what percent of each stage. */
export const setProvisionPolicySchema = z
  .strictObject({ ...keyed, type: z.literal('provision.set-policy'), ...policy })
  .refine(({ stagePercents: [first, second] }) => !isAbove(first, second), {
    error: 'below-level-before',
    path: ['stagePercents', 1],
  })
  .refine(({ stagePercents: [, second, third] }) => !isAbove(second, third), {
    error: 'below-level-before',
    path: ['stagePercents', 2],
  })
export type SetProvisionPolicy = z.infer<typeof setProvisionPolicySchema>

export const provisionPolicySet = z.strictObject(policy)

/** Head office says how losses are provided for; a later saying for the same day takes the place of the one before. Rule: L73. */
export const setProvisionPolicy = (
  _state: null,
  { from, method, stagePercents }: SetProvisionPolicy,
  _context: Context,
): Result<Decision, Refusal> =>
  ok({
    type: 'provision.policy-set',
    class: 'decision',
    entries: [],
    body: { from, method, stagePercents },
    isReference: true,
  })
