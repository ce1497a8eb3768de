import { addLedgerAccount } from '../chart/add-account.ts'
import { changeLedgerAccount } from '../chart/change-account.ts'
import { journalLimit } from '../manual-journals/journal-limit.ts'
import { postJournal } from '../manual-journals/post-journal.ts'
import type { CommandOf } from './command.ts'
import { loadChart, loadChartChange } from './load-chart.ts'
import { loadJournal } from './load-journal.ts'
import { anytimeVerb, dayVerb, type Verb } from './verb.ts'

type LedgerCommandType = 'chart.add-account' | 'chart.change-account' | 'journal.post'

/** The verbs of the general ledger. */
export const ledgerVerbs: { readonly [T in LedgerCommandType]: Verb<CommandOf<T>> } = {
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
}
