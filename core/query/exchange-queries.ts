import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { converted } from '../foreign-exchange/day-rate.ts'
import { ok } from '../result.ts'
import { rateHistory, rateOn, ratesOn } from '../storage/exchange-rates.ts'
import { currenciesHeld, lastRevaluation, positionAsOf } from '../storage/fx-positions.ts'
import type { ExchangeAnswers, ExchangePosition } from './exchange-answers.ts'
import type { Readers } from './reader.ts'

const dayOf = (context: Context, asked: BusinessDate | undefined): BusinessDate => asked ?? dayAtHand(context)

function positions(db: Database, { branch, institution }: Context, date: BusinessDate): readonly ExchangePosition[] {
  return currenciesHeld(db, branch.branchId).map(currency => {
    const { positionMinor, counterValueMinor: equivalentMinor } = positionAsOf(db, currency, branch.branchId, date)
    const revaluedOn = lastRevaluation(db, currency, branch.branchId)
    const held = { currency, positionMinor, equivalentMinor, ...(revaluedOn ? { revaluedOn } : {}) }
    const rate = rateOn(db, currency, institution.currency, date)
    if (!rate) return held
    const worthMinor = converted({ amountMinor: positionMinor, currency }, rate, 'mid', 'half-even')
    return { ...held, worthMinor, gainMinor: worthMinor - equivalentMinor, mid: rate.mid }
  })
}

/** The queries of foreign exchange. */
export const exchangeQueries: Readers<keyof ExchangeAnswers> = {
  rates: ({ db, context }, { date }) => ok(ratesOn(db, context.institution.currency, dayOf(context, date))),
  'rate-history': ({ db, context }, { currency }) => ok(rateHistory(db, currency, context.institution.currency)),
  'fx-position': ({ db, context }, { date }) => ok(positions(db, context, dayOf(context, date))),
}
