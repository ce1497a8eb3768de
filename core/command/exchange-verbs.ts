import type { Context, OpenDayContext } from '../decision/context.ts'
import type { LimitedAmount } from '../decision/second-person.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { type ExchangeState, exchangeCash } from '../foreign-exchange/exchange-cash.ts'
import { publishRate } from '../foreign-exchange/publish-rate.ts'
import { type RevaluationState, revaluePosition, unbookedGainMinor } from '../foreign-exchange/revalue-position.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { openDrawerOf } from '../storage/drawers.ts'
import { nextRateVersion, rateOn } from '../storage/exchange-rates.ts'
import { lastRevaluation, positionAsOf } from '../storage/fx-positions.ts'
import type { CommandOf } from './command.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

const loadPublication = (
  { db }: Books,
  { currency, from }: CommandOf<'rate.publish'>,
): Result<{ readonly version: number }, Refusal> => ok({ version: nextRateVersion(db, currency, from) })

/** Refuses rate-unknown for a currency that head office has said nothing of, then drawer-not-open. */
function loadExchange(
  { db }: Books,
  { currency, into }: CommandOf<'fx.exchange'>,
  { actor, businessDate, device, institution }: OpenDayContext,
): Result<ExchangeState, Refusal> {
  const own = institution.currency
  const rates = new Map<CurrencyCode, NonNullable<ReturnType<typeof rateOn>>>()
  for (const foreign of [currency, into].filter(one => one !== own)) {
    const rate = rateOn(db, foreign, own, businessDate)
    if (!rate) return refuse({ type: 'rate-unknown', currency: foreign })
    rates.set(foreign, rate)
  }
  const mine = (of: CurrencyCode): Drawer | null => openDrawerOf(db, device.logNo, actor.staffId, of)
  const takes = mine(currency)
  const pays = mine(into)
  return takes && pays ? ok({ takes, pays, rates }) : refuse({ type: 'drawer-not-open' })
}

/** What is paid out counts against the person's limit for that, at its worth in the institution's currency. */
const exchangeLimit = (
  { rates }: ExchangeState,
  { into, paidMinor }: CommandOf<'fx.exchange'>,
  { institution }: Context,
) =>
  limitedIn('cashOutMinor', { amountMinor: paidMinor, currency: into }, institution.currency, rates.get(into) ?? null)

/** The branch's own position. Refuses rate-unknown for a currency without a rate on the day. */
function loadRevaluation(
  { db }: Books,
  { currency, asOf }: CommandOf<'fx.revalue'>,
  { branch: { branchId }, institution }: OpenDayContext,
): Result<RevaluationState, Refusal> {
  const rate = currency === institution.currency ? null : rateOn(db, currency, institution.currency, asOf)
  if (!rate) return refuse({ type: 'rate-unknown', currency })
  const position = positionAsOf(db, currency, branchId, asOf)
  return ok({ ...position, rate, lastRevaluedOn: lastRevaluation(db, currency, branchId) })
}

/** Two people, as for a manual journal, unless a person's own limit says otherwise; nothing to book needs no second. */
function revaluationLimit(state: RevaluationState): LimitedAmount | null {
  const amountMinor = absoluteMinor(unbookedGainMinor(state))
  return amountMinor === 0n ? null : { limit: 'manualJournalMinor', amountMinor }
}

/** The verbs of rates and of the exchange at the counter. */
export const exchangeVerbs: VerbsOf<'rate' | 'fx'> = {
  'rate.publish': anytimeVerb({
    recordType: 'rate.published',
    permission: 'rates',
    isHeadOfficeOnly: true,
    load: loadPublication,
    decide: publishRate,
  }),
  'fx.exchange': dayVerb({
    recordType: 'fx.exchanged',
    permission: 'cash-out',
    load: loadExchange,
    limit: exchangeLimit,
    decide: exchangeCash,
  }),
  'fx.revalue': dayVerb({
    recordType: 'fx.revalued',
    permission: 'revalue',
    load: loadRevaluation,
    limit: revaluationLimit,
    decide: revaluePosition,
  }),
}
