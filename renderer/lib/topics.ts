import type { Topic } from '../../core/engine/port.ts'
import type { Query } from '../../core/query/query.ts'

type QueryType = Query['type']

/** What is counted over all loans. */
const portfolio = [
  'portfolio',
  'portfolio-risk',
  'portfolio-period',
  'portfolio-due',
  'portfolio-loans',
  'provision',
] as const satisfies readonly QueryType[]

/** What says how a loan stands. */
const ofLoans = [
  ...portfolio,
  'loan',
  'loan-history',
  'loan-payoff',
  'loans',
  'loan-offers',
  'loan-application',
  'loan-applications',
  'loan-worklist',
  'client',
  'search',
  'loan-security',
  'loan-affordability',
  'client-exposure',
  'group-loans',
  'group-collection',
  'account',
] as const satisfies readonly QueryType[]

/** Which answers may have become old when something changed under a topic's first word. */
const staleByTopic: Readonly<Record<string, readonly QueryType[]>> = {
  journal: [
    'journal',
    'record',
    'recurring-journals',
    'recurring-due',
    'attachment',
    'collateral-paper',
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
    ...portfolio,
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
  institution: [...portfolio, 'session', 'products', 'product-catalogue', 'product'],
  day: [
    ...portfolio,
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
    'loan-history',
    'loan-payoff',
    'loan-offers',
    'loan-applications',
    'loan-worklist',
    'client-exposure',
    'group-loans',
    'group-collection',
  ],
  'close-of-business': ['close-of-business', 'closed-date', ...ofLoans],
  drawer: ['drawer', 'drawers', 'cash-position'],
  vault: ['cash-position'],
  fx: ['fx-position'],
  provision: ['provision'],
  rate: ['client-exposure', 'rates', 'rate-history', 'fx-position'],
  cash: ['cash-position', 'drawer', 'drawers'],
  'bank-account': ['bank-accounts', 'cash-position'],
  'cash-limit': ['cash-limits', 'cash-position'],
  client: [
    ...portfolio,
    'recommend-products',
    'client',
    'loan',
    'loan-history',
    'loans',
    'loan-offers',
    'loan-applications',
    'loan-worklist',
    'loan-security',
    'loan-affordability',
    'client-exposure',
    'group-loans',
    'group-collection',
    'client-photo',
    'search',
  ],
  account: ['account', 'balance', 'statement', 'client', 'search', 'group-collection'],
  savings: ['account', 'balance', 'statement', 'client', 'search', 'group-collection'],
  loan: ofLoans,
  group: [...portfolio, 'groups', 'group-loans', 'group-collection', 'loan-offers', 'search'],
  'standing-instruction': ['account', 'loan'],
  hold: ['account', 'client', 'search'],
  operation: [
    ...portfolio,
    'account',
    'balance',
    'statement',
    'client',
    'search',
    'record',
    'loan',
    'loan-history',
    'loan-payoff',
    'loans',
    'loan-offers',
    'loan-worklist',
    'loan-security',
    'loan-affordability',
    'client-exposure',
    'group-loans',
    'group-collection',
  ],
  approval: ['approvals'],
  receipt: ['record'],
  calendar: ['calendar', 'loan', 'loan-affordability', 'loan-offers', 'recommend-products'],
  branch: [...portfolio, 'branches', 'financial-statement', 'ledger-lines'],
  staff: [...portfolio, 'staff', 'branches', 'session', 'loan-applications'],
  device: ['devices', 'branches', 'staff'],
  salvage: ['salvage'],
  audit: ['audit-trail', 'working-papers', 'working-paper'],
  verification: ['verification'],
  bulk: ['bulk', 'bulk-results'],
  sync: [...portfolio, 'sync', 'attention', 'salvage', 'my-day', 'devices', 'journal', 'record', 'period-checklist'],
  settings: ['settings', 'session'],
  product: [...portfolio, 'products', 'product-catalogue', 'product', 'recommend-products', 'loan-offers'],
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
  'loan-history': 'loanId',
  'loan-payoff': 'loanId',
  'loan-application': 'loanId',
  'loan-security': 'loanId',
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
