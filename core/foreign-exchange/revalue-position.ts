import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../calendar/business-date.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import { bodyAmount } from '../journal/body.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { absoluteMinor } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { converted, type DayRate } from './day-rate.ts'
import { positionOf } from './position-account.ts'

/** Brings what a currency's position stands at in the books to what it is worth at the end of a day. */
export const revaluePositionSchema = z.strictObject({
  ...keyed,
  type: z.literal('fx.revalue'),
  currency: currencySchema,
  asOf: businessDateSchema,
})
export type RevaluePosition = z.infer<typeof revaluePositionSchema>

export const positionRevalued = z.strictObject({
  currency: currencySchema,
  asOf: businessDateSchema,
  rate: z.strictObject({ from: businessDateSchema, version: z.int().positive() }),
  positionMinor: bodyAmount,
  worthMinor: bodyAmount,
  gainMinor: bodyAmount,
})

/** A branch's position as of the day, by value date. */
export interface RevaluationState {
  readonly positionMinor: bigint
  readonly counterValueMinor: bigint
  readonly rate: DayRate
  readonly lastRevaluedOn: BusinessDate | null
}

/** What the position is worth at the middle rate beyond what it stands at in the books; negative is a loss. */
export const unbookedGainMinor = ({ positionMinor, counterValueMinor, rate }: RevaluationState): bigint =>
  worthMinor(positionMinor, rate) - counterValueMinor

const worthMinor = (amountMinor: bigint, rate: DayRate): bigint =>
  converted({ amountMinor, currency: rate.currency }, rate, 'mid', 'half-even')

/**
 * Month-end revaluation: the difference since the last one is gained or lost, and the next one begins from there, so that none is ever
 * taken back. Counts from the day that it is about. A position without a difference is recorded without lines: somebody looked.
 * Refuses value-date-ahead, then revalued-already for a day up to the last one. Rules: F8, F9.
 */
export function revaluePosition(
  state: RevaluationState,
  { currency, asOf }: RevaluePosition,
  { businessDate, institution }: OpenDayContext,
): Result<Decision, Refusal> {
  const { positionMinor, rate, lastRevaluedOn } = state
  if (asOf > businessDate) return refuse({ type: 'value-date-ahead', latestDate: businessDate })
  if (lastRevaluedOn !== null && asOf <= lastRevaluedOn)
    return refuse({ type: 'revalued-already', currency, date: lastRevaluedOn })
  const gainMinor = unbookedGainMinor(state)
  const counterValue = { account: postingAccounts.fxCounterValue, subAccount: positionOf(currency) }
  const sides =
    gainMinor > 0n
      ? { debit: counterValue, credit: { account: postingAccounts.fxRevaluationGains } }
      : { debit: { account: postingAccounts.fxRevaluationLosses }, credit: counterValue }
  const amounts = { amountMinor: absoluteMinor(gainMinor), currency: institution.currency }
  return ok({
    type: 'fx.revalued',
    class: 'decision',
    entries: gainMinor === 0n ? [] : [transferEntry('position-revalued', { ...sides, ...amounts })],
    body: {
      currency,
      asOf,
      rate: { from: rate.from, version: rate.version },
      positionMinor,
      worthMinor: worthMinor(positionMinor, rate),
      gainMinor,
    },
    valueDate: asOf,
  })
}
