import { expect, test } from 'vitest'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'

test('[V1] the books of a realistic day have no finding', () => {
  const branch = makeBranch()
  liveThroughDay(branch)
  const { counts, logs } = expectBooksToBalance(branch)
  expect(counts.records).toBe(logs[0]?.seq)
})
