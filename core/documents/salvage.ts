import { present } from '../assert.ts'
import type { Books } from '../storage/books.ts'
import { deviceRow, institutionRow } from '../storage/reference.ts'
import { type SalvagedOperation, salvagedOperations } from '../storage/salvage.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { SalvageModel, SalvageModelRow } from './document-model.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'

/** All that this computer did in logs which the server stopped and that stands in nobody's books, oldest first. Rule: D17. */
export function salvageModel({ db }: Books, desk: DocumentDesk, locale: string): SalvageModel {
  const operations = salvagedOperations(db)
  const { branchId } = present(deviceRow(db, desk.log.logId), 'the log is a device of the institution')
  return {
    ...letterhead(db, desk, branchId, locale),
    kind: 'salvage',
    formerDevices: [...new Set(operations.map(({ deviceCode }) => deviceCode))],
    currency: currencyOf(present(institutionRow(db), 'the institution is founded').currency),
    rows: operations.map(rowOf),
  }
}

const rowOf = ({ type, subject, receipt, amountMinor, currency, ...done }: SalvagedOperation): SalvageModelRow => ({
  operation: type,
  businessDate: done.businessDate,
  recordedAt: done.recordedAt,
  officerName: done.actorName,
  reversed: done.isReversed,
  ...(receipt === undefined ? {} : { receipt }),
  ...(amountMinor === undefined || currency === undefined ? {} : { amount: { amountMinor, currency } }),
  ...(subject ? { clientName: subject.name } : {}),
  ...(subject?.account === undefined ? {} : { accountNumber: subject.account }),
})
