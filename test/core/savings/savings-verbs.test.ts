import { expect, test } from 'vitest'
import { checkDigit, readableNumber } from '../../../core/ledger/check-digit.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const

function withBalance(amountMinor: bigint): { branch: Branch; accountId: string } {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  return { branch, accountId }
}

test.each([
  //  first deposit (minor units)   outcome
  [49_999n, 'opening-below-minimum'],
  [50_000n, 'posted'],
  [20_000_001n, 'approval-needed'],
  [500_000_000n, 'approval-needed'],
  [500_000_001n, 'amount-above-maximum'],
])('[S3][A2] a first deposit of %s gives %s', (amountMinor, expected) => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  expect(
    outcomeType(branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })),
  ).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  //  withdrawn from 10,000.00     outcome; the minimum balance is 500.00
  [950_000n, 'posted'],
  [950_001n, 'balance-below-minimum'],
])('[S4] a withdrawal of %s from 10,000.00 gives %s', (amountMinor, expected) => {
  const { branch, accountId } = withBalance(1_000_000n)
  expect(
    outcomeType(branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor, currency: KES })),
  ).toBe(expected)
  expectBooksToBalance(branch)
})

test('[S4] the refusal says what can be paid out, and that amount is then paid', () => {
  const { branch, accountId } = withBalance(174_000n)
  const tooMuch = branch.execute('officer', {
    type: 'savings.withdraw',
    accountId,
    amountMinor: 174_000n,
    currency: KES,
  })
  const { availableMinor, minimumMinor } = expectRefusal(tooMuch, 'balance-below-minimum')
  expect([availableMinor, minimumMinor]).toEqual([124_000n, 50_000n])
  const paid = branch.must('officer', {
    type: 'savings.withdraw',
    accountId,
    amountMinor: availableMinor,
    currency: KES,
  })
  expect(paid.balances.find(({ subAccount }) => subAccount === accountId)?.afterMinor).toBe(50_000n)
  expectBooksToBalance(branch)
})

test('[S5] the daily limit counts the whole day, and a reversed withdrawal gives its amount back', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 20_000_000n, currency: KES })
  const withdraw = (amountMinor: bigint) =>
    branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor, currency: KES }, 'manager')
  const first = branch.must(
    'officer',
    { type: 'savings.withdraw', accountId, amountMinor: 6_000_000n, currency: KES },
    'manager',
  )
  expect(expectRefusal(withdraw(4_000_001n), 'daily-limit-exceeded').remainingMinor).toBe(4_000_000n)
  branch.must('officer', { type: 'operation.reverse', record: first.record, reason: 'entered-twice' }, 'manager')
  expect(outcomeType(withdraw(9_999_999n))).toBe('posted')
  expect(expectRefusal(withdraw(2n), 'daily-limit-exceeded').remainingMinor).toBe(1n)
  expect(outcomeType(withdraw(1n))).toBe('posted')
  expect(expectRefusal(withdraw(1n), 'daily-limit-exceeded').remainingMinor).toBe(0n)
  expectBooksToBalance(branch)
})

test('[S6] cash is not paid out of a drawer that does not hold it, nor without a drawer', () => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 4_000_000n, currency: KES })
  branch.must('officer', { type: 'drawer.close', drawerId, counted: [{ faceMinor: 100_000n, pieces: 60 }] })
  const withdraw = { type: 'savings.withdraw', accountId, amountMinor: 3_000_000n, currency: KES } as const
  expectRefusal(branch.execute('officer', withdraw), 'drawer-not-open')
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 10 }] })
  expect(expectRefusal(branch.execute('officer', withdraw), 'drawer-short').availableMinor).toBe(1_000_000n)
  const ofAll = (amountMinor: bigint) => branch.execute('officer', { ...withdraw, amountMinor })
  expect(expectRefusal(ofAll(1_000_001n), 'drawer-short').availableMinor).toBe(1_000_000n)
  expect(outcomeType(ofAll(1_000_000n))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[S2] another currency is refused', () => {
  const { branch, accountId } = withBalance(1_000_000n)
  const other = branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor: 100n, currency: 'USD' })
  expect(expectRefusal(other, 'currency-differs').expected).toBe(KES)
  expectBooksToBalance(branch)
})

test('[S8] a hold lowers what is available, moves nothing, and is released once', () => {
  const { branch, accountId } = withBalance(1_000_000n)
  const hold = (amountMinor: bigint) =>
    branch.execute('officer', { type: 'hold.place', accountId, amountMinor, currency: KES, reason: 'guarantee' })
  expect(expectRefusal(hold(1_000_001n), 'balance-below-minimum').availableMinor).toBe(1_000_000n)
  const placed = branch.must('officer', {
    type: 'hold.place',
    accountId,
    amountMinor: 400_000n,
    currency: KES,
    reason: 'guarantee',
  })
  expect(placed.balances).toEqual([])
  const withdraw = { type: 'savings.withdraw', accountId, amountMinor: 900_000n, currency: KES } as const
  expect(expectRefusal(branch.execute('officer', withdraw), 'balance-below-minimum').availableMinor).toBe(550_000n)
  const release = { type: 'hold.release', holdId: placed.created.holdId ?? '' } as const
  branch.must('officer', release)
  expectRefusal(branch.execute('officer', release), 'hold-not-active')
  expect(outcomeType(branch.execute('officer', withdraw))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[S7] an account has a readable number that notices a mistyped digit', () => {
  expect(checkDigit('7992739871')).toBe(3)
  const number = readableNumber('S', '001', '01', 12)
  expect(number).toBe('S001-01-00012-3')
  const digits = number.replace(/\D/g, '')
  for (let place = 0; place < digits.length - 1; place++)
    for (let other = 0; other < 10; other++) {
      const typed = digits.slice(0, place) + other + digits.slice(place + 1)
      if (typed !== digits) expect(checkDigit(typed.slice(0, -1))).not.toBe(Number(typed.at(-1)))
    }
})

test.each(['passbook-savings', 'basic-savings', 'compulsory-savings', 'current-account'])(
  '[S7] an account opens under the product %s',
  productId => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const { created } = branch.must('officer', { type: 'savings.open', clientId, productId })
    expect(created.number).toMatch(/^S001-01-0000\d-\d$/)
    expectRefusal(
      branch.execute('officer', { type: 'savings.open', clientId, productId: 'no-such-product' }),
      'product-unknown',
    )
    expectBooksToBalance(branch)
  },
)

test('[S1] nothing is posted to an unknown account', () => {
  const { branch } = withBalance(1_000_000n)
  const accountId = '0190a000-0000-7000-8000-00000000000b'
  expectRefusal(
    branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor: 1n, currency: KES }),
    'account-unknown',
  )
  expectBooksToBalance(branch)
})

test("[A47] a court's hold is released by a manager, not at the counter", () => {
  const { branch, accountId } = withBalance(1_000_000n)
  const hold = { type: 'hold.place', accountId, amountMinor: 400_000n, currency: KES, reason: 'court-order' } as const
  const holdId = branch.must('officer', hold).created.holdId ?? ''
  expectRefusal(branch.execute('officer', { type: 'hold.release', holdId }), 'not-permitted')
  expect(outcomeType(branch.execute('manager', { type: 'hold.release', holdId }))).toBe('posted')
  expectBooksToBalance(branch)
})
