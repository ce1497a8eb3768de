import type { Database } from 'better-sqlite3'
import { assert, present } from '../../assert.ts'
import { takenByOrder } from '../../close-of-business/close-records.ts'
import { operationReversed, receiptReprinted } from '../../corrections/correction-records.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { loanHappened, loanMoneyMoved, loanRefinanced, loanRepaid, loanUndone } from '../../loans/loan-records.ts'
import { recordAt } from '../records.ts'
import { prepared } from '../run.ts'
import { uncountMoves } from './account-moves.ts'
import type { Applied } from './applied.ts'
import { restoreSecurity } from './apply-loan-security.ts'
import { keepHappened, linkLoans } from './apply-loans.ts'
import { untakeOver } from './apply-savings.ts'

const insertReversal = prepared<{ position: number; reversedBy: number }, unknown>((db, param) =>
  db.insertInto('reversal').values({ position: param('position'), reversed_by: param('reversedBy') }),
)
/** Makes both records name each other. */
export const linkReversal = insertReversal.run

const setCopies = prepared<{ position: number; copies: number }, unknown>((db, param) =>
  db
    .insertInto('reprint')
    .values({ position: param('position'), copies: param('copies') })
    .onConflict(conflict => conflict.doUpdateSet(eb => ({ copies: eb.ref('excluded.copies') }))),
)

const loanOf = (record: JournalRecord): string | undefined =>
  record.type.startsWith('loan.')
    ? loanMoneyMoved.pick({ loanId: true }).parse(record.body).loanId
    : takenByOrder(record)?.loanId

const closedBy = ({ type, body }: JournalRecord): string | undefined =>
  type === 'loan.refinanced' ? loanRefinanced.parse(body).closed.loanId : undefined

/** A loan that was paid off by another is owed again. */
function reopen(db: Database, applied: Applied, loanId: string, closed: unknown): void {
  const happened = loanHappened.parse(closed)
  keepHappened(db, applied, happened)
  linkLoans(db, { loanId, closes: happened.loanId, isUndone: true })
}

function reverse(db: Database, applied: Applied): void {
  const { position, record } = applied
  const { record: ref, loan, closed } = operationReversed.parse(record.body)
  const original = present(recordAt(db, ref), 'a reversal follows what it reverses')
  assert(loan?.loanId === loanOf(original.record), 'a reversal is of the loan that its original was of')
  assert(closed?.loanId === closedBy(original.record), 'and of the loan that its original paid off')
  insertReversal.run(db, { position: original.position, reversedBy: position })
  uncountMoves(db, original.record)
  if (original.record.type === 'loan.repaid') restoreSecurity(db, loanRepaid.parse(original.record.body))
  if (loan) keepHappened(db, applied, loanUndone.parse(loan))
  if (loan && closed) reopen(db, applied, loan.loanId, closed)
  if (original.record.type === 'savings.taken-over') untakeOver(db, original.record)
}

export const correctionAppliers = {
  'operation.reversed': reverse,
  'receipt.reprinted': (db: Database, { record }: Applied) => {
    const { record: ref, copy } = receiptReprinted.parse(record.body)
    setCopies.run(db, {
      position: present(recordAt(db, ref), 'a copy follows its original').position,
      copies: copy,
    })
  },
}
