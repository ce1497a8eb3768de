import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { ClosingLoan, EarningLoan } from '../close-of-business/closing-loan.ts'
import type { Earning } from '../loans/earning.ts'
import type { LoanFigures } from '../loans/loan-figures.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { storedPenalty } from './loan-quiet.ts'
import { loadLoan, loanProduct } from './loans.ts'
import { prepared, type Row } from './run.ts'
import { currencyOf } from './savings-accounts.ts'

interface ToClose {
  loan_id: string
  custody_epoch: number
  product_id: string
  product_version: number
  currency: string
  quiet_until: string | null
  earns_from: string | null
  earns_to: string | null
  earns_minor: bigint | null
  earned_before_minor: bigint | null
  penalty_spans: string | null
  penalties_before_minor: bigint | null
  oldest_due_on: string | null
  recognised: string
  recognised_penalties: string
  paid: string
  waived: string
  written_off: string
}

/** Owed by a date, and not one that has nothing to count until it is looked at again. */
const isToClose = (date: unknown) =>
  sql<boolean>`status = 'active' AND disbursed_on <= ${date} AND (quiet_until IS NULL OR quiet_until < ${date} OR earns_to IS NOT NULL OR penalty_spans IS NOT NULL)`

const booked = (name: keyof LoanFigures) => sql<string>`json_extract(booked, ${sql.lit(`$.${name}`)})`

const toCloseAfter = prepared<{ log: string; after: string; date: string; limit: number }, ToClose>((db, param) =>
  db
    .selectFrom('loan')
    .select([
      'loan_id',
      'custody_epoch',
      'product_id',
      'product_version',
      'currency',
      'quiet_until',
      'earns_from',
      'earns_to',
      'earns_minor',
      'earned_before_minor',
      'penalty_spans',
      'penalties_before_minor',
      'oldest_due_on',
      booked('recognisedInterest').as('recognised'),
      booked('recognisedPenalties').as('recognised_penalties'),
      booked('paidInterest').as('paid'),
      booked('waivedInterest').as('waived'),
      booked('writtenOffInterest').as('written_off'),
    ])
    .where('custodian_log', '=', param('log'))
    .where('loan_id', '>', param('after'))
    .where(isToClose(param('date')))
    .orderBy('loan_id')
    .limit(param('limit')),
)
const countToClose = prepared<{ log: string; date: string }, { loans: number }>((db, param) =>
  db
    .selectFrom('loan')
    .select(eb => eb.fn.countAll<number>().as('loans'))
    .where('custodian_log', '=', param('log'))
    .where(isToClose(param('date'))),
)
const firstPaidOut = prepared<{ log: string }, { date: string | null }>((db, param) =>
  db
    .selectFrom('loan')
    .select(eb => eb.fn.min('disbursed_on').as('date'))
    .where('custodian_log', '=', param('log'))
    .where(sql<boolean>`status = 'active'`),
)

interface PlaceAt {
  readonly log: string
  readonly after: string | null
  readonly date: BusinessDate
}

/** Whether a loan is to be gone through on a date after the one that was the last. */
export const hasLoanToClose = (db: Database, { log, after, date }: PlaceAt): boolean =>
  toCloseAfter.get(db, { log, after: after ?? '', date, limit: 1 }) !== undefined

/** How many loans a piece takes at most, and how many of them that have to be looked at. */
export interface LoansTaken {
  readonly all: number
  readonly turning: number
}

/** The next loans in the order of their ids. Of those that only count interest and penalty no more than that is read. */
export function loansToClose(db: Database, { log, after, date }: PlaceAt, most: LoansTaken): readonly ClosingLoan[] {
  const products = new Map<string, LoanProduct>()
  const productOf = (productId: string, version: number): LoanProduct => {
    const key = `${productId}@${version}`
    const product = products.get(key) ?? loanProduct(db, productId, version)
    products.set(key, product)
    return product
  }
  const taken: ClosingLoan[] = []
  let turning = 0
  for (const row of toCloseAfter.all(db, { log, after: after ?? '', date, limit: most.all })) {
    if (isQuiet(row, date)) {
      taken.push({ type: 'earns', loan: earningLoan(row, productOf(row.productId, row.productVersion)) })
      continue
    }
    if (turning === most.turning) break
    turning += 1
    taken.push({ type: 'turns', loan: present(loadLoan(db, row.loanId), 'a loan that is listed is there') })
  }
  return taken
}

/** Whether a loan needs not be looked at. */
const isQuiet = ({ quietUntil, earnsTo, penaltySpans }: Row<ToClose>, date: BusinessDate): boolean =>
  quietUntil !== null && quietUntil >= date && (earnsTo !== null || penaltySpans !== null)

function earningOf({ earnsFrom, earnsTo, earnsMinor, earnedBeforeMinor }: Row<ToClose>): Earning | null {
  if (!earnsFrom || !earnsTo || earnsMinor === null || earnedBeforeMinor === null) return null
  return {
    from: businessDate(earnsFrom),
    to: businessDate(earnsTo),
    interestMinor: earnsMinor,
    beforeMinor: earnedBeforeMinor,
  }
}

function lateOf(row: Row<ToClose>): EarningLoan['late'] {
  const penalty = storedPenalty(row)
  if (!penalty) return null
  return { penalty, since: businessDate(present(row.oldestDueOn, 'what costs penalty is due')) }
}

const earningLoan = (row: Row<ToClose>, product: LoanProduct): EarningLoan => ({
  loanId: row.loanId,
  epoch: row.custodyEpoch,
  product,
  currency: currencyOf(row.currency),
  earning: earningOf(row),
  late: lateOf(row),
  booked: {
    recognisedInterest: BigInt(row.recognised),
    recognisedPenalties: BigInt(row.recognisedPenalties),
    paidInterest: BigInt(row.paid),
    waivedInterest: BigInt(row.waived),
    writtenOffInterest: BigInt(row.writtenOff),
  },
})

export const loansToCloseCount = (db: Database, at: { log: string; date: string }): number =>
  countToClose.get(db, at)?.loans ?? 0

/** The day on which the first of the loans was paid out that a log keeps and that are owed. */
export function firstLoanOn(db: Database, log: string): BusinessDate | null {
  const date = firstPaidOut.get(db, { log })?.date
  return date ? businessDate(date) : null
}
