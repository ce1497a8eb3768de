import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../calendar/business-date.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import { bodyAmount } from '../journal/body.ts'
import { transferEntry } from '../journal/entry.ts'
import { uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { absoluteMinor, amountMaxMinor } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { type Rate, rateSchema } from '../money/rate.ts'
import { productIdSchema } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type ProvisionMethod, type ProvisionStage, provisionMethods, provisionStages } from './provision.ts'

/** Brings one allowance account of a branch to what its loans need at the end of a day. */
export const postProvisionSchema = z.strictObject({
  ...keyed,
  type: z.literal('provision.post'),
  /** The branch whose books it moves; the installation's own when left out. */
  branchId: uuidSchema.optional(),
  asOf: businessDateSchema,
  currency: currencySchema,
  allowance: ledgerCodeSchema,
  /** What was shown to be added, or below zero to be taken back: that is posted, or nothing is. */
  differenceMinor: z.bigint({ error: 'not-whole-minor-units' }).min(-amountMaxMinor).max(amountMaxMinor),
})
export type PostProvision = z.infer<typeof postProvisionSchema>

export const provisionPosted = z.strictObject({
  asOf: businessDateSchema,
  method: z.enum(provisionMethods),
  currency: currencySchema,
  allowance: ledgerCodeSchema,
  requiredMinor: bodyAmount,
  standingMinor: bodyAmount,
  classes: z.array(
    z.strictObject({
      productId: productIdSchema,
      stage: z.literal(provisionStages),
      fromDays: z.int(),
      percent: rateSchema,
      loans: z.int(),
      principalMinor: bodyAmount,
      requiredMinor: bodyAmount,
    }),
  ),
})

/** What the loans of the day need, by the journal as it is now, and what stands there. */
export interface ProvisionState {
  readonly branchId: string
  readonly method: ProvisionMethod
  readonly expense: string
  readonly requiredMinor: bigint
  readonly standingMinor: bigint
  readonly differenceMinor: bigint
  readonly classes: readonly {
    readonly productId: string
    readonly stage: ProvisionStage
    readonly fromDays: number
    readonly percent: Rate
    readonly loans: number
    readonly principalMinor: bigint
    readonly requiredMinor: bigint
  }[]
  /** As of which day the account was last brought to what it needs, unless that was reversed. */
  readonly lastPostedOn: BusinessDate | null
}

/**
 * Books the difference between what is needed and what stands, which counts from the day that it is about. Refuses value-date-ahead,
 * provided-already for a day up to the last one, provision-moved where it is another difference than was shown, and provision-stands
 * where there is none. Rules: L73, L74.
 */
export function postProvision(
  { branchId, expense, lastPostedOn, ...found }: ProvisionState,
  { asOf, currency, allowance, differenceMinor: shownMinor }: PostProvision,
  { businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  const { method, requiredMinor, standingMinor, differenceMinor, classes } = found
  if (asOf > businessDate) return refuse({ type: 'value-date-ahead', latestDate: businessDate })
  if (lastPostedOn !== null && asOf <= lastPostedOn)
    return refuse({ type: 'provided-already', account: allowance, currency, date: lastPostedOn })
  if (differenceMinor !== shownMinor) return refuse({ type: 'provision-moved', shownMinor, differenceMinor, currency })
  if (differenceMinor === 0n) return refuse({ type: 'provision-stands', account: allowance, currency })
  const [debit, credit] = differenceMinor > 0n ? [expense, allowance] : [allowance, expense]
  const amounts = { amountMinor: absoluteMinor(differenceMinor), currency }
  return ok({
    type: 'provision.posted',
    class: 'decision',
    entries: [transferEntry('provision', { debit: { account: debit }, credit: { account: credit }, ...amounts })],
    body: { asOf, method, currency, allowance, requiredMinor, standingMinor, classes },
    branch: branchId,
    valueDate: asOf,
  })
}
