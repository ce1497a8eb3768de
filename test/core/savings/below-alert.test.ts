import { expect, test } from 'vitest'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { previewAnswer } from '../../../core/query/preview-answer.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const currency = 'KES' as const

const noticesOf = (branch: Branch, command: object) => {
  const asked: JournalCommand = journalCommandSchema.parse({ ...command, key: branch.environment.newId() })
  const answer = previewAnswer(branch.books, asked, loadContext(branch.books, branch.desk('officer')))
  return answer.effect?.notices?.map(({ beyond, limitMinor, owner }) => [beyond, limitMinor, owner.name]) ?? []
}

test('[S25] an operation that leaves an account below what its client wants to be told of says so, and is posted all the same', () => {
  const branch = makeBranch()
  const { accountId: other, clientId } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, plainCurrent({ alertBelowMinor: 100_000n }))
  const taking = (type: string, amountMinor: bigint) => ({ type, accountId, amountMinor, currency }) as const
  expect(noticesOf(branch, taking('savings.deposit', 99_999n))).toEqual([])
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 250_000n, currency })
  expect(noticesOf(branch, taking('savings.withdraw', 150_000n))).toEqual([])
  const told = [['below', 100_000n, 'Achieng Odhiambo']]
  expect(noticesOf(branch, taking('savings.withdraw', 150_001n))).toEqual(told)
  expect(noticesOf(branch, { ...taking('savings.transfer', 200_000n), toAccountId: other })).toEqual(told)
  expect(
    outcomeType(branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor: 200_000n, currency })),
  ).toBe('posted')
  expect(noticesOf(branch, taking('savings.withdraw', 1n))).toEqual(told)
  expect(noticesOf(branch, taking('savings.deposit', 1n))).toEqual([])
  expect(noticesOf(branch, { type: 'savings.close', accountId, payout: { kind: 'drawer' } })).toEqual([])
  expectBooksToBalance(branch)
})
