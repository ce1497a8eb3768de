import { addLedgerAccount } from '../chart/add-account.ts'
import { changeLedgerAccount } from '../chart/change-account.ts'
import type { Context } from '../decision/context.ts'
import type { AlwaysTwo } from '../decision/second-person.ts'
import { journalLimit } from '../manual-journals/journal-limit.ts'
import { postJournal } from '../manual-journals/post-journal.ts'
import { linesToCome, runRecurring, saveRecurring, stopRecurring } from '../manual-journals/recurring.ts'
import { retireTemplate, saveTemplate } from '../manual-journals/save-template.ts'
import { closePeriod, reopenPeriod } from '../periods/close-period.ts'
import { closeYear, reopenYear } from '../periods/close-year.ts'
import { loadChart, loadChartChange } from './load-chart.ts'
import { loadJournal } from './load-journal.ts'
import { loadClosedPeriods, loadClosedYear, loadPeriodEnd, loadYearEnd } from './load-periods.ts'
import { loadNewRecurring, loadRecurring, loadRetirement, loadRun, loadTemplate } from './load-templates.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** No amount is held against a limit: nobody does it alone. */
const alwaysTwo = (_state: unknown, _command: unknown, { institution }: Context): AlwaysTwo => ({
  alwaysTwo: true,
  amountMinor: 0n,
  currency: institution.currency,
})

/** The verbs of the general ledger. */
export const ledgerVerbs: VerbsOf<'chart' | 'journal' | 'journal-template' | 'recurring-journal' | 'period' | 'year'> =
  {
    'chart.add-account': anytimeVerb({
      recordType: 'chart.account-added',
      permission: 'chart',
      isHeadOfficeOnly: true,
      load: loadChart,
      decide: addLedgerAccount,
    }),
    'chart.change-account': anytimeVerb({
      recordType: 'chart.account-changed',
      permission: 'chart',
      isHeadOfficeOnly: true,
      load: loadChartChange,
      decide: changeLedgerAccount,
    }),
    'journal.post': dayVerb({
      recordType: 'journal.posted',
      permission: 'journal',
      load: loadJournal,
      limit: (_state, { lines }, { institution }) => journalLimit(lines, institution.currency),
      decide: postJournal,
    }),
    'journal-template.save': anytimeVerb({
      recordType: 'journal-template.saved',
      permission: 'journal',
      isHeadOfficeOnly: true,
      load: loadTemplate,
      decide: saveTemplate,
    }),
    'journal-template.retire': anytimeVerb({
      recordType: 'journal-template.retired',
      permission: 'journal',
      isHeadOfficeOnly: true,
      load: loadRetirement,
      decide: retireTemplate,
    }),
    'recurring-journal.save': anytimeVerb({
      recordType: 'recurring-journal.saved',
      permission: 'journal',
      isHeadOfficeOnly: true,
      load: loadNewRecurring,
      limit: ({ template }, { totalMinor }, { institution }) =>
        journalLimit(linesToCome({ template, totalMinor }), institution.currency),
      decide: saveRecurring,
    }),
    'recurring-journal.stop': anytimeVerb({
      recordType: 'recurring-journal.stopped',
      permission: 'journal',
      isHeadOfficeOnly: true,
      load: loadRecurring,
      decide: stopRecurring,
    }),
    'recurring-journal.run': dayVerb({
      recordType: 'journal.posted',
      permission: 'journal',
      isHeadOfficeOnly: true,
      load: loadRun,
      decide: runRecurring,
    }),
    'period.close': anytimeVerb({
      recordType: 'period.closed',
      permission: 'period',
      isHeadOfficeOnly: true,
      load: loadPeriodEnd,
      limit: alwaysTwo,
      decide: closePeriod,
    }),
    'period.reopen': anytimeVerb({
      recordType: 'period.reopened',
      permission: 'period',
      isHeadOfficeOnly: true,
      load: loadClosedPeriods,
      limit: alwaysTwo,
      decide: reopenPeriod,
    }),
    'year.close': dayVerb({
      recordType: 'year.closed',
      permission: 'period',
      isHeadOfficeOnly: true,
      booksIntoClosed: true,
      load: loadYearEnd,
      limit: alwaysTwo,
      decide: closeYear,
    }),
    'year.reopen': dayVerb({
      recordType: 'year.reopened',
      permission: 'period',
      isHeadOfficeOnly: true,
      booksIntoClosed: true,
      load: loadClosedYear,
      limit: alwaysTwo,
      decide: reopenYear,
    }),
  }
