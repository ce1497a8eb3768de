import { decideNow } from '../command/execute.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { otherLoans } from '../storage/loans.ts'
import { productsOn } from '../storage/products.ts'
import type { LoanOffered, LoanOffersAnswer } from './loan-answers.ts'
import type { Reading } from './reader.ts'

/** No loan has this id: all loans of the client are others. */
const noLoan = ''

/** What the smallest loan under a product is refused with, decided by the code that would record it. */
function standsAgainst(reading: Reading, clientId: string, product: LoanProduct): Refusal | undefined {
  const { context } = reading
  const { productId, principal, dueDates } = product
  const decision = decideNow(
    reading,
    {
      type: 'loan.draft',
      key: context.newId(),
      clientId,
      productId,
      principalMinor: principal.minMinor,
      ...(dueDates.onCentreDay ? { meetsOn: 'monday' } : {}),
    },
    context,
  )
  return decision.ok ? undefined : decision.refusal
}

/** The most that a product lends to a client whose loan it is of so many. */
function mostFor({ principal: { maxMinor }, conditions }: LoanProduct, cycle: number): bigint {
  const limit = conditions.cycleLimits.filter(({ fromCycle }) => fromCycle <= cycle).at(-1)?.principalMaxMinor
  return limit !== undefined && limit < maxMinor ? limit : maxMinor
}

/** Every product for loans, those first that a client may have, with what stands against the others. Refuses client-unknown. Rule: W65. */
export function loanOffers(reading: Reading, clientId: string): Result<LoanOffersAnswer, Refusal> {
  const { db, context } = reading
  if (kycTierOfClient(db, clientId) === null) return refuse({ type: 'client-unknown' })
  const cycle = otherLoans(db, clientId, noLoan).loans + 1
  const offered = productsOn(db, context.businessDate).flatMap((product): readonly LoanOffered[] => {
    if (product.kind !== 'loan') return []
    const against = standsAgainst(reading, clientId, product)
    return [{ product, mostMinor: mostFor(product, cycle), ...(against ? { against } : {}) }]
  })
  return ok({
    cycle,
    offered: offered.toSorted((a, b) => Number(a.against !== undefined) - Number(b.against !== undefined)),
  })
}
