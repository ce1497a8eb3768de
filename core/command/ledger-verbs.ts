import { addLedgerAccount } from '../chart/add-account.ts'
import { changeLedgerAccount } from '../chart/change-account.ts'
import { journalLimit } from '../manual-journals/journal-limit.ts'
import { postJournal } from '../manual-journals/post-journal.ts'
import { linesToCome, runRecurring, saveRecurring, stopRecurring } from '../manual-journals/recurring.ts'
import { retireTemplate, saveTemplate } from '../manual-journals/save-template.ts'
import { loadChart, loadChartChange } from './load-chart.ts'
import { loadJournal } from './load-journal.ts'
import { loadNewRecurring, loadRecurring, loadRetirement, loadRun, loadTemplate } from './load-templates.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** The verbs of the general ledger. */
export const ledgerVerbs: VerbsOf<'chart' | 'journal' | 'journal-template' | 'recurring-journal'> = {
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
}
