import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../calendar/business-date.ts'
import { jsonText } from '../journal/json-text.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { earningAfter, quietUntil } from '../loans/earning.ts'
import { incomeBasis, type Loan } from '../loans/loan.ts'
import { penaltyAdded, penaltyBy, type StandingPenalty, standingPenalty } from '../loans/standing-penalty.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { prepared, type Row } from './run.ts'
import type { LoanTable } from './tables/loan-tables.ts'

type Quiet =
  | 'loan_id'
  | 'quiet_until'
  | 'earns_from'
  | 'earns_to'
  | 'earns_minor'
  | 'earned_before_minor'
  | 'penalty_spans'
  | 'penalties_before_minor'

const setQuiet = prepared<{ readonly [K in Quiet]: LoanTable[K] }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      quiet_until: param('quiet_until'),
      earns_from: param('earns_from'),
      earns_to: param('earns_to'),
      earns_minor: param('earns_minor'),
      earned_before_minor: param('earned_before_minor'),
      penalty_spans: param('penalty_spans'),
      penalties_before_minor: param('penalties_before_minor'),
    })
    .where('loan_id', '=', param('loan_id')),
)

const spansSchema = z.array(
  z.strictObject({
    number: z.int(),
    countedOn: businessDateSchema,
    minorDays: z.string().transform(BigInt),
    bearingMinor: z.string().transform(BigInt),
  }),
)

/** What its late installments cost a loan that is quiet; null where they cost nothing more. */
export function storedPenalty({
  penaltySpans,
  penaltiesBeforeMinor,
}: Pick<Row<LoanTable>, 'penaltySpans' | 'penaltiesBeforeMinor'>): StandingPenalty | null {
  if (penaltySpans === null || penaltiesBeforeMinor === null) return null
  return { spans: spansSchema.parse(JSON.parse(penaltySpans)), beforeMinor: penaltiesBeforeMinor }
}

const addToInstallment = prepared<{ loanId: string; number: number; addedMinor: bigint }, unknown>((db, param) =>
  db
    .updateTable('loan_installment')
    .set(eb => ({
      penalties_minor: eb('penalties_minor', '+', param('addedMinor')),
      outstanding_minor: eb('outstanding_minor', '+', param('addedMinor')),
    }))
    .where('loan_id', '=', param('loanId'))
    .where('number', '=', param('number')),
)
const addToLoan = prepared<{ loanId: string; addedMinor: bigint; spans: string }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set(eb => ({
      penalties_minor: eb('penalties_minor', '+', param('addedMinor')),
      penalty_spans: param('spans'),
      oldest_due_minor: eb
        .selectFrom('loan_installment')
        .select('outstanding_minor')
        .where('loan_id', '=', param('loanId'))
        .where('outstanding_minor', '>', 0n)
        .orderBy('number')
        .limit(1),
    }))
    .where('loan_id', '=', param('loanId')),
)

/** The penalty of a loan that is quiet, by a date: what a replay of the date would make of it. Rule: E23. */
export function countPenalty(
  db: Database,
  { loanId, quietUntil }: Pick<Row<LoanTable>, 'loanId' | 'quietUntil'>,
  { product, penalty }: { readonly product: LoanProduct; readonly penalty: StandingPenalty },
  date: BusinessDate,
): void {
  const added = penaltyAdded(penalty, product, date)
  for (const { number, addedMinor } of added)
    if (addedMinor !== 0n) addToInstallment.run(db, { loanId, number, addedMinor })
  const { spans } = penaltyBy(penalty, date)
  addToLoan.run(db, { loanId, addedMinor: sumMinor(added.map(one => one.addedMinor)), spans: jsonText(spans) })
  if (quietUntil === date) setQuiet.run(db, { loan_id: loanId, ...notQuiet })
}

const notQuiet = {
  quiet_until: null,
  earns_from: null,
  earns_to: null,
  earns_minor: null,
  earned_before_minor: null,
  penalty_spans: null,
  penalties_before_minor: null,
}

/** Until it turns, the closes after a date need to know no more of a loan than this. */
export function lull(db: Database, loan: Loan, life: LoanLife, date: BusinessDate): void {
  const until = quietUntil(life, loan, date)
  const isCounted = until !== null && incomeBasis(loan) === 'accrual'
  const earning = isCounted ? earningAfter(life, date) : null
  const penalty = isCounted && life.penalties.length > 0 ? standingPenalty(life.penalties, loan) : null
  setQuiet.run(db, {
    loan_id: loan.loanId,
    quiet_until: until,
    earns_from: earning?.from ?? null,
    earns_to: earning?.to ?? null,
    earns_minor: earning?.interestMinor ?? null,
    earned_before_minor: earning?.beforeMinor ?? null,
    penalty_spans: penalty && jsonText(penalty.spans),
    penalties_before_minor: penalty?.beforeMinor ?? null,
  })
}

const setBooked = prepared<{ loanId: string; booked: string }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      booked: param('booked'),
      looked_on: null,
      quiet_until: null,
      earns_from: null,
      earns_to: null,
      earns_minor: null,
      earned_before_minor: null,
      penalty_spans: null,
      penalties_before_minor: null,
    })
    .where('loan_id', '=', param('loanId')),
)

/** Keeps what has come to the books of a loan; what befell it is for its next close to look at. */
export const rouse = (db: Database, booked: { readonly loanId: string; readonly booked: string }): void => {
  setBooked.run(db, booked)
}
