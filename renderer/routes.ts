import { useSyncExternalStore } from 'react'
import { type BusinessDate, isBusinessDate } from '../core/calendar/business-date.ts'
import type { RecordRef } from '../core/journal/record.ts'
import { type Worklist, worklists } from '../core/loans/worklist.ts'
import type { LedgerRequest } from '../core/statements/ledger-request.ts'
import { ledgerAddress, readLedgerAddress } from './lib/ledger-address.ts'

const plainTasks = [
  'my-day',
  'register-client',
  'drawer',
  'vault',
  'cash',
  'send-cash',
  'bank-accounts',
  'cash-limits',
  'exchange',
  'rates',
  'revalue',
  'business-day',
  'journal',
  'approvals',
  'sync',
  'staff',
  'branches',
  'calendar',
  'settings',
  'audit',
  'audit-trail',
  'sampling',
  'chart',
  'post-journal',
  'recurring-journals',
  'new-recurring-journal',
  'periods',
  'products',
  'new-product',
  'import',
  'collection',
] as const
const portfolioTasks = ['portfolio', 'portfolio-loans', 'provision'] as const
const productTasks = ['product', 'next-version'] as const
const accountTasks = [
  'account',
  'deposit',
  'withdraw',
  'savings-transfer',
  'hold',
  'standing-instruction',
  'holders',
] as const
const recordTasks = ['record', 'reverse'] as const
const clientTasks = ['client', 'edit-client', 'client-groups', 'new-loan'] as const
const applicationTasks = ['loan-application', 'amend-loan'] as const
export const loanActs = [
  'collect-loan',
  'repay-loan',
  'disburse-loan',
  'refund-loan',
  'charge-loan',
  'waive-loan',
  'reschedule-loan',
  'write-off-loan',
  'refinance-loan',
] as const
const groupTasks = ['group', 'collect-group'] as const
const loanTasks = [...applicationTasks, 'loan', 'order-repayment', ...loanActs] as const
export const searchPurposes = ['open', 'deposit', 'withdraw', 'savings-transfer', 'new-loan'] as const

export type SearchPurpose = (typeof searchPurposes)[number]
export type AccountTask = (typeof accountTasks)[number]
export type Route =
  | { readonly task: (typeof plainTasks)[number] }
  | PortfolioRoute
  | { readonly task: AccountTask; readonly accountId: string }
  | { readonly task: (typeof recordTasks)[number]; readonly record: RecordRef }
  | ({ readonly task: 'period-step' } & PeriodStep)
  | { readonly task: (typeof productTasks)[number]; readonly productId: string }
  /** The statements, as of a day where one is named. */
  | { readonly task: 'statements'; readonly asOf?: BusinessDate }
  | { readonly task: 'working-paper'; readonly paperId: string }
  | { readonly task: 'client'; readonly clientId: string }
  | { readonly task: 'edit-client'; readonly clientId: string }
  | { readonly task: 'client-groups'; readonly clientId: string }
  | LoanRoute
  | { readonly task: 'transfer'; readonly transferId: string }
  /** `purpose` is what happens to the account that is chosen. */
  | { readonly task: 'search'; readonly purpose: SearchPurpose }
  /** The lines of an account; without one, the accounts to choose from. */
  | { readonly task: 'ledger'; readonly lines?: LedgerRequest }

/** How the loans stand as a whole, the loans of a figure, and what is provided for. */
export interface PortfolioRoute {
  readonly task: (typeof portfolioTasks)[number]
}

export const isPortfolioRoute = (route: Route): route is PortfolioRoute => isOneOf(portfolioTasks, route.task)

/** What is done with a loan that was approved; `collect-loan` is a repayment of what is due, one client after another. */
export type LoanAct = (typeof loanActs)[number]

/** What is done with loans: the groups that borrow; asked for, worked on again, decided; what somebody has to see to; the loan itself. */
export type LoanRoute =
  | { readonly task: (typeof groupTasks)[number]; readonly groupId: string }
  | { readonly task: 'new-loan'; readonly clientId: string }
  | { readonly task: (typeof loanTasks)[number]; readonly loanId: string }
  | { readonly task: 'loans'; readonly list: Worklist }

