import path from 'node:path'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { worklists } from '../../../core/loans/worklist.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import { statementKinds } from '../../../core/statements/statement-request.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { accountsToClose, accountsToCloseCount } from '../../../core/storage/close-of-business.ts'
import { portfolioWays } from '../../../core/storage/portfolio-of.ts'
import { makeBranch } from '../../support/branch.ts'
import { plansOf } from '../../support/query-plans.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { folderForAll } from '../../support/temporary-folder.ts'

const file = { file: path.join(folderForAll(), 'branch.db'), key: new Uint8Array(32).fill(7) }
const branch = makeBranch({ file })
const { accounts, clients, depositSeq } = liveThroughDay(branch)
const [accountId = ''] = accounts
const [clientId = ''] = clients
const desk = branch.desk('manager')
const limit = 50
const asOf = businessDate('2026-03-02')
const { paperId = '' } = branch.must('auditor', {
  type: 'audit.draw-sample',
  title: 'Cash',
  criteria: { from: asOf, to: asOf, currency: 'KES' },
  method: 'random',
  size: 5,
}).created

const queries: readonly BooksQuery[] = [
  { type: 'my-day' },
  { type: 'search', text: 'achieng odhiambo 0711', limit },
  { type: 'client', clientId },
  { type: 'client-photo', clientId },
  { type: 'account', accountId },
  { type: 'loans', of: { by: 'client', clientId }, limit },
  { type: 'loans', of: { by: 'officer' }, limit },
  { type: 'loans', of: { by: 'state', state: 'active' }, limit },
  { type: 'loan-offers', clientId },
  { type: 'loan-applications', limit },
  ...worklists.map(list => ({ type: 'loan-worklist' as const, list, limit })),
  { type: 'statement', accountId, limit },
  { type: 'balance', accountId, asOf, basis: 'booking' },
  { type: 'balance', accountId, asOf, basis: 'value' },
  ...portfolioWays.map(by => ({ type: 'portfolio' as const, by, of: {} })),
  { type: 'portfolio-risk', of: {} },
  ...portfolioWays.map(by => ({ type: 'portfolio-period' as const, from: asOf, to: asOf, by, of: {} })),
  { type: 'provision' },
  { type: 'portfolio-due', from: asOf, to: asOf, of: {} },
  { type: 'portfolio-loans', of: {}, which: { kind: 'open' }, page: 0 },
  { type: 'products' },
  { type: 'product-catalogue' },
  { type: 'product', productId: 'passbook-savings' },
  { type: 'recommend-products', clientId, use: 'saving', amountMinor: 100_000n, liquidity: 'any-time' },
  { type: 'drawer' },
  { type: 'drawers' },
  { type: 'cash-position', date: asOf },
  { type: 'bank-accounts' },
  { type: 'cash-limits' },
  { type: 'calendar' },
  { type: 'rates', date: asOf },
  { type: 'rate-history', currency: 'USD' },
  { type: 'fx-position', date: asOf },
  { type: 'trial-balance', basis: 'booking' },
  { type: 'trial-balance', asOf, basis: 'booking' },
  { type: 'trial-balance', asOf, basis: 'value' },
  ...statementKinds.flatMap(kind => [
    { type: 'financial-statement' as const, statement: { kind, basis: 'booking' as const, days: { to: asOf } } },
    {
      type: 'financial-statement' as const,
      statement: { kind, basis: 'value' as const, days: { from: asOf, to: asOf } },
    },
  ]),
  { type: 'ledger-lines', account: '1120', basis: 'booking', limit },
  { type: 'ledger-lines', account: '1120', basis: 'value', from: asOf, to: asOf, limit },
  { type: 'ledger-lines', account: '2110', basis: 'booking', through: 'cash', limit },
  { type: 'chart' },
  { type: 'ledger-account', code: '1120' },
  { type: 'ledger-balance', code: '1120', asOf, basis: 'value' },
  { type: 'periods' },
  { type: 'period-checklist' },
  { type: 'late-records' },
  { type: 'journal', limit },
  { type: 'journal', limit, text: '2026' },
  { type: 'journal', limit, text: 'deposited' },
  { type: 'record', record: { log: desk.log.logId, seq: depositSeq } },
  { type: 'trace', text: '7' },
  { type: 'audit-trail', limit },
  { type: 'audit-trail', limit, kind: 'viewed', about: 'achieng' },
  { type: 'sample-population', criteria: { from: asOf, to: asOf, currency: 'KES' } },
  { type: 'working-papers' },
  { type: 'working-paper', paperId },
  { type: 'approvals' },
  { type: 'staff' },
  { type: 'devices' },
  {
    type: 'preview',
    command: {
      type: 'savings.withdraw',
      key: branch.environment.newId(),
      accountId,
      amountMinor: 1000n,
      currency: 'KES',
    },
  },
  { type: 'outcome', key: branch.environment.newId() },
]

