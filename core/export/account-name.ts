import type { LedgerAccountType } from '../ledger/ledger-account.ts'

const roots: Readonly<Record<LedgerAccountType, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
}

/** Where lines of one branch, ledger account and sub-account accumulate. */
export interface LeafPlace {
  readonly type: LedgerAccountType
  readonly branchCode: string
  readonly code: string
  readonly name: string
  /** Null for a ledger account that has no sub-accounts. */
  readonly subLedger: string | null
}

/** `Liabilities:001:2110-Passbook-savings:S001-01-00012-7`: it parses in every tool, whatever the account is called. Rule: X2. */
export const leafName = ({ type, branchCode, code, name, subLedger }: LeafPlace): string =>
  [
    roots[type],
    accountPart(branchCode),
    `${code}-${slugOf(name)}`,
    ...(subLedger === null ? [] : [accountPart(subLedger)]),
  ].join(':')

const slugMax = 40

/** The Latin letters and digits of a name; `Account` where it has no such letters, because the code before it says which. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, slugMax)
    .replace(/^-+|-+$/g, '')
  return /[A-Za-z]/.test(slug) ? slug.slice(0, 1).toUpperCase() + slug.slice(1) : 'Account'
}

/** Ids begin with a capital or a digit, and hold letters, digits and hyphens only. */
const accountPart = (id: string): string =>
  id
    .replace(/[^A-Za-z0-9-]/g, '')
    .replace(/^-+/, '')
    .toUpperCase() || 'NONE'
