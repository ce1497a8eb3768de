import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import {
  countedDays,
  type ProvisionPolicy,
  type ProvisionStage,
  provisionClass,
  requiredMinor,
  stageOf,
} from '../loans/provision.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { branchTotalsAsOf } from './ledger-as-of.ts'
import { boundOf, isAskedFor, isRestructured, type OnDay, stoodOn } from './portfolio-of.ts'
import { publishedProducts } from './products.ts'
import { prepared, type Row } from './run.ts'
import { currencyOf } from './savings-accounts.ts'

interface Provided {
  branch_id: string
  product_id: string
  product_version: number
  currency: string
  oldest_due_on: string | null
  restructured: number
  loans: number
  principal_minor: bigint
}

const provided = prepared<OnDay, Provided>((db, param) =>
  db
    .selectFrom('loan_standing')
    .crossJoin('loan')
    .where(stoodOn(param))
    .where(isAskedFor(param))
    .where('loan_standing.status', '=', 'active')
    .select(eb => [
      'loan.branch_id',
      'loan.product_id',
      'loan.product_version',
      'loan.currency',
      'loan_standing.oldest_due_on',
      isRestructured.as('restructured'),
      eb.fn.countAll<number>().as('loans'),
      eb.fn.sum<bigint>('loan_standing.principal_minor').as('principal_minor'),
    ])
    .groupBy([
      'loan.branch_id',
      'loan.product_id',
      'loan.product_version',
      'loan.currency',
      'loan_standing.oldest_due_on',
      'restructured',
    ]),
)

/** The loans of a product that are provided for alike. */
export interface ProvisionRow {
  readonly productId: string
  readonly productName: string
  readonly fromDays: number
  readonly stage: ProvisionStage
  readonly percent: Rate
  readonly loans: number
  readonly principalMinor: bigint
  readonly requiredMinor: bigint
}

/** What a branch needs on an allowance account, and what stands there. Products that share an account share its balance. */
export interface Provision {
  readonly branchId: string
  readonly currency: CurrencyCode
  readonly allowance: string
  readonly expense: string
  readonly rows: readonly ProvisionRow[]
  readonly requiredMinor: bigint
  /** Credit less debit, by value date; below zero where more was written off than was provided. */
  readonly standingMinor: bigint
  /** To be added; below zero, to be taken back. */
  readonly differenceMinor: bigint
}

interface Gathered {
  readonly branchId: string
  readonly currency: CurrencyCode
  readonly allowance: string
  readonly expense: string
  readonly rows: Map<string, ProvisionRow>
}

const loanProducts = (db: Database): readonly LoanProduct[] =>
  publishedProducts(db).flatMap(({ versions }) => versions.flatMap(one => (one.kind === 'loan' ? [one] : [])))

const placeOf = (branchId: string, currency: string, allowance: string): string =>
  [branchId, currency, allowance].join(' ')

interface Asked {
  readonly asOf: BusinessDate
  readonly policy: ProvisionPolicy
}

function addLoans(
  rows: Map<string, ProvisionRow>,
  product: LoanProduct,
  row: Row<Provided>,
  { asOf, policy }: Asked,
): void {
  const { productId, name: productName } = product
  const late = row.oldestDueOn === null ? 0 : Math.max(0, daysBetween(businessDate(row.oldestDueOn), asOf))
  const days = countedDays(late, row.restructured === 1)
  const { fromDays, percent } = provisionClass(product, days, policy)
  const stage = stageOf(days)
  const key = [productId, stage, fromDays, percent].join(' ')
  const before = rows.get(key)
  const principalMinor = (before?.principalMinor ?? 0n) + row.principalMinor
  const loans = (before?.loans ?? 0) + row.loans
  const required = requiredMinor(principalMinor, percent)
  rows.set(key, { productId, productName, fromDays, stage, percent, loans, principalMinor, requiredMinor: required })
}

/**
 * What has to stand on the allowance accounts at the end of a day, by branch, currency and account, and what does; an account on which
 * something stands is there without a loan, too. Rules: L58, L61.
 */
export function provisionsAsOf(
  db: Database,
  asOf: BusinessDate,
  policy: ProvisionPolicy,
  branchId?: string,
): readonly Provision[] {
  const products = loanProducts(db)
  const gathered = new Map<string, Gathered>()
  const gather = (of: string, code: string, { accounting }: LoanProduct): Gathered => {
    const { allowance, provisionExpense: expense } = accounting.accounts
    const key = placeOf(of, code, allowance)
    const known = gathered.get(key) ?? { branchId: of, currency: currencyOf(code), allowance, expense, rows: new Map() }
    gathered.set(key, known)
    return known
  }
  for (const row of provided.all(db, { ...boundOf({ branchId }), asOf })) {
    const product = products.find(one => one.productId === row.productId && one.version === row.productVersion)
    assert(product, 'a loan is of a product for loans')
    addLoans(gather(row.branchId, row.currency, product).rows, product, row, { asOf, policy })
  }
  const standing = new Map<string, bigint>()
  for (const account of new Set(products.map(({ accounting }) => accounting.accounts.allowance)))
    for (const total of branchTotalsAsOf(db, { date: asOf, basis: 'value', account })) {
      const standingMinor = total.creditMinor - total.debitMinor
      const product = products.findLast(({ accounting }) => accounting.accounts.allowance === account)
      if (standingMinor === 0n || (branchId !== undefined && total.branchId !== branchId) || !product) continue
      gather(total.branchId, total.currency, product)
      standing.set(placeOf(total.branchId, total.currency, account), standingMinor)
    }
  return [...gathered].map(([key, one]) => provisionOf(one, standing.get(key) ?? 0n))
}

function provisionOf({ rows, ...one }: Gathered, standingMinor: bigint): Provision {
  const sorted = [...rows.values()].toSorted(
    (a, b) => a.productName.localeCompare(b.productName) || a.stage - b.stage || a.fromDays - b.fromDays,
  )
  const required = sumMinor(sorted.map(row => row.requiredMinor))
  return { ...one, rows: sorted, requiredMinor: required, standingMinor, differenceMinor: required - standingMinor }
}
