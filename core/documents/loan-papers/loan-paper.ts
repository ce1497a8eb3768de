import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { businessDate } from '../../calendar/business-date.ts'
import { clientProfileSchema } from '../../customers/client-profile.ts'
import type { CreditRates } from '../../disclosure/credit-rates.ts'
import { disclosedRateIn } from '../../disclosure/disclosed-rate.ts'
import { allocationOrders } from '../../loan-life/allocation-rules.ts'
import type { Component } from '../../loan-life/portions.ts'
import type { Loan } from '../../loans/loan.ts'
import { offerFigures } from '../../loans/offer-figures.ts'
import type { Decimal } from '../../money/decimal.ts'
import type { Refusal } from '../../refusal.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { readJsonBlob } from '../../storage/blobs.ts'
import type { Books } from '../../storage/books.ts'
import { clientRow } from '../../storage/clients.ts'
import { loadLoan, loanRow } from '../../storage/loans.ts'
import { standingOf } from '../../storage/standing.ts'
import { amountInWords } from '../amount-in-words.ts'
import { type DocumentDesk, letterhead, staffName } from '../letterhead.ts'
import type { DisclosedRates, LoanOfferFacts, LoanPaperKind, LoanPaperModel, LoanParties } from './loan-paper-model.ts'

export interface LoanPaperRequest {
  readonly paper: LoanPaperKind
  readonly loanId: string
  readonly locale: string
}

/** A paper of a loan, from the books alone. Refuses loan-unknown, then what the kind of paper refuses. Rules: D26 to D31. */
export function loanPaperModel(
  { db }: Books,
  desk: DocumentDesk,
  { paper, loanId, locale }: LoanPaperRequest,
): Result<LoanPaperModel, Refusal> {
  const row = loanRow(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  const { openDate, country } = standingOf(db)
  const head = {
    ...letterhead(db, desk, row.branchId, locale),
    kind: 'loan-paper',
    ...partiesOf(db, loan),
    currency: loan.currency,
    asOf: businessDate(openDate ?? row.changedOn),
  } as const
  const offer = offerOf(loan, country)
  switch (paper) {
    case 'key-facts':
      return ok({ ...head, paper, ...offer })
    case 'agreement':
      return ok({ ...head, paper, ...offer, ...inWords(offer, head), order: overdueOrder(loan) })
  }
}

const inWords = (
  { agreement, figures }: LoanOfferFacts,
  { locale, currency }: Pick<LoanPaperModel, 'locale' | 'currency'>,
) => ({
  lentInWords: amountInWords({ amountMinor: agreement.principalMinor, currency }, locale),
  receivedInWords: amountInWords({ amountMinor: figures.receivedMinor, currency }, locale),
})

function overdueOrder({ product }: Loan): readonly Component[] {
  const { allocation } = product.repayment
  return allocation.type === 'named' ? allocationOrders[allocation.order].pastDue : allocation.pastDue
}

function partiesOf(db: Database, { number, clientId, officer }: Loan): LoanParties {
  const client = present(clientRow(db, clientId), 'a loan has a borrower')
  const profile = clientProfileSchema.safeParse(readJsonBlob(db, { subject: clientId, hash: client.profileHash }))
  const address = profile.success ? profile.data.address : undefined
  return {
    loanNumber: number,
    clientName: client.name || client.number,
    clientNumber: client.number,
    ...(address === undefined ? {} : { clientAddress: address }),
    officerName: staffName(db, officer),
  }
}

const toTwoDecimals = (percent: Decimal | null): string | undefined => percent?.toFixed(2)

function ratesOf({ annual, ofCharge, effective }: CreditRates, country: string): DisclosedRates {
  const first = disclosedRateIn(country)
  const told = Object.entries({ apr: annual, aprc: ofCharge, effective: first === 'apr' ? effective : null })
  return { first, ...Object.fromEntries(told.flatMap(([name, rate]) => (rate ? [[name, toTwoDecimals(rate)]] : []))) }
}

function offerOf({ product, agreement, dates }: Loan, country: string): LoanOfferFacts {
  const { rates, ...figures } = offerFigures({ product, agreement, dates })
  const { name, schedule, repayment } = product
  return { agreement, product: { name, schedule, repayment }, figures, rates: ratesOf(rates, country) }
}
