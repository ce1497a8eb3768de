import type { Topic } from '../../core/engine/port.ts'
import type { Query } from '../../core/query/query.ts'

type QueryType = Query['type']

/** Which answers may have become old when something changed under a topic's first word. */
const staleByTopic: Readonly<Record<string, readonly QueryType[]>> = {
  journal: [
    'journal',
    'record',
    'recurring-journals',
    'recurring-due',
    'attachment',
    'my-day',
    'approvals',
    'sync',
    'devices',
    'document',
    'trace',
    'sample-population',
    'periods',
    'period-checklist',
    'late-records',
  ],
  balances: [
    'account',
    'balance',
    'statement',
    'client',
    'search',
    'drawer',
    'drawers',
    'cash-position',
    'fx-position',
    'trial-balance',
    'financial-statement',
    'ledger-lines',
    'ledger-account',
    'ledger-balance',
  ],
  institution: ['session', 'products', 'product-catalogue', 'product'],
  day: [
    'session',
    'trial-balance',
    'drawer',
    'drawers',
    'cash-position',
    'products',
    'product-preview',
    'recommend-products',
    'rates',
    'fx-position',
    'account',
    'client',
    'close-of-business',
    'loan',
    'loan-payoff',
    'loan-offers',
    'loan-applications',
    'loan-worklist',
  ],
  'close-of-business': ['close-of-business', 'closed-date', 'account'],
  drawer: ['drawer', 'drawers', 'cash-position'],
  vault: ['cash-position'],
  fx: ['fx-position'],
  rate: ['rates', 'rate-history', 'fx-position'],
  cash: ['cash-position', 'drawer', 'drawers'],
  'bank-account': ['bank-accounts', 'cash-position'],
  'cash-limit': ['cash-limits', 'cash-position'],
  client: [
    'recommend-products',
    'client',
    'loan',
    'loans',
    'loan-offers',
    'loan-applications',
    'loan-worklist',
    'client-photo',
    'search',
  ],
  account: ['account', 'balance', 'statement', 'client', 'search'],
  savings: ['account', 'balance', 'statement', 'client', 'search'],
  loan: ['loan', 'loans', 'loan-offers', 'loan-application', 'loan-applications', 'loan-worklist', 'client', 'search'],
  'standing-instruction': ['account'],
  hold: ['account', 'client', 'search'],
  operation: [
    'account',
    'balance',
    'statement',
    'client',
    'search',
    'record',
    'loan',
    'loan-payoff',
    'loans',
    'loan-offers',
    'loan-worklist',
  ],
  approval: ['approvals'],
  receipt: ['record'],
  branch: ['branches', 'financial-statement', 'ledger-lines'],
  staff: ['staff', 'branches', 'session', 'loan-applications'],
  device: ['devices', 'branches', 'staff'],
  salvage: ['salvage'],
  audit: ['audit-trail', 'working-papers', 'working-paper'],
  verification: ['verification'],
  bulk: ['bulk', 'bulk-results'],
  sync: ['sync', 'attention', 'salvage', 'my-day', 'devices', 'journal', 'record', 'period-checklist'],
  settings: ['settings', 'session'],
  product: ['products', 'product-catalogue', 'product', 'recommend-products', 'loan-offers'],
  'journal-template': ['journal-templates'],
  'recurring-journal': ['recurring-journals', 'recurring-due'],
  chart: ['chart', 'ledger-account', 'trial-balance', 'financial-statement', 'ledger-lines'],
  period: ['periods', 'period-checklist'],
  year: ['periods', 'trial-balance'],
}

/** These hold one client's or one account's facts: a topic with another id leaves them as they are. */
const idFields: Readonly<Partial<Record<QueryType, 'clientId' | 'accountId' | 'loanId'>>> = {
  client: 'clientId',
  'recommend-products': 'clientId',
  'loan-offers': 'clientId',
  'client-photo': 'clientId',
  account: 'accountId',
  statement: 'accountId',
  balance: 'accountId',
  loan: 'loanId',
  'loan-payoff': 'loanId',
  'loan-application': 'loanId',
}

/** A preview says what would happen now, so anything that changes makes it old; the audit trail, which it may add to, changes nothing. */
const alwaysStale: readonly QueryType[] = ['preview']

/** Whether what the engine answered to `query` may differ after `topic` changed. An unknown topic makes everything old. */
export function isStaleAfter(topic: Topic, query: { readonly type: QueryType }): boolean {
  const [word = '', id] = topic.split('/')
  if (alwaysStale.includes(query.type)) return word !== 'audit' && word !== 'verification' && word !== 'bulk'
  const stale = staleByTopic[word]
  if (stale === undefined) return true
  if (!stale.includes(query.type)) return false
  const field = idFields[query.type]
  if (id === undefined || field === undefined || `${word}Id` !== field) return true
  return (query as Readonly<Record<string, unknown>>)[field] === id
}
