import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const USD = 'USD' as const
/** At 129: the officer's 200,000.00 of cash in and 50,000.00 of cash out, to the cent. */
const mostIn = 155_038n
const mostOut = 38_759n

interface Counter {
  readonly branch: Branch
  readonly accountId: string
  readonly otherId: string
  readonly drawerId: string
}

/** The officer has a drawer of dollars and a client with two accounts in them. */
function dollarCounter(): Counter {
  const branch = makeBranch()
  const rates = { buy: rate('128.5'), mid: rate('129'), sell: rate('129.5') }
  branch.must('head-office', { type: 'rate.publish', currency: USD, from: businessDate('2026-03-02'), ...rates })
  const { clientId } = openForBusiness(branch)
  const opened = branch.must('officer', { type: 'drawer.open', currency: USD, counted: [] })
  const product = plainCurrent({ currency: USD })
  const [accountId, otherId] = [openUnder(branch, clientId, product), openUnder(branch, clientId, product)]
  return { branch, accountId, otherId, drawerId: opened.created.drawerId ?? '' }
}

const deposit = (accountId: string, amountMinor: bigint) =>
  ({ type: 'savings.deposit', accountId, amountMinor, currency: USD }) as const

test.each([
  [mostIn, 'posted'],
  [mostIn + 1n, 'approval-needed'],
])('[A65] a deposit of %s cents counts in the currency of the limit: %s', (amountMinor, expected) => {
  const { branch, accountId } = dollarCounter()
  expect(outcomeType(branch.execute('officer', deposit(accountId, amountMinor)))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  [mostOut, 'posted'],
  [mostOut + 1n, 'approval-needed'],
])('[A65] %s cents out of an account, in cash or into another: %s', (amountMinor, expected) => {
  const leaving = ({ accountId, otherId }: Counter) =>
    [
      { type: 'savings.withdraw', accountId, amountMinor, currency: USD },
      { type: 'savings.transfer', accountId, toAccountId: otherId, amountMinor, currency: USD },
    ] as const
  for (const place of [0, 1]) {
    const counter = dollarCounter()
    counter.branch.must('officer', deposit(counter.accountId, 100_000n))
    const command = leaving(counter)[place]
    if (!command) throw new Error('no such way')
    expect(outcomeType(counter.branch.execute('officer', command))).toBe(expected)
    expectBooksToBalance(counter.branch)
  }
})

test('[A65] a reversal counts the same way', () => {
  const { branch, accountId } = dollarCounter()
  const { record } = branch.must('officer', deposit(accountId, 100_000n))
  const reverse = { type: 'operation.reverse', record, reason: 'wrong-amount' } as const
  expect(expectRefusal(branch.execute('officer', reverse), 'approval-needed')).toMatchObject({
    limit: 'reversalMinor',
    amountMinor: 12_900_000n,
    currency: 'KES',
  })
  expectBooksToBalance(branch)
})

test('[A65][C10] a difference in dollars that arrived counts the same way', () => {
  const { branch, accountId, drawerId } = dollarCounter()
  branch.must('officer', deposit(accountId, 150_000n))
  const from = { kind: 'drawer', drawerId } as const
  const { transferId = '' } = branch.must('officer', {
    type: 'cash.send',
    from,
    to: { kind: 'vault' },
    currency: USD,
    counted: count([10_000n, 15]),
  }).created
  const received = (pieces: number) =>
    ({
      type: 'cash.receive',
      transferId,
      counted: count([10_000n, pieces]),
      discrepancy: 'lost',
      note: 'x',
    }) as const
  expect(expectRefusal(branch.execute('manager', received(5)), 'approval-needed')).toMatchObject({
    limit: 'drawerDifferenceMinor',
    amountMinor: 12_900_000n,
  })
  expectBooksToBalance(branch)
})

test('[A65] where there is no rate two people decide', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const overdraft = {
    limitMinor: 50_000n,
    annualPercent: rate('18'),
    principalAccount: '1270',
    receivableAccount: '1280',
    incomeAccount: '4120',
  }
  const euros = plainCurrent({ currency: 'EUR', overdraft })
  const [accountId, toAccountId] = [openUnder(branch, clientId, euros), openUnder(branch, clientId, euros)]
  branch.must('manager', { type: 'savings.set-overdraft', accountId, limitMinor: 1_000n })
  const transfer = { type: 'savings.transfer', accountId, toAccountId, amountMinor: 1n, currency: 'EUR' } as const
  expect(expectRefusal(branch.execute('officer', transfer), 'second-person-needed')).toMatchObject({
    amountMinor: 1n,
    currency: 'EUR',
  })
  expect(outcomeType(branch.execute('officer', transfer, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})
