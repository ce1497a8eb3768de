import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { ageingBuckets, arrears } from '../loan-life/arrears.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { listedLoan } from '../storage/loan-lists.ts'
import {
  arrearsOfLoan,
  loansOfPortfolio,
  type PortfolioLoan,
  type PortfolioWhich,
  sumOfPortfolio,
} from '../storage/portfolio-loans.ts'
import { parsedProduct } from '../storage/products.ts'
import type { Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { lifeKnownBy } from './loan-as-of.ts'
import { dayAsked } from './portfolio-answer.ts'
import type { PortfolioLoanRow, PortfolioLoansAnswer } from './portfolio-answers.ts'
import type { PortfolioLoansWhich } from './portfolio-request.ts'
import type { Query } from './query.ts'

const pageSize = 50

const open: PortfolioWhich = { status: 'active', fromDays: 0, belowDays: null, isRestructured: false, due: null }

function bucketWhich(bucket: (typeof ageingBuckets)[number]['name']): PortfolioWhich {
  const place = ageingBuckets.findIndex(({ name }) => name === bucket)
  return {
    ...open,
    fromDays: ageingBuckets[place]?.fromDays ?? 0,
    belowDays: ageingBuckets[place + 1]?.fromDays ?? null,
  }
}

function whichOf(which: PortfolioLoansWhich): PortfolioWhich {
  switch (which.kind) {
    case 'open':
      return open
    case 'late':
      return { ...open, fromDays: 1 }
    case 'bucket':
      return bucketWhich(which.bucket)
    case 'at-risk':
      return { ...open, fromDays: which.par === 1 ? 1 : which.par + 1 }
    case 'restructured':
      return { ...open, isRestructured: true }
    case 'written-off':
      return { ...open, status: 'written-off' }
    case 'due':
      return { ...open, due: { from: which.from, to: which.to } }
  }
}

function rowOf(
  db: Database,
  asOf: BusinessDate,
  { oldestDueOn, untilOn, ...one }: Row<PortfolioLoan>,
): PortfolioLoanRow {
  const { loanId } = one
  const loan = present(listedLoan(db, loanId), 'a loan of the portfolio is there')
  const isLate = oldestDueOn !== null && oldestDueOn < asOf
  const arrearsMinor = () =>
    arrearsOfLoan(db, { loanId, untilOn }, asOf) ??
    portionsTotal(arrears(lifeKnownBy(db, loanId, asOf).installments, asOf))
  return {
    loanId,
    number: loan.number,
    clientId: loan.clientId,
    clientName: loan.clientName || loan.clientNumber,
    productName: parsedProduct(loan.productBody).name,
    officerName: loan.officerName ?? '',
    currency: currencyOf(loan.currency),
    principalMinor: one.principalMinor,
    arrearsMinor: isLate ? arrearsMinor() : 0n,
    daysPastDue: isLate ? daysBetween(businessDate(oldestDueOn), asOf) : 0,
    ...(oldestDueOn ? { oldestDueOn: businessDate(oldestDueOn) } : {}),
    isRestructured: one.restructured === 1,
    writtenOffMinor: one.writtenOffMinor,
    recoveredMinor: one.recoveredMinor,
  }
}

/** The loans that a figure of the portfolio is made of, page by page, the longest past due first. Rule: L60. */
export function portfolioLoansAnswer(
  db: Database,
  context: Context,
  { asOf: asked, of, which: given, page }: Extract<Query, { type: 'portfolio-loans' }>,
): PortfolioLoansAnswer {
  const asOf = dayAsked(db, context, asked)
  if (!asOf) return { sums: [], rows: [], hasMore: false }
  const which = whichOf(given)
  const found = loansOfPortfolio(db, asOf, of, which, { limit: pageSize + 1, offset: page * pageSize })
  return {
    asOf,
    sums: sumOfPortfolio(db, asOf, of, which).map(({ currency, ...sum }) => ({
      currency: currencyOf(currency),
      ...sum,
    })),
    rows: found.slice(0, pageSize).map(one => rowOf(db, asOf, one)),
    hasMore: found.length > pageSize,
  }
}
