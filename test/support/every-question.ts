import { businessDate } from '../../core/calendar/business-date.ts'
import { period } from '../../core/calendar/period.ts'
import type { CommandOf } from '../../core/command/command.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { worklists } from '../../core/loans/worklist.ts'
import type { BooksQuery } from '../../core/query/answer-query.ts'
import { type QueryInput, querySchema } from '../../core/query/query.ts'
import { portfolioWays } from '../../core/storage/portfolio-of.ts'
import { templateProduct } from './products.ts'

const KES = 'KES'

type Asked = { readonly [T in BooksQuery['type']]: readonly Omit<Extract<QueryInput, { type: T }>, 'type'>[] }

const today = businessDate('2026-03-02')
const tomorrow = businessDate('2026-03-03')
const criteria = { from: today, to: tomorrow, currency: KES } as const
const inYear = { from: businessDate('2026-01-01'), to: today }

/** Every question that the books answer, about what there is: one that is missing does not compile. */
function questions({ clients, accounts, loans, records, paperId, branchId, deposit }: Known): Asked {
  const of = <T>(ids: readonly string[], ask: (id: string) => T): readonly T[] => ids.map(ask)
  return {
    'my-day': [{}],
    search: [{ text: 'ach' }, { text: '0711' }],
    client: of(clients, clientId => ({ clientId })),
    'client-photo': of(clients, clientId => ({ clientId })),
    account: of(accounts, accountId => ({ accountId })),
    statement: of(accounts, accountId => ({ accountId })),
    balance: of(accounts, accountId => ({ accountId, asOf: today, basis: 'booking' })),
    loan: of(loans, loanId => ({ loanId })),
    'loan-history': of(loans, loanId => ({ loanId })),
    'loan-payoff': of(loans, loanId => ({ loanId })),
    'loan-affordability': of(loans, loanId => ({ loanId })),
    'client-exposure': of(clients, clientId => ({ clientId })),
    groups: [{}, ...of(clients, clientId => ({ clientId }))],
    'group-loans': [],
    'group-collection': [],
    'loan-security': of(loans, loanId => ({ loanId })),
    'collateral-paper': [],
    loans: [
      ...of(clients, clientId => ({ of: { by: 'client' as const, clientId } })),
      { of: { by: 'officer' } },
      { of: { by: 'state', state: 'active' } },
    ],
    'loan-offers': of(clients, clientId => ({ clientId })),
    'loan-application': of(loans, loanId => ({ loanId })),
    'loan-applications': [{}],
    'loan-worklist': worklists.map(list => ({ list })),
    portfolio: portfolioWays.map(by => ({ by })),
    'portfolio-risk': [{}],
    'portfolio-period': portfolioWays.map(by => ({ by, ...inYear })),
    'portfolio-due': [inYear],
    provision: [{}],
    'portfolio-loans': [{}, { which: { kind: 'at-risk', par: 30 } }, { which: { kind: 'due', ...inYear } }],
    products: [{}],
    'product-catalogue': [{}],
    product: [{ productId: 'passbook-savings' }, { productId: 'basic-savings' }],
    'product-preview': [{ product: { ...templateProduct('passbook'), validFrom: today }, amountMinor: 900_000n }],
    'recommend-products': of(clients, clientId => ({
      clientId,
      use: 'saving',
      amountMinor: 900_000n,
      liquidity: 'any-time',
    })),
    drawer: [{}],
    drawers: [{}],
    'cash-position': [{}, { date: today }],
    'bank-accounts': [{}],
    'cash-limits': [{}],
    calendar: [{}],
    'closed-date': [{ date: today, page: 0 }],
    rates: [{}, { date: today }],
    'rate-history': [{ currency: 'USD' }],
    'fx-position': [{}, { date: today }],
    'trial-balance': [{ basis: 'booking' }, { basis: 'value', branchId }],
    'financial-statement': [
      { statement: { kind: 'balance-sheet', basis: 'booking', days: { to: today } } },
      { statement: { kind: 'income-statement', basis: 'booking', days: inYear } },
      { statement: { kind: 'cash-flow', basis: 'booking', days: inYear } },
      { statement: { kind: 'trial-balance', basis: 'value', days: inYear } },
    ],
    'ledger-lines': [
      { account: '1120', basis: 'value' },
      { account: '3200', basis: 'booking' },
      { basis: 'booking' } as never,
    ],
    chart: [{}],
    'ledger-account': [{ code: '5400' }, { code: '1120' }],
    'ledger-balance': [{ code: '5400', asOf: tomorrow, basis: 'value' }],
    periods: [{}],
    'period-checklist': [{}, { period: period('2026-03') }],
    'late-records': [{}],
    'journal-templates': [{}],
    'recurring-journals': [{}],
    'recurring-due': [{}, { upTo: tomorrow }],
    journal: [{}, { text: 'savings' }],
    record: records.map(record => ({ record })),
    attachment: records.slice(0, 1).map(record => ({ record, place: 0 })),
    'audit-trail': [{}],
    trace: [{ text: '1' }, { text: '001-01-000001' }],
    'sample-population': [{ criteria }],
    'working-papers': [{}],
    'working-paper': [{ paperId }],
    approvals: [{}],
    branches: [{}],
    staff: [{}],
    devices: [{}],
    salvage: [{}],
    preview: [{ command: deposit }],
    outcome: [{ key: deposit.key }],
  }
}

export interface Known {
  readonly clients: readonly string[]
  readonly accounts: readonly string[]
  readonly loans: readonly string[]
  readonly records: readonly Outcome['record'][]
  readonly paperId: string
  readonly branchId: string
  readonly deposit: CommandOf<'savings.deposit'>
}

/** The same as queries. */
export const everyQuestion = (known: Known): readonly BooksQuery[] =>
  Object.entries(questions(known)).flatMap(([type, some]) =>
    some.map(fields => querySchema.parse({ type, ...fields }) as BooksQuery),
  )
