import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { journalEntry, sumsByCurrency } from '../journal/entry.ts'
import type { Line } from '../journal/record.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Money } from '../money/amount.ts'
import { cashIncrementOf, isPayableInCash, payableMinor } from '../money/cash-increments.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type CounterRates, payoutMinor } from './counter-amounts.ts'
import { converted } from './day-rate.ts'
import type { ExchangeCash } from './exchange-commands.ts'
import { positionOf } from './position-account.ts'

export interface ExchangeState {
  /** The person's own open drawers of the two currencies. */
  readonly takes: Drawer
  readonly pays: Drawer
  readonly rates: CounterRates
}

/**
 * Cash of one currency for cash of another, through the position of each foreign currency at its middle rate, so that the entry
 * balances in each currency; what lies between that and the rates of the counter is gained, and what rounding to pieces of cash adds is
 * booked apart. Refuses not-payable-in-cash for what there are no pieces for, rate-changed when the rates no
 * longer give what the client was told, then drawer-short. Rules: F2, F3, F4, F11.
 */
export function exchangeCash(
  { takes, pays, rates }: ExchangeState,
  { currency, amountMinor, into, paidMinor }: ExchangeCash,
  { institution }: OpenDayContext,
): Result<Decision, Refusal> {
  if (!isPayableInCash(amountMinor, currency))
    return refuse({ type: 'not-payable-in-cash', incrementMinor: cashIncrementOf(currency), currency })
  const dueMinor = payoutMinor(rates, { currency, amountMinor }, into)
  const toPayMinor = payableMinor(dueMinor, into)
  if (toPayMinor !== paidMinor) return refuse({ type: 'rate-changed', amountMinor: toPayMinor, currency: into })
  if (paidMinor > pays.balanceMinor)
    return refuse({ type: 'drawer-short', availableMinor: pays.balanceMinor, currency: into })
  const drawers = postingAccounts.drawers
  const taken: Line = { account: drawers, subAccount: takes.drawerId, amountMinor, currency }
  const lines = [
    taken,
    ...positionLines(taken, rates),
    { account: drawers, subAccount: pays.drawerId, amountMinor: -paidMinor, currency: into },
    ...positionLines({ amountMinor: -dueMinor, currency: into }, rates),
    ...roundingLines(paidMinor - dueMinor, into),
  ]
  const ownMinor = sumsByCurrency(lines).get(institution.currency) ?? 0n
  return ok({
    type: 'fx.exchanged',
    class: 'fact',
    entries: [journalEntry('currency-exchange', [...lines, ...gainLines(ownMinor, institution.currency)])],
    body: {
      currency,
      amountMinor,
      into,
      paidMinor,
      takesDrawerId: takes.drawerId,
      paysDrawerId: pays.drawerId,
      rates: [...rates.values()].map(({ currency: of, from, version }) => ({ currency: of, from, version })),
    },
    printsReceipt: true,
  })
}

/** Foreign cash that came stands in the position, with its worth at the middle rate as counter-value; what went, the other way. */
function positionLines({ amountMinor, currency }: Money, rates: CounterRates): readonly Line[] {
  const rate = rates.get(currency)
  if (!rate) return []
  const worthMinor = converted({ amountMinor, currency }, rate, 'mid', 'half-even')
  const subAccount = positionOf(currency)
  const position = { account: postingAccounts.fxPosition, subAccount, amountMinor: -amountMinor, currency }
  const value = { account: postingAccounts.fxCounterValue, subAccount, amountMinor: worthMinor, currency: rate.quote }
  return worthMinor === 0n ? [position] : [position, value]
}

/** What rounding gave the client, or kept. */
const roundingLines = (amountMinor: bigint, currency: CurrencyCode): readonly Line[] =>
  amountMinor === 0n ? [] : [{ account: postingAccounts.cashRounding, amountMinor, currency }]

/** What is left over in the institution's currency: a debit too many is a gain. */
function gainLines(ownMinor: bigint, currency: CurrencyCode): readonly Line[] {
  if (ownMinor === 0n) return []
  const account = ownMinor > 0n ? postingAccounts.fxGains : postingAccounts.fxLosses
  return [{ account, amountMinor: -ownMinor, currency }]
}
