import { expect, test } from 'vitest'
import { compareProjections, rebuildProjections } from '../../../core/storage/rebuild.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { bytesOf, unguarded } from './tamper.ts'

const spoil = `
UPDATE balance SET debit_minor = debit_minor + 100 WHERE account = '1120';
UPDATE line SET balance_minor = 0 WHERE sub_account IS NOT NULL;
DELETE FROM client_search;
DELETE FROM hold;
INSERT INTO reprint VALUES (1, 9);
DROP INDEX savings_account_by_client;
DROP TABLE reversal;`

test('[V9] each row that differs from a rebuild is named with what is stored and what should be', () => {
  const branch = makeBranch()
  const { accounts } = liveThroughDay(branch)
  expect(compareProjections(branch.books)).toEqual([])
  spoiledOnPurpose(branch, 'a balance is another than its lines')
  branch.books.db.prepare('UPDATE balance SET credit_minor = 1 WHERE sub_account = ?').run(accounts[1])
  const [difference, ...others] = compareProjections(branch.books)
  expect(others).toEqual([])
  expect(difference).toMatchObject({
    table: 'balance',
    stored: { credit_minor: 1n },
    rebuilt: { credit_minor: 290_000n },
  })
  expect(difference?.key).toContain(accounts[1])
})

test('[V9] comparing leaves no trace in the file', () => {
  const branch = makeBranch()
  liveThroughDay(branch)
  compareProjections(branch.books)
  expect(branch.books.db.prepare('SELECT count(*) FROM temp.sqlite_schema').pluck().get()).toBe(0)
  expect(branch.books.db.inTransaction).toBe(false)
  expectBooksToBalance(branch)
})

test('[V9] spoiled projections, lines, tables and guards are made anew from the journal', () => {
  const branch = makeBranch()
  liveThroughDay(branch)
  unguarded(branch.books.db, db => db.exec(spoil))
  branch.books.db.exec('DROP TRIGGER record_balances')
  expect(verifyBooks(branch.books).isClean).toBe(false)
  const rebuilt = rebuildProjections(branch.books)
  const { counts } = expectBooksToBalance(branch)
  expect(rebuilt).toEqual({ ok: true, value: counts.records })
})

test('[V9] a journal that cannot be read is not rebuilt from, and nothing changes', () => {
  const branch = makeBranch()
  const { depositSeq } = liveThroughDay(branch)
  const kept = bytesOf(branch.books.db, depositSeq)
  unguarded(branch.books.db, db => {
    db.prepare('UPDATE record SET bytes = ? WHERE seq = ?').run(kept.subarray(1), depositSeq)
  })
  expect(rebuildProjections(branch.books)).toMatchObject({ ok: false, refusal: { type: 'record-unreadable' } })
  unguarded(branch.books.db, db => {
    db.prepare('UPDATE record SET bytes = ? WHERE seq = ?').run(kept, depositSeq)
  })
  expectBooksToBalance(branch)
})

test('[V9] a branch whose projections were rebuilt works on', () => {
  const branch = makeBranch()
  const { accounts } = liveThroughDay(branch)
  rebuildProjections(branch.books)
  branch.must('manager', { type: 'day.open', date: '2026-03-03' as never })
  branch.must('officer', {
    type: 'hold.place',
    accountId: accounts[0] ?? '',
    amountMinor: 100n,
    currency: 'KES',
    reason: 'other',
  })
  expectBooksToBalance(branch)
})
