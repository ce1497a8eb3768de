import { decideNow } from '../command/execute.ts'
import { otherDues } from '../command/load-other-dues.ts'
import { standingOfClient } from '../command/load-standing.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { checkAmount, mostLent } from '../loans/check-application.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { groupRows } from '../storage/groups.ts'
import { loansBy } from '../storage/loan-lists.ts'
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

/** A product as it is offered to a client; `isMember`: of a group. */
function offeredTo(reading: Reading, clientId: string, product: LoanProduct, isMember: boolean): LoanOffered {
  const { context } = reading
  const { currency, principal, conditions } = product
  const day = { institution: context.institution, businessDate: dayAtHand(context) }
  const standing = standingOfClient(reading, { loanId: noLoan, clientId, currency, groupId: null }, day)
  const least = { currency, product, agreement: { principalMinor: principal.minMinor } }
  const bounded = checkAmount(least, standing)
  const groupMissing = conditions.groupLateDaysMax !== undefined && !isMember ? noGroup : undefined
  const against =
    standsAgainst(reading, clientId, product) ?? groupMissing ?? (bounded.ok ? undefined : bounded.refusal)
  return { product, mostMinor: mostLent(product, standing), ...(against ? { against } : {}) }
}

const noGroup = { type: 'field-invalid', field: 'groupId', rule: 'missing' } as const

/** What is likelier comes first: what may be had; what the client had last; for members, what groups have; what lends more. */
function likelier(usual: { readonly lastProductId: string | undefined; readonly isMember: boolean }) {
  const ranks = ({ product, against }: LoanOffered): readonly boolean[] => [
    against === undefined,
    product.productId === usual.lastProductId,
    usual.isMember && product.conditions.groupLateDaysMax !== undefined,
  ]
  return (one: LoanOffered, other: LoanOffered): number => {
    const others = ranks(other)
    const place = ranks(one).findIndex((rank, at) => rank !== others[at])
    if (place >= 0) return others[place] ? 1 : -1
    return one.mostMinor === other.mostMinor ? 0 : one.mostMinor > other.mostMinor ? -1 : 1
  }
}

/**
 * Every product for loans, those first that a client may have, the likeliest of them before the others, with what stands against those
 * that the client may not have. Refuses client-unknown. Rule: W65.
 */
export function loanOffers(reading: Reading, clientId: string): Result<LoanOffersAnswer, Refusal> {
  const { db, context } = reading
  if (kycTierOfClient(db, clientId) === null) return refuse({ type: 'client-unknown' })
  const isMember = groupRows(db, clientId, 1).length > 0
  const offered = productsOn(db, context.businessDate).flatMap((product): readonly LoanOffered[] =>
    product.kind === 'loan' ? [offeredTo(reading, clientId, product, isMember)] : [],
  )
  const lastProductId = loansBy(db, 'client', clientId, 1)[0]?.productId
  return ok({
    cycle: otherLoans(db, clientId, noLoan).loans + 1,
    offered: offered.toSorted(likelier({ lastProductId, isMember })),
    dues: otherDues(reading, { clientId, loanId: noLoan }, dayAtHand(context)),
  })
}
