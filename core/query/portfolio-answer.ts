import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { ageingBuckets, arrears } from '../loan-life/arrears.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { percentOf } from '../money/percent-of.ts'
import { groupRow } from '../storage/groups.ts'
import { type AgedLoans, agedLoans, arrearsOfPlans, lateAndChanged } from '../storage/portfolio.ts'
import type { PortfolioWay } from '../storage/portfolio-of.ts'
import { publishedProducts } from '../storage/products.ts'
import { branchRows, newestBusinessDate, staffRows } from '../storage/reference.ts'
import type { Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { lifeKnownBy } from './loan-as-of.ts'
import {
  type PortfolioAnswer,
  type PortfolioFigures,
  type PortfolioPart,
  type PortfolioRiskAnswer,
  portfolioAtRisk,
} from './portfolio-answers.ts'
import type { Query } from './query.ts'

type Asked = Extract<Query, { type: 'portfolio' }>

/** What was due before the day and is unpaid, of some loans that are told apart by one thing. */
interface Arrears {
  readonly key: string
  readonly currency: string
  readonly arrearsMinor: bigint
}

/** Asked without a day: as of the open one, or of the last there was. */
export const dayAsked = (
  db: Database,
  { businessDate }: Context,
  asOf: BusinessDate | undefined,
): BusinessDate | null => asOf ?? businessDate ?? newestBusinessDate(db)

/** The plans as they are kept are those of the loans that nothing befell since; the others are replayed. */
function arrearsOn(db: Database, asOf: BusinessDate, { by, of }: Asked): readonly Arrears[] {
  const replayed = lateAndChanged(db, by, asOf, of).map(({ key, currency, loanId }) => ({
    key,
    currency,
    arrearsMinor: portionsTotal(arrears(lifeKnownBy(db, loanId, asOf).installments, asOf)),
  }))
  return [...arrearsOfPlans(db, by, asOf, of), ...replayed]
}

const partOf = (loans: readonly Row<AgedLoans>[], wholeMinor: bigint): PortfolioPart => {
  const principalMinor = sumMinor(loans.map(one => one.principalMinor))
  return {
    loans: loans.reduce((sum, one) => sum + one.loans, 0),
    principalMinor,
    percent: percentOf(principalMinor, wholeMinor),
  }
}

/** At risk by 1: past due at all; by 30, 60, 90: by more days than that. Rule: L59. */
const isLateBy = (fromDays: number, par: (typeof portfolioAtRisk)[number]): boolean =>
  fromDays >= (par === 1 ? 1 : par + 1)

function figuresOf(all: readonly Row<AgedLoans>[], arrearsOf: readonly Arrears[]): PortfolioFigures {
  const open = all.filter(({ status }) => status === 'active')
  const writtenOff = all.filter(({ status }) => status === 'written-off')
  const principalMinor = sumMinor(open.map(one => one.principalMinor))
  const part = (loans: readonly Row<AgedLoans>[]) => partOf(loans, principalMinor)
  return {
    loans: part(open).loans,
    principalMinor,
    arrearsMinor: sumMinor(arrearsOf.map(({ arrearsMinor }) => arrearsMinor)),
    ageing: ageingBuckets.map(({ name, fromDays }) => ({
      bucket: name,
      ...part(open.filter(one => one.fromDays === fromDays)),
    })),
    atRisk: portfolioAtRisk.map(par => ({ par, ...part(open.filter(one => isLateBy(one.fromDays, par))) })),
    restructured: part(open.filter(({ restructured }) => restructured === 1)),
    atRiskOrRestructured: part(open.filter(one => one.restructured === 1 || isLateBy(one.fromDays, 30))),
    writtenOff: {
      loans: part(writtenOff).loans,
      principalMinor: sumMinor(all.map(one => one.writtenOffMinor)),
      recoveredMinor: sumMinor(all.map(one => one.recoveredMinor)),
    },
  }
}

const named = (names: ReadonlyMap<string, string>) => (key: string) => names.get(key) ?? key

/** What the loans of a row have in common, as people call it. */
export function portfolioNames(db: Database, by: PortfolioWay): (key: string) => string {
  switch (by) {
    case 'product':
      return named(
        new Map(
          publishedProducts(db).map(({ productId, versions }) => [productId, versions.at(-1)?.name ?? productId]),
        ),
      )
    case 'officer':
      return named(new Map(staffRows(db).map(({ staffId, name }) => [staffId, name])))
    case 'branch':
      return named(new Map(branchRows(db).map(({ branchId, name }) => [branchId, name])))
    case 'group':
      return key => groupRow(db, key)?.name ?? ''
    case 'cohort':
      return key => key
  }
}

export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted()

/** How the loans of an institution stood on a day, in each currency, as a whole and told apart by one thing. Rules: L58, L59. */
export function portfolioAnswer(db: Database, context: Context, asked: Asked): PortfolioAnswer {
  const asOf = dayAsked(db, context, asked.asOf)
  if (!asOf) return { currencies: [] }
  const loans = agedLoans(db, asked.by, asOf, asked.of)
  const late = arrearsOn(db, asOf, asked)
  const nameOf = portfolioNames(db, asked.by)
  const inCurrency = (currency: string) => {
    const ours = loans.filter(one => one.currency === currency)
    const arrearsOf = late.filter(one => one.currency === currency)
    return {
      currency: currencyOf(currency),
      total: figuresOf(ours, arrearsOf),
      rows: distinct(ours.map(({ key }) => key)).map(key => ({
        key,
        name: nameOf(key),
        figures: figuresOf(
          ours.filter(one => one.key === key),
          arrearsOf.filter(one => one.key === key),
        ),
      })),
    }
  }
  return { asOf, currencies: distinct(loans.map(({ currency }) => currency)).map(inCurrency) }
}

/** The principal of a day and what of it is at risk, in each currency. */
export function portfolioRiskAnswer(
  db: Database,
  context: Context,
  { asOf: asked, of }: Extract<Query, { type: 'portfolio-risk' }>,
): PortfolioRiskAnswer {
  const asOf = dayAsked(db, context, asked)
  if (!asOf) return { currencies: [] }
  const loans = agedLoans(db, 'branch', asOf, of)
  const currencies = distinct(loans.map(({ currency }) => currency)).map(currency => {
    const {
      loans: count,
      principalMinor,
      atRisk,
    } = figuresOf(
      loans.filter(one => one.currency === currency),
      [],
    )
    return { currency: currencyOf(currency), loans: count, principalMinor, atRisk }
  })
  return { asOf, currencies }
}
