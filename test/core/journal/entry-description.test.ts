import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  type EntryDescription,
  entryDescriptions,
  entryMeaning,
  entryProse,
  entryWord,
  reversalOf,
  spellingsOf,
} from '../../../core/journal/entry-description.ts'
import { purposeEntries } from '../../../core/manual-journals/purposes.ts'
import { statementAnswer } from '../../../core/query/statement-answer.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { paidInFrom } from '../../../core/storage/close-of-business.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { fillBranch } from '../../support/filled-branch.ts'
import { executeAs, firstIssueFile } from '../../support/first-issue.ts'

/** As they stand in the signed bytes of a journal. */
const writtenIn = (db: Database): readonly string[] =>
  db
    .prepare(
      "SELECT DISTINCT json_extract(entry.value, '$.description') FROM record, json_each(CAST(bytes AS TEXT), '$.entries') AS entry",
    )
    .pluck()
    .all()
    .map(String)

const meant = (description: string): EntryDescription | undefined => entryMeaning(description)?.of

test('[J16] every entry of a branch where all has happened says what it is by a word of the list', () => {
  const { branch } = fillBranch()
  const written = writtenIn(branch.books.db)
  expect(written.length).toBeGreaterThan(5)
  for (const description of written) {
    const of = meant(description)
    expect([of, of && reversalOf(of)], description).toContain(description)
  }
})

test('[J16][X19] a word and the prose of the first issue mean the same, and any other text means nothing', () => {
  for (const word of entryDescriptions) {
    const [, mirror = '', prose = '', mirrorProse = ''] = spellingsOf(word)
    expect([word, prose].map(entryWord)).toEqual([word, word])
    expect([mirror, mirrorProse].map(entryMeaning)).toEqual([
      { of: word, isReversal: true },
      { of: word, isReversal: true },
    ])
    expect([word, mirror].map(entryProse)).toEqual([prose, mirrorProse])
  }
  expect(['Interest?', 'INTEREST', 'interest ', 'Reversal: ', 'reversal-reversal-interest'].map(entryMeaning)).toEqual(
    Array(5).fill(null),
  )
  expect(entryWord('Rent of March')).toBe('Rent of March')
  expect(entryProse('reversal-rent')).toBe('reversal-rent')
  expect(new Set(Object.values(purposeEntries)).size).toBe(Object.keys(purposeEntries).length)
})

test('[J15] the prose in records of the first issue is read by its word, and stays as it was signed', () => {
  const books = openBooks(firstIssueFile())
  if (!books.ok) throw new Error(books.refusal)
  const { db } = books.value
  const before = writtenIn(db)
  expect(before).toContain('Savings deposit')
  expect(before.filter(prose => !meant(prose))).toEqual(['From the future'])
  for (const prose of before) expect(entryProse(entryWord(prose))).toBe(prose)
  const deposit = db
    .prepare(
      "SELECT position, log_id AS log, seq, line.sub_account AS accountId, line.account FROM record JOIN log USING (log_no) JOIN line USING (position) WHERE type = 'savings.deposited' AND line.amount_minor < 0 AND own = 1 AND sub_account IN (SELECT account_id FROM savings_account WHERE status = 'active') ORDER BY position DESC",
    )
    .get() as { position: number; log: string; seq: number; accountId: string; account: string }
  const { accountId, log, seq } = deposit
  expect(recordByPosition(db, deposit.position)?.record.entries[0]?.description).toBe('savings-deposit')
  const shown = () => {
    const answer = statementAnswer(db, { accountId, limit: 50 })
    return answer.ok ? answer.value.rows : []
  }
  expect(shown().map(({ description }) => meant(description))).not.toContain(undefined)
  expect(shown().map(({ description }) => description)).toContain('savings-deposit')
  const paid = () => paidInFrom(db, { accountId, controlAccount: deposit.account, from: '2000-01-01' })
  const sum = () => paid().reduce((total, { amountMinor }) => total + amountMinor, 0n)
  const deposits = shown().filter(({ description }) => meant(description) === 'savings-deposit')
  expect(sum()).toBe(deposits.reduce((total, { amountMinor }) => total + amountMinor, 0n))
  const undone = executeAs(books.value, 'OFF1', {
    type: 'operation.reverse',
    record: { log, seq },
    reason: 'wrong-amount',
  })
  expect(undone.ok || undone.refusal.type).toBe(true)
  expect(shown()[0]?.description).toBe('reversal-savings-deposit')
  expect(sum()).toBe(
    shown()
      .filter(({ description }) => meant(description) === 'savings-deposit')
      .reduce((total, { amountMinor }) => total + amountMinor, 0n),
  )
  expect(writtenIn(db)).toEqual(expect.arrayContaining([...before, 'reversal-savings-deposit']))
  expectBooksToBalance({ books: books.value })
  books.value.close()
})
