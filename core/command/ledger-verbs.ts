import { addLedgerAccount } from '../chart/add-account.ts'
import { changeLedgerAccount } from '../chart/change-account.ts'
import type { CommandOf } from './command.ts'
import { loadChart, loadChartChange } from './load-chart.ts'
import { anytimeVerb, type Verb } from './verb.ts'

type LedgerCommandType = 'chart.add-account' | 'chart.change-account'

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
}
