import { expect, test } from 'vitest'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { JournalAnswer } from '../../../core/query/journal-answers.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const KES = 'KES' as const

test('[Q8] a hold that is placed or released stands in the journal with its amount, though no money moves', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const of = { accountId, currency: KES }
  branch.must('officer', { type: 'savings.deposit', ...of, amountMinor: 900_000n })
  const placed = branch.must('officer', { type: 'hold.place', ...of, amountMinor: 125_000n, reason: 'dispute' })
  branch.must('manager', { type: 'hold.release', holdId: placed.created.holdId ?? '' })
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'journal', limit: 3 }, [])
  const { rows } = answer.ok ? (answer.value as JournalAnswer) : { rows: [] }
  expect(rows.map(({ type, amountMinor, currency }) => [type, amountMinor, currency])).toEqual([
    ['hold.released', 125_000n, KES],
    ['hold.placed', 125_000n, KES],
    ['savings.deposited', 900_000n, KES],
  ])
  expectBooksToBalance(branch)
})
