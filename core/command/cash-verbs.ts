import { closeDay } from '../business-day/close-day.ts'
import { dayNeedsTwo, openDay } from '../business-day/open-day.ts'
import { closeDrawer } from '../cash/close-drawer.ts'
import { countDrawer } from '../cash/count-drawer.ts'
import { countVault } from '../cash/count-vault.ts'
import type { CashPlace } from '../cash/counted-difference.ts'
import { openDrawer } from '../cash/open-drawer.ts'
import { overShortMinor } from '../cash/over-short.ts'
import type { Context } from '../decision/context.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { DenominationCount } from '../money/denominations.ts'
import type { Rated } from './foreign-rate.ts'
import { loadCountedDrawer, loadDayEnd, loadDayStart, loadOpenDrawer, loadVault } from './load-cash-state.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** What a person books as over or short alone. */
function differenceLimit(
  { balanceMinor, currency, rate }: Pick<CashPlace, 'balanceMinor' | 'currency'> & Rated,
  { counted }: { readonly counted: DenominationCount },
  { institution }: Context,
) {
  const amountMinor = absoluteMinor(overShortMinor(counted, balanceMinor))
  return limitedIn('drawerDifferenceMinor', { amountMinor, currency }, institution.currency, rate)
}

/** The verbs of the business day and of cash. */
export const cashVerbs: VerbsOf<'day' | 'drawer' | 'vault'> = {
  'day.open': anytimeVerb({
    recordType: 'day.opened',
    permission: 'day',
    load: loadDayStart,
    limit: dayNeedsTwo,
    decide: openDay,
  }),
  'day.close': dayVerb({
    recordType: 'day.closed',
    permission: 'day',
    load: loadDayEnd,
    decide: closeDay,
  }),
  'drawer.open': dayVerb({
    recordType: 'drawer.opened',
    permission: 'drawer',
    load: loadOpenDrawer,
    decide: openDrawer,
  }),
  'drawer.count': dayVerb({
    recordType: 'drawer.counted',
    booksIntoClosed: true,
    permission: 'drawer',
    load: loadCountedDrawer,
    limit: differenceLimit,
    decide: countDrawer,
  }),
  'vault.count': dayVerb({
    recordType: 'vault.counted',
    booksIntoClosed: true,
    permission: 'vault',
    load: loadVault,
    limit: differenceLimit,
    decide: countVault,
  }),
  'drawer.close': dayVerb({
    recordType: 'drawer.closed',
    booksIntoClosed: true,
    permission: 'drawer',
    load: loadCountedDrawer,
    limit: differenceLimit,
    decide: closeDrawer,
  }),
}
