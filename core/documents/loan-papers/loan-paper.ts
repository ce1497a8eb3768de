import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { businessDate } from '../../calendar/business-date.ts'
import { lifeOf } from '../../loans/life-of.ts'
import type { Loan } from '../../loans/loan.ts'
import { possibleSteps } from '../../loans/loan-states.ts'
import { payoffQuote } from '../../loans/payoff-quote.ts'
import { termsOf } from '../../loans/terms-of.ts'
import type { Refusal } from '../../refusal.ts'
import { ok, type Result, refuse } from '../../result.ts'
import type { Books } from '../../storage/books.ts'
import { loadProfile } from '../../storage/client-profile.ts'
import { clientRow } from '../../storage/clients.ts'
import { loadLoan, loanRow } from '../../storage/loans.ts'
import { standingOf } from '../../storage/standing.ts'
import { calendarOf } from '../../storage/working-calendar.ts'
import { type DocumentDesk, letterhead, staffName } from '../letterhead.ts'
import { type AskedLocale, paperLocale } from '../paper-locale.ts'
import type { LoanPaperHead, LoanPaperKind, LoanPaperModel, LoanParties, PayoffModel } from './loan-paper-model.ts'
import { papersInState } from './papers-in-state.ts'
import { dischargeOf } from './read-discharge.ts'
import { loanStatementOf } from './read-loan-statement.ts'
import { offerInWords, overdueOrder, readOffer } from './read-offer.ts'
import { readSecurity } from './read-security.ts'
import { voucherOf } from './read-voucher.ts'

export interface LoanPaperRequest extends AskedLocale {
  readonly paper: LoanPaperKind
  readonly loanId: string
}

/** A paper of a loan, from the books alone. Refuses loan-unknown; loan-state where there is no such paper in the loan's state; then what the kind of paper refuses. Rules: D26 to D33. */
export function loanPaperModel(
  { db }: Books,
  desk: DocumentDesk,
  { paper, loanId, ...asked }: LoanPaperRequest,
): Result<LoanPaperModel, Refusal> {
  const row = loanRow(db, loanId)
  const loan = loadLoan(db, loanId)
  if (!row || !loan) return refuse({ type: 'loan-unknown' })
  const { state } = loan
  if (!papersInState[state].includes(paper))
    return refuse({ type: 'loan-state', state, possible: possibleSteps(state) })
  const { openDate, country } = standingOf(db)
  const locale = paperLocale(db, loan.clientId, asked)
  const head: LoanPaperHead = {
    ...letterhead(db, desk, row.branchId, locale),
    kind: 'loan-paper',
    ...partiesOf(db, loan),
    currency: loan.currency,
    asOf: businessDate(openDate ?? row.changedOn),
  }
  if (paper !== 'key-facts' && paper !== 'agreement') return paidOutPaper(db, loan, paper, head)
  const offer = readOffer(loan, country, calendarOf(db))
  if (paper === 'key-facts') return ok({ ...head, paper, ...offer })
  const words = { ...offerInWords(offer, head), order: overdueOrder(loan) }
  return ok({ ...head, paper, ...offer, ...words, security: readSecurity(db, loan) })
}

/** The papers that there are once money was paid out. Refuses what the kind of paper refuses. */
function paidOutPaper(
  db: Database,
  loan: Loan,
  paper: Exclude<LoanPaperKind, 'key-facts' | 'agreement'>,
  head: LoanPaperHead,
): Result<LoanPaperModel, Refusal> {
  const dates = present(loan.dates, 'money that was paid out has its day')
  const life = lifeOf(termsOf(loan.product, loan.agreement, dates), loan.entries, head.asOf)
  switch (paper) {
    case 'voucher':
      return ok(voucherOf(db, loan, head))
    case 'statement':
      return ok(loanStatementOf(db, loan, life, head))
    case 'payoff':
      return payoffOf(loan, head)
    case 'discharge':
      return ok(dischargeOf(db, { ...loan, dates }, life, head))
  }
}

/** What settles it on each of the next days; refuses what `payoffQuote` refuses. Rule: D25. */
function payoffOf(loan: Loan, head: LoanPaperHead): Result<PayoffModel, Refusal> {
  const quote = payoffQuote(loan, head.asOf)
  return quote.ok ? ok({ ...head, paper: 'payoff', productName: loan.product.name, quote: quote.value }) : quote
}

function partiesOf(db: Database, { number, clientId, officer }: Loan): LoanParties {
  const client = present(clientRow(db, clientId), 'a loan has a borrower')
  const address = loadProfile(db, clientId)?.address
  return {
    loanNumber: number,
    clientName: client.name || client.number,
    clientNumber: client.number,
    ...(address === undefined ? {} : { clientAddress: address }),
    officerName: staffName(db, officer),
  }
}
