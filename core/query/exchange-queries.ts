import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { converted } from '../foreign-exchange/day-rate.ts'
import { positionOf } from '../foreign-exchange/position-account.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { ok } from '../result.ts'
import { rawBalance } from '../storage/balances.ts'
import { ledgerBalances } from '../storage/chart.ts'
import { rateHistory, rateOn, ratesOn } from '../storage/exchange-rates.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { ExchangeAnswers, ExchangePosition } from './exchange-answers.ts'
import type { Readers } from './reader.ts'

const dayOf = ({ businessDate: open, now }: Context, asked: BusinessDate | undefined): BusinessDate =>
  asked ?? open ?? businessDate(now.slice(0, 10))

function positions(db: Database, context: Context, date: BusinessDate): readonly ExchangePosition[] {
  const own = context.institution.currency
  const currencies = new Set(ledgerBalances(db, postingAccounts.fxPosition).map(({ currency }) => currencyOf(currency)))
  return [...currencies].map(currency => {
    const subAccount = positionOf(currency)
    const positionMinor = -rawBalance(db, postingAccounts.fxPosition, subAccount, currency)
    const equivalentMinor = rawBalance(db, postingAccounts.fxCounterValue, subAccount, own)
    const rate = rateOn(db, currency, own, date)
    if (!rate) return { currency, positionMinor, equivalentMinor }
    const worthMinor = converted({ amountMinor: positionMinor, currency }, rate, 'mid', 'half-even')
    return { currency, positionMinor, equivalentMinor, worthMinor, gainMinor: worthMinor - equivalentMinor }
  })
}

/** The queries of foreign exchange. */
export const exchangeQueries: Readers<keyof ExchangeAnswers> = {
  rates: ({ db, context }, { date }) => ok(ratesOn(db, context.institution.currency, dayOf(context, date))),
  'rate-history': ({ db, context }, { currency }) => ok(rateHistory(db, currency, context.institution.currency)),
  'fx-position': ({ db, context }, { date }) => ok(positions(db, context, dayOf(context, date))),
}
