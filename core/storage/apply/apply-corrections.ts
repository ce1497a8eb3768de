import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { moneyMoved, operationReversed, receiptReprinted } from '../../corrections/correction-records.ts'
import { recordAt } from '../records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'
import { moveWithdrawnOn } from './withdrawn.ts'

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

const paysOut: readonly string[] = ['savings.withdrawn', 'hold.captured']

function reverse(db: Database, { position, record }: Applied): void {
  const { record: ref } = operationReversed.parse(record.body)
  const original = present(recordAt(db, ref), 'a reversal follows what it reverses')
  insertReversal.run(db, { position: original.position, reversedBy: position })
  if (!paysOut.includes(original.record.type)) return
  const { accountId, amountMinor, drawerId } = moneyMoved.parse(original.record.body)
  if (!drawerId) return
  moveWithdrawnOn(db, accountId, original.record.businessDate, -amountMinor)
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
