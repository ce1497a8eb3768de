import { present } from '../../assert.ts'
import { type BusinessDate, businessDate } from '../../calendar/business-date.ts'
import type { Chart } from '../../ledger/chart.ts'
import { postingAccounts } from '../../ledger/posting-accounts.ts'
import { type IncomeBasis, incomeBases, type LoanFigureName, loanFigureNames } from '../../loans/loan-figures.ts'
import { loanPlaces } from '../../loans/loan-money.ts'
import { type LoanRole, loanPostings } from '../../loans/loan-postings.ts'
import { type PostedStep, postingExample } from '../../loans/posting-example.ts'
import { requiredMinor } from '../../loans/provision.ts'
import { usualOffer } from '../../products/loan-offer.ts'
import type { LoanProduct } from '../../products/loan-product.ts'
import type { Refusal } from '../../refusal.ts'
import { ok, type Result, refuse } from '../../result.ts'
import type { Books } from '../../storage/books.ts'
import { chartOf } from '../../storage/chart.ts'
import { parsedProduct, productVersions } from '../../storage/products.ts'
import { standingOf } from '../../storage/standing.ts'
import { calendarOf } from '../../storage/working-calendar.ts'
import { type DocumentDesk, letterhead } from '../letterhead.ts'
import type { ExampleLine, PostingBesides, PostingGuideModel, PostingRule } from './posting-guide-model.ts'

const named = (chart: Chart, code: string) => ({
  code,
  name: present(chart.get(code), 'a product names accounts of the chart').name,
})

/** The most that a figure grows at once in an example. */
function largest(steps: readonly PostedStep[], figure: LoanFigureName): bigint {
  return steps.reduce((most, { change }) => (change[figure] > most ? change[figure] : most), 0n)
}

function rulesOf(product: LoanProduct, chart: Chart, steps: readonly PostedStep[]): readonly PostingRule[] {
  const places = loanPlaces({ loanId: '', product }, { kind: 'drawer', drawerId: '', balanceMinor: 0n })
  const account = (role: LoanRole) => named(chart, places(role).account)
  return loanFigureNames.map(figure => {
    const { debit, credit } = loanPostings[figure]
    const exampleMinor = largest(steps, figure)
    return {
      figure,
      debit: account(debit),
      credit: account(credit),
      ...(exampleMinor > 0n ? { exampleMinor } : {}),
    }
  })
}

/** In the example all of the usual loan is provided for by the last row of the product's table. */
function besidesOf(product: LoanProduct, chart: Chart, lentMinor: bigint): readonly PostingBesides[] {
  const { accounts, provisioning } = product.accounting
  const last = provisioning.at(-1)
  return [
    {
      kind: 'provided',
      debit: named(chart, accounts.provisionExpense),
      credit: named(chart, accounts.allowance),
      ...(last ? { exampleMinor: requiredMinor(lentMinor, last.percent) } : {}),
    },
    {
      kind: 'rounded',
      debit: named(chart, postingAccounts.drawers),
      credit: named(chart, postingAccounts.cashRounding),
    },
  ]
}

const linesOf = (chart: Chart, steps: readonly PostedStep[]): readonly ExampleLine[] =>
  steps.flatMap(({ on, entries }) =>
    entries.flatMap(({ description, lines }) =>
      lines
        .toSorted((one, other) => (one.amountMinor > 0n ? 0 : 1) - (other.amountMinor > 0n ? 0 : 1))
        .map(({ account, amountMinor }, place) => ({
          on,
          ...(place === 0 ? { description } : {}),
          ...named(chart, account),
          amountMinor,
        })),
    ),
  )

interface PostingGuideRequest {
  readonly productId: string
  readonly locale: string
}

/** From the newest version of a product for loans. Refuses product-unknown. Rule: D32. */
export function postingGuideModel(
  { db }: Books,
  desk: DocumentDesk,
  { productId, locale }: PostingGuideRequest,
): Result<PostingGuideModel, Refusal> {
  const [newest] = productVersions(db, productId)
  const product = newest && parsedProduct(newest.body)
  if (product?.kind !== 'loan') return refuse({ type: 'product-unknown' })
  const { openDate, branchId } = standingOf(db)
  const startsOn: BusinessDate = businessDate(openDate ?? desk.environment.now().slice(0, 10))
  const chart = chartOf(db)
  const calendar = calendarOf(db)
  const exampleBy = (basis: IncomeBasis) => postingExample(product, basis, { startsOn, calendar })
  const lentMinor = usualOffer(product, startsOn).principalMinor
  return ok({
    ...letterhead(db, desk, branchId, locale),
    kind: 'posting-guide',
    productName: product.name,
    productId,
    version: product.version,
    currency: product.currency,
    asOf: startsOn,
    basis: product.accounting.basis,
    nonAccrualAfterDays: product.accounting.nonAccrualAfterDays,
    lentMinor,
    rules: rulesOf(product, chart, exampleBy('accrual')),
    besides: besidesOf(product, chart, lentMinor),
    examples: incomeBases.map(basis => ({ basis, lines: linesOf(chart, exampleBy(basis)) })),
  })
}
