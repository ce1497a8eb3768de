import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type LedgerAccountType, ledgerAccountTypes } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { branchRows } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { leafName } from './account-name.ts'
import { type BookScope, type ScopeParameters, scopeParameters } from './book-scope.ts'
import { compareText } from './compare-text.ts'

/** An account of the exported files: the only ones that carry postings. */
export interface Leaf {
  /** As it stands in the files. */
  readonly name: string
  readonly branchCode: string
  readonly code: string
  /** What the chart calls it: a free text. */
  readonly title: string
  readonly type: LedgerAccountType
  readonly currencies: readonly CurrencyCode[]
}

/** What the stored lines say of a leaf: raw amounts, debits minus credits. */
export interface LeafBalance {
  /** Branch, ledger account, sub-account and currency, as a line names them. */
  readonly key: string
  readonly leaf: Leaf
  readonly currency: CurrencyCode
  readonly openingMinor: bigint
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

export const leafKey = (branchId: string, account: string, subAccount: string | null, currency: string): string =>
  `${branchId}/${account}/${subAccount ?? ''}/${currency}`

interface LeafSums {
  readonly branch: string
  readonly account: string
  readonly sub_account: string | null
  readonly number: string | null
  readonly currency: string
  readonly opening_minor: bigint
  readonly debit_minor: bigint
  readonly credit_minor: bigint
}

const sums = prepared<ScopeParameters, LeafSums>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .leftJoin('savings_account', 'savings_account.account_id', 'line.sub_account')
    .select(eb => {
      const isBefore = eb('record.value_date', '<', param('from'))
      const isDebit = eb('line.amount_minor', '>', 0n)
      const amount = eb.ref('line.amount_minor')
      return [
        'record.branch',
        'line.account',
        'line.sub_account',
        'savings_account.number',
        'line.currency',
        eb.fn.sum<bigint>(eb.case().when(isBefore).then(amount).else(0n).end()).as('opening_minor'),
        eb.fn
          .sum<bigint>(
            eb
              .case()
              .when(eb.and([eb.not(isBefore), isDebit]))
              .then(amount)
              .else(0n)
              .end(),
          )
          .as('debit_minor'),
        eb.fn
          .sum<bigint>(
            eb
              .case()
              .when(eb.or([isBefore, isDebit]))
              .then(0n)
              .else(eb.neg(amount))
              .end(),
          )
          .as('credit_minor'),
      ]
    })
    .where('record.value_date', '<=', param('to'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('record.branch', '=', param('branch'))]))
    .groupBy(['record.branch', 'line.account', 'line.sub_account', 'line.currency']),
)
const dividedAccounts = prepared<Record<never, never>, { account: string }>(db =>
  db.selectFrom('balance').select('account').distinct().where('sub_account', '<>', ''),
)
interface ChartRow {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly control: string | null
}
const chartOfAccounts = prepared<Record<never, never>, ChartRow>(db =>
  db.selectFrom('ledger_account').select(['code', 'name', 'type', 'control']),
)

/** Every leaf that the scope moves or takes over a balance of, by name and currency; from the stored lines, in one statement. */
export function leafBalances(db: Database, scope: BookScope): readonly LeafBalance[] {
  const placeOf = leafPlaces(db)
  const rows = sums.all(db, scopeParameters(scope)).filter(isPresent)
  const placed = rows.map(row => ({ row, place: placeOf(row), currency: currencyOf(row.currency) }))
  const leaves = new Map<string, Leaf>()
  for (const { place, currency } of placed) {
    const known = leaves.get(place.name)?.currencies ?? []
    leaves.set(place.name, { ...place, currencies: [...new Set([...known, currency])].toSorted() })
  }
  return placed
    .map(({ row: { branch, account, subAccount, openingMinor, debitMinor, creditMinor }, place, currency }) => ({
      key: leafKey(branch, account, subAccount, currency),
      leaf: present(leaves.get(place.name), 'every line has its leaf'),
      currency,
      openingMinor,
      debitMinor,
      creditMinor,
    }))
    .toSorted((a, b) => compareText(a.leaf.name, b.leaf.name) || compareText(a.currency, b.currency))
}

const isPresent = (row: { openingMinor: bigint; debitMinor: bigint; creditMinor: bigint }): boolean =>
  row.openingMinor !== 0n || row.debitMinor !== 0n || row.creditMinor !== 0n

interface Placed {
  readonly branch: string
  readonly account: string
  readonly subAccount: string | null
  readonly number: string | null
}

/** Where lines accumulate, by the chart of now. An account that is divided has no lines of its own: what names no part is its `GENERAL`. */
function leafPlaces(db: Database): (row: Placed) => Omit<Leaf, 'currencies'> {
  const branches = new Map(branchRows(db).map(branch => [branch.branchId, branch]))
  const chart = new Map(chartOfAccounts.all(db, {}).map(account => [account.code, account]))
  const divided = new Set(dividedAccounts.all(db, {}).map(({ account }) => account))
  return ({ branch: branchId, account: code, subAccount, number }) => {
    const branch = branches.get(branchId)
    const account = chart.get(code)
    const title = account?.name ?? 'Not in the chart'
    const type = ledgerAccountTypes.find(one => one === account?.type) ?? 'asset'
    const branchCode = branch?.code ?? branchId
    const isDivided = divided.has(code) || (account?.control ?? null) !== null
    const part = subAccount === branch?.vaultId ? 'VAULT' : (number ?? subAccount ?? 'GENERAL')
    const name = leafName({ type, branchCode, code, name: title, subLedger: isDivided ? part : null })
    return { name, branchCode, code, title, type }
  }
}
