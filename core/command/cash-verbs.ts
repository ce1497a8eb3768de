import { closeDay } from '../business-day/close-day.ts'
import { openDay } from '../business-day/open-day.ts'
import { closeDrawer } from '../cash/close-drawer.ts'
import { openDrawer } from '../cash/open-drawer.ts'
import { overShortMinor } from '../cash/over-short.ts'
import { absoluteMinor } from '../money/amount.ts'
import { loadClosingDrawer, loadDayEnd, loadDayStart, loadOpenDrawer } from './load-cash-state.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** The verbs of the business day and of cash. */
export const cashVerbs: VerbsOf<'day' | 'drawer'> = {
  'day.open': anytimeVerb({
    recordType: 'day.opened',
    permission: 'day',
    load: loadDayStart,
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
  'drawer.close': dayVerb({
    recordType: 'drawer.closed',
    booksIntoClosed: true,
    permission: 'drawer',
    load: loadClosingDrawer,
    limit: (drawer, { counted }) => ({
      limit: 'drawerDifferenceMinor',
      amountMinor: absoluteMinor(overShortMinor(counted, drawer.balanceMinor)),
    }),
    decide: closeDrawer,
  }),
}
