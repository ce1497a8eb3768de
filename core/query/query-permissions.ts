import type { Permission } from '../authority/roles.ts'
import type { DocumentRequest } from '../documents/document-request.ts'
import type { Query } from './query.ts'

/** What a paper that is looked at asks for: what the question of the same figures asks for. */
const paperPermissions: Readonly<Record<DocumentRequest['kind'], Permission>> = {
  receipt: 'read',
  statement: 'read',
  'cash-sheet': 'read',
  'loan-paper': 'read',
  salvage: 'read',
  'financial-statement': 'audit',
  ledger: 'audit',
  'working-paper': 'audit',
}

/** What each query asks for, as each verb does; one that is missing does not compile. The session is answered to everybody. */
const queryPermissions: Readonly<Record<Exclude<Query['type'], 'session' | 'document'>, Permission>> = {
  'my-day': 'read',
  search: 'read',
  client: 'read',
  'client-photo': 'read',
  account: 'read',
  statement: 'read',
  balance: 'read',
  loan: 'read',
  'loan-payoff': 'read',
  'loan-security': 'read',
  loans: 'read',
  'loan-offers': 'read',
  'loan-application': 'read',
  'loan-applications': 'read',
  'loan-worklist': 'read',
  portfolio: 'read',
  products: 'read',
  'recommend-products': 'read',
  'product-catalogue': 'product',
  product: 'product',
  'product-preview': 'product',
  drawer: 'read',
  drawers: 'read',
  'cash-position': 'read',
  'bank-accounts': 'read',
  'cash-limits': 'read',
  'close-of-business': 'read',
  'closed-date': 'read',
  rates: 'read',
  'rate-history': 'read',
  'fx-position': 'read',
  'trial-balance': 'audit',
  'financial-statement': 'audit',
  'ledger-lines': 'audit',
  'ledger-balance': 'audit',
  /** The ledger's own screen begins with it, for who may audit and may change nothing in it. */
  chart: 'audit',
  'ledger-account': 'chart',
  periods: 'period',
  'period-checklist': 'period',
  'late-records': 'period',
  'journal-templates': 'journal',
  'recurring-journals': 'journal',
  'recurring-due': 'journal',
  journal: 'read',
  record: 'read',
  /** Whoever posts journals or decides on them may audit too. */
  attachment: 'audit',
  'audit-trail': 'audit',
  trace: 'audit',
  'sample-population': 'audit',
  'working-papers': 'audit',
  'working-paper': 'audit',
  verification: 'audit',
  approvals: 'read',
  branches: 'read',
  /** The audit trail is read by person, also by who manages nobody. */
  staff: 'audit',
  devices: 'read',
  sync: 'read',
  attention: 'read',
  salvage: 'read',
  bulk: 'read',
  'bulk-results': 'read',
  settings: 'read',
  draft: 'read',
  preview: 'read',
  outcome: 'read',
}

/** The one permission that a query asks for. Rule: A64. */
export const permissionFor = (query: Exclude<Query, { type: 'session' }>): Permission =>
  query.type === 'document' ? paperPermissions[query.document.kind] : queryPermissions[query.type]
