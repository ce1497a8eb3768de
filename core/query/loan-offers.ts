import { decideNow } from '../command/execute.ts'
import { standingOfClient } from '../command/load-standing.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { checkAmount, mostLent } from '../loans/check-application.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { groupRows } from '../storage/groups.ts'
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

/** Every product for loans, those first that a client may have, with what stands against the others. Refuses client-unknown. Rule: W65. */
export function loanOffers(reading: Reading, clientId: string): Result<LoanOffersAnswer, Refusal> {
  const { db, context } = reading
  if (kycTierOfClient(db, clientId) === null) return refuse({ type: 'client-unknown' })
  const isMember = groupRows(db, clientId, 1).length > 0
  const offered = productsOn(db, context.businessDate).flatMap((product): readonly LoanOffered[] =>
    product.kind === 'loan' ? [offeredTo(reading, clientId, product, isMember)] : [],
  )
  return ok({
    cycle: otherLoans(db, clientId, noLoan).loans + 1,
    offered: offered.toSorted((a, b) => Number(a.against !== undefined) - Number(b.against !== undefined)),
  })
}