export const isLoanRoute = (route: Route): route is LoanRoute =>
  'loanId' in route || 'groupId' in route || 'list' in route || route.task === 'new-loan'

export const periodSteps = ['period.close', 'period.reopen', 'year.close', 'year.reopen'] as const
/** What is closed or opened again: a month, or a year of a branch. */
export interface PeriodStep {
  readonly step: (typeof periodSteps)[number]
  readonly span: string
  readonly branchId?: string
}

export type Task = Route['task']

const home: Route = { task: 'my-day' }
const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text)

/** Reads `#/account/<id>` and the like; what it does not know is My day. */
export function parseRoute(hash: string): Route {
  const [task = '', first = '', second = '', ...others] = hash.replace(/^#\/?/, '').split('/')
  if (isOneOf(plainTasks, task)) return { task }
  if (isOneOf(portfolioTasks, task)) return { task }
  if (isOneOf(accountTasks, task) && first) return { task, accountId: first }
  if (isOneOf(productTasks, task) && first) return { task, productId: first }
  if (isOneOf(recordTasks, task) && /^\d+$/.test(second)) return { task, record: { log: first, seq: Number(second) } }
  if (task === 'period-step' && isOneOf(periodSteps, first) && /^\d{4}(?:-\d{2})?$/.test(second))
    return { task, step: first, span: second, ...(others[0] ? { branchId: others[0] } : {}) }
  if (isOneOf(clientTasks, task) && first) return { task, clientId: first }
  if (isOneOf(loanTasks, task) && first) return { task, loanId: first }
  if (task === 'loans' && isOneOf(worklists, first)) return { task, list: first }
  if (isOneOf(groupTasks, task) && first) return { task, groupId: first }
  if (task === 'transfer' && first) return { task, transferId: first }
  if (task === 'statements') return isBusinessDate(first) ? { task, asOf: first } : { task }
  if (task === 'working-paper' && first) return { task, paperId: first }
  if (task === 'search') return { task, purpose: isOneOf(searchPurposes, first) ? first : 'open' }
  if (task === 'ledger') {
    const lines = readLedgerAddress([first, second, ...others])
    return lines ? { task, lines } : { task }
  }
  return home
}

export function hashOf(route: Route): string {
  if ('accountId' in route) return `#/${route.task}/${route.accountId}`
  if ('transferId' in route) return `#/${route.task}/${route.transferId}`
  if ('productId' in route) return `#/${route.task}/${route.productId}`
  if ('paperId' in route) return `#/${route.task}/${route.paperId}`
  if ('asOf' in route && route.asOf) return `#/${route.task}/${route.asOf}`
  if ('loanId' in route) return `#/${route.task}/${route.loanId}`
  if ('list' in route) return `#/${route.task}/${route.list}`
  if ('groupId' in route) return `#/${route.task}/${route.groupId}`
  if ('clientId' in route) return `#/${route.task}/${route.clientId}`
  if ('record' in route) return `#/${route.task}/${route.record.log}/${route.record.seq}`
  if ('span' in route) return `#/${[route.task, route.step, route.span, route.branchId].filter(Boolean).join('/')}`
  if ('purpose' in route && route.purpose !== 'open') return `#/${route.task}/${route.purpose}`
  if ('lines' in route && route.lines) return `#/${route.task}/${ledgerAddress(route.lines).join('/')}`
  return `#/${route.task}`
}

export const goTo = (route: Route): void => {
  window.location.hash = hashOf(route)
}

/** Replaces the present place, so that Back does not return to a form whose operation is done. */
export const replaceWith = (route: Route): void => window.location.replace(hashOf(route))

/** One step back; drafts keep what was typed. */
export const goBack = (): void => window.history.back()

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash)
export const useRoute = (): Route => parseRoute(useHash())