/** What is read whole: what grows with the institution or with a query's own result, never with records, lines, clients or accounts. */
const readWhole: ReadonlySet<string> = new Set([
  ...[
    'institution',
    'branch',
    'device',
    'staff',
    'log',
    'ledger_account',
    'product',
    'sync_server',
    'bank_account',
    'cash_limit',
    'exchange_rate',
    'rest_day',
    'holiday',
  ],
  ...['approval USING INDEX approval_open', 'value_dated', 'p', 'counter', 'json_each', 'entry'],
  ...['period', 'late_record', 'year_closing', 'y', 'r', 'pending_record', 'quarantined_record', 'CONSTANT'],
  ...['drawer USING INDEX drawer_open_in_branch', 'business_day USING INDEX business_day_open'],
  'working_paper USING COVERING INDEX working_paper_by_position',
])

const scanned = (step: string): string | null => {
  const [, what = ''] = /^SCAN (.*)$/.exec(step) ?? []
  const [table = ''] = what.split(' ')
  const isFound = what === '' || /^client_search VIRTUAL TABLE INDEX \d+:.*M/.test(what)
  return isFound || readWhole.has(table) || readWhole.has(what) ? null : what
}

test.each(queries)('[Q7] $type goes by an index to every record, line, client and account', query => {
  const opened = openBooks(file)
  if (!opened.ok) throw new Error(opened.refusal)
  const plans = plansOf(opened.value.db, () => {
    answerQuery(opened.value, desk, query, [])
  })
  opened.value.close()
  expect(plans.length).toBeGreaterThan(1)
  expect(
    plans.flatMap(({ sql, steps }) => steps.flatMap(step => (scanned(step) ? [`${scanned(step)}: ${sql}`] : []))),
  ).toEqual([])
})

test.each([
  ['statement', { type: 'statement', accountId, limit }],
  ['journal', { type: 'journal', limit }],
  ['search', { type: 'search', text: 'ach', limit }],
] as const)('[Q7] a page of the %s is read in its order, nothing is sorted', (_name, query) => {
  const opened = openBooks(file)
  if (!opened.ok) throw new Error(opened.refusal)
  const plans = plansOf(opened.value.db, () => {
    answerQuery(opened.value, desk, query, [])
  })
  opened.value.close()
  const pages = plans.filter(({ sql }) => /order by .* limit \?$/i.test(sql))
  expect(pages.length).toBeGreaterThan(0)
  for (const { steps } of pages) expect(steps.join()).not.toMatch(/TEMP B-TREE/)
})

test('[Q7][E13] the accounts of a close of business are counted in the index alone, and come page by page in its order', () => {
  const opened = openBooks(file)
  if (!opened.ok) throw new Error(opened.refusal)
  const { db } = opened.value
  const at = { log: desk.log.logId, date: asOf }
  const plans = plansOf(db, () => {
    accountsToCloseCount(db, at)
    accountsToClose(db, { ...at, after: null, limit: 100 })
  })
  opened.value.close()
  expect(plans.map(({ steps }) => steps)).toEqual([
    ['SEARCH savings_account USING COVERING INDEX savings_account_by_custodian (custodian_log=?)'],
    [
      'SEARCH savings_account USING COVERING INDEX savings_account_by_custodian (custodian_log=? AND account_id>?)',
      'SEARCH account_accrual USING PRIMARY KEY (account_id=?) LEFT-JOIN',
    ],
  ])
})
