import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import type { Findings } from './finding.ts'
import type { TrialBalanceLine } from './verification.ts'

/** A control account's own balance beside the sum of those sub-accounts that its sub-ledger knows; where it keeps no list, of all. */
const controls = `
SELECT a.code, b.currency, b.branch,
  sum(CASE WHEN b.sub_account = '' THEN b.debit_minor - b.credit_minor ELSE 0 END) AS account_minor,
  sum(CASE WHEN b.sub_account <> '' AND CASE a.control
    WHEN 'vault' THEN EXISTS (SELECT 1 FROM main.branch WHERE vault_id = b.sub_account)
    WHEN 'drawer' THEN EXISTS (SELECT 1 FROM main.drawer WHERE drawer_id = b.sub_account)
    WHEN 'in-transit' THEN EXISTS (SELECT 1 FROM main.cash_transfer WHERE transfer_id = b.sub_account)
    WHEN 'savings' THEN EXISTS (SELECT 1 FROM main.savings_account WHERE account_id = b.sub_account AND control_account = a.code)
    WHEN 'overdraft' THEN EXISTS (SELECT 1 FROM main.savings_account WHERE account_id = b.sub_account)
    WHEN 'loan' THEN EXISTS (SELECT 1 FROM main.loan WHERE loan_id = b.sub_account)
    ELSE 1
    END THEN b.debit_minor - b.credit_minor ELSE 0 END) AS sub_accounts_minor
FROM main.balance b JOIN main.ledger_account a ON a.code = b.account AND a.control IS NOT NULL
GROUP BY a.code, b.currency, b.branch HAVING account_minor <> sub_accounts_minor`

/** What waits on one side of the sub-accounts of a control beside what is still open of it, and the control account beside that of all of them. */
const pending = (side: 'debit' | 'credit', control: 'savings' | 'in-transit', open: string) => `
SELECT b.account AS code, b.currency, b.pending_${side}_minor AS account_minor,
  CASE WHEN b.sub_account = ''
    THEN (SELECT coalesce(sum(s.pending_${side}_minor), 0) FROM main.balance s
      WHERE s.account = b.account AND s.currency = b.currency AND s.branch = b.branch AND s.sub_account <> '')
    ELSE (SELECT coalesce(sum(o.amount_minor), 0) FROM ${open}) END AS sub_accounts_minor
FROM main.balance b JOIN main.ledger_account a ON a.code = b.account AND a.control = '${control}'
WHERE account_minor <> sub_accounts_minor`

const openHolds = 'main.hold o WHERE o.account_id = b.sub_account AND o.resolved_position IS NULL'
const openTransfers = 'main.cash_transfer o WHERE o.transfer_id = b.sub_account AND o.ended_position IS NULL'

/** What waits to leave an account beside the holds on it; what waits to leave the transit beside what was sent and has not ended. */
const pendingDebits = pending('debit', 'savings', openHolds)
const pendingCredits = pending('credit', 'in-transit', openTransfers)

/** The principal of a loan in the ledger beside what it has come to: paid out, less what was repaid and written off. */
const principals = `
SELECT l.number AS code, l.currency,
  (SELECT coalesce(sum(b.debit_minor - b.credit_minor), 0) FROM main.balance b
    WHERE b.sub_account = l.loan_id AND b.account = json_extract(p.body, '$.controlAccount')) AS account_minor,
  CAST(json_extract(l.booked, '$.paidOut') AS INTEGER) - CAST(json_extract(l.booked, '$.paidPrincipal') AS INTEGER)
    - CAST(json_extract(l.booked, '$.writtenOffPrincipal') AS INTEGER) AS sub_accounts_minor
FROM main.loan l JOIN main.product p ON p.product_id = l.product_id AND p.version = l.product_version
WHERE account_minor <> sub_accounts_minor`

const strangers = `
SELECT DISTINCT account FROM main.balance
WHERE account NOT IN (SELECT code FROM main.ledger_account WHERE posting = 1)`

interface ControlRow {
  readonly code: string
  readonly currency: string
  readonly account_minor: bigint
  readonly sub_accounts_minor: bigint
}

const rowsOf = (db: Database, sql: string) => db.prepare(sql).safeIntegers(true).all() as ControlRow[]

const difference = (row: ControlRow, has: string, beside: string): string =>
  `${row.code} ${has} ${row.account_minor} minor units of ${row.currency}, ${beside} ${row.sub_accounts_minor}`

/** Control accounts equal their sub-ledgers, also in what is held and what is on its way, and nothing is booked beside the chart. Rule: V8. */
export function checkControls(db: Database, findings: Findings): void {
  for (const account of db.prepare(strangers).pluck().all() as string[])
    findings.add({ type: 'account-not-in-chart', where: account })
  for (const row of rowsOf(db, controls))
    findings.add({ type: 'control-differs', where: difference(row, 'has', 'its sub-accounts') })
  for (const row of rowsOf(db, pendingDebits))
    findings.add({ type: 'control-differs', where: difference(row, 'holds', 'what is held on it is') })
  for (const row of rowsOf(db, pendingCredits))
    findings.add({ type: 'control-differs', where: difference(row, 'awaits', 'what is on its way is') })
  for (const row of rowsOf(db, principals))
    findings.add({ type: 'control-differs', where: difference(row, 'owes', 'it has come to') })
}

const sums = prepared<
  Record<never, never>,
  { account: string; name: string; currency: string; debit_minor: bigint; credit_minor: bigint }
>(db =>
  db
    .selectFrom('balance')
    .leftJoin('ledger_account', 'ledger_account.code', 'balance.account')
    .select(eb => [
      'balance.account',
      eb.fn.coalesce('ledger_account.name', eb.val('?')).as('name'),
      'balance.currency',
      eb.fn.sum<bigint>('debit_minor').as('debit_minor'),
      eb.fn.sum<bigint>('credit_minor').as('credit_minor'),
    ])
    .where('sub_account', '=', '')
    .groupBy(['balance.account', 'balance.currency'])
    .orderBy('balance.currency')
    .orderBy('balance.account'),
)

/** Turnover of every posting account; inside a shadow, as made anew from the signed bytes. */
export const trialBalanceOf = (db: Database): readonly TrialBalanceLine[] => sums.all(db, {})
