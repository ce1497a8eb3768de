import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type CloseRan, closeRan } from '../../core/close-of-business/close-records.ts'
import { runNextClose } from '../../core/command/run-next-close.ts'
import { decodeRecord } from '../../core/journal/decode-record.ts'
import type { SavingsAccount } from '../../core/savings/savings-account.ts'
import { loadSavingsAccount } from '../../core/storage/savings-accounts.ts'
import { type Branch, count } from './branch.ts'
import { endDay } from './end-day.ts'

/** Opens the next day at seven of its clock. */
export function openDay(branch: Branch, date: string): void {
  branch.environment.setClock(`${date}T07:00:00.000Z`)
  branch.must('manager', { type: 'day.open', date: businessDate(date) })
}

/** Counts what is in every open drawer back into the vault, counts the vault and closes the day. */
export function closeDay(branch: Branch): void {
  const { db } = branch.books
  const held = db.prepare<[string], bigint>(
    'SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE sub_account = ?',
  )
  const counted = (place: string) => {
    const heldMinor = Number(held.pluck().get(place) ?? 0n)
    return count([100_000n, Math.floor(heldMinor / 100_000)], [1n, heldMinor % 100_000])
  }
  for (const drawerId of db
    .prepare('SELECT drawer_id FROM drawer WHERE closed_position IS NULL')
    .pluck()
    .all() as string[])
    branch.must('officer', { type: 'drawer.close', drawerId, counted: counted(drawerId) }, 'manager')
  endDay(branch)
}

/** Does all that is due of the close of business; gives back how many records that were. */
export function runNights(branch: Branch): number {
  for (let records = 0; ; records++) {
    const ran = runNextClose(branch.books, branch.desk('officer'))
    if (!ran.ok) throw new Error(JSON.stringify(ran.refusal))
    if (ran.value === null) return records
  }
}

/** Opens, closes and finishes every day from one to another. */
export function liveThrough(branch: Branch, from: string, to: string): void {
  for (let date = businessDate(from); date <= to; date = addDays(date, 1)) {
    openDay(branch, date)
    closeDay(branch)
    runNights(branch)
  }
}

/** What the records of the close of business say, in their order. */
export function closesOf(branch: Branch): readonly CloseRan[] {
  const bytes = branch.books.db
    .prepare("SELECT bytes FROM record WHERE type = 'close-of-business.ran' ORDER BY position")
    .pluck()
    .all() as Uint8Array[]
  return bytes.map(one => {
    const decoded = decodeRecord(one)
    if (!decoded.ok) throw new Error('a record cannot be read')
    return closeRan.parse(decoded.value.body)
  })
}

/**
 * All that was ever recorded: what was booked, for when, and what is said of it. What an event is called is left out, for that is chosen
 * anew by whoever tries again.
 */
export function journalOf({ books }: Branch): readonly string[] {
  const all = books.db.prepare('SELECT bytes FROM record ORDER BY position').pluck().all() as Uint8Array[]
  return all.map(bytes => {
    const decoded = decodeRecord(bytes)
    if (!decoded.ok) throw new Error('a record cannot be read')
    const { type, businessDate: on, valueDate, entries, body, custody, pins } = decoded.value
    return JSON.stringify([type, on, valueDate, entries, body, custody, pins], withoutEventId)
  })
}

const withoutEventId = (field: string, value: unknown): unknown =>
  field === 'id' ? 'event' : typeof value === 'bigint' ? String(value) : value

export function accountOf(branch: Branch, accountId: string): SavingsAccount {
  const account = loadSavingsAccount(branch.books.db, accountId, null)
  if (!account) throw new Error('no such account')
  return account
}

/** Debits minus credits of an account of the ledger. */
export const ledgerMinor = (branch: Branch, code: string): bigint =>
  BigInt(
    Number(
      branch.books.db
        .prepare(
          "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE sub_account = '' AND account = ?",
        )
        .pluck()
        .get(code),
    ),
  )
