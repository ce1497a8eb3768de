import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { journalAnswer } from '../../../core/query/journal-answer.ts'
import type { JournalRow } from '../../../core/query/journal-answers.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'

/** A day at the counter, and then 700 records of a few types, by two people, over forty days in no order. */
function longJournal(): Branch {
  const branch = makeBranch()
  liveThroughDay(branch)
  const first = businessDate('2026-03-20')
  for (let n = 0; n < 700; n++) {
    const type = n % 90 === 7 ? 'rare.happened' : n % 3 === 0 ? 'common.happened' : 'usual.happened'
    const actor = branch.desk(n % 130 === 3 ? 'auditor' : 'teller').staffId
    const date = addDays(first, (n * 11) % 40)
    appendCrafted(branch, { type, actor, businessDate: date, valueDate: date })
  }
  return branch
}

const branch = longJournal()

function readAll(text: string, limit: number): readonly JournalRow[] {
  const rows: JournalRow[] = []
  let before: number | undefined
  do {
    const answer = journalAnswer(branch.books.db, { text, limit, before })
    rows.push(...answer.rows)
    before = answer.next
  } while (before)
  return rows
}

const everything = readAll('', 200)

const filters: readonly (readonly [text: string, fits: (row: JournalRow) => boolean])[] = [
  ['rare', ({ type }) => type === 'rare.happened'],
  ['happened', ({ type }) => type.endsWith('happened')],
  ['savings.d', ({ type }) => type === 'savings.deposited'],
  ['ruth', ({ actorName }) => actorName === 'Ruth Achieng'],
  ['RÜTH ACHI', ({ actorName }) => actorName === 'Ruth Achieng'],
  ['mgr1', ({ actorName }) => actorName === 'Daniel Otieno'],
  ['2026-03-24', ({ businessDate }) => businessDate === '2026-03-24'],
  ['2026-04', ({ businessDate }) => businessDate.startsWith('2026-04')],
  ['٢٠٢٦-٠٤-٠١', ({ businessDate }) => businessDate === '2026-04-01'],
  ['2', ({ receipt, record }) => receipt === 2 || record.seq === 2],
  ['2026', () => true],
  ['nobody and nothing', () => false],
  ['%', () => false],
  ['_', () => false],
]

test.each(filters)('[Q5] "%s" finds exactly what fits, newest first, in pages of any size', (text, fits) => {
  const expected = everything.filter(fits)
  expect(readAll(text, 200)).toEqual(expected)
  expect(readAll(text, 3)).toEqual(expected)
})

test('[Q5] without a text the journal is listed whole', () => {
  const count = branch.books.db.prepare('SELECT count(*) FROM record').pluck().get()
  expect(everything).toHaveLength(Number(count))
  expect(readAll('  ', 7)).toEqual(everything)
  expectBooksToBalance(branch)
})

test('[W38] a reversal in the journal says what kind of operation it reversed', () => {
  const reversals = everything.filter(({ type }) => type === 'operation.reversed')
  expect(reversals.map(({ reversedType }) => reversedType)).toContain('savings.deposited')
  expect(everything.filter(row => row.type !== 'operation.reversed' && row.reversedType !== undefined)).toEqual([])
})
