import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { accountOf, closeDay, closesOf, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, templateProduct } from '../../support/products.ts'

const KES = 'KES'

/** 1,000.00 on compulsory savings that cost 30.00 a month, of which 990.00 are locked. */
function locked() {
  const branch = makeBranch()
  const { clientId, accountId: passbook } = openForBusiness(branch)
  const fees = { incomeAccount: '4200', maintenancePerMonthMinor: 3_000n }
  const product = { ...templateProduct('compulsory'), interest: undefined, dormancy: undefined, fees }
  const accountId = openUnder(branch, clientId, product)
  const on = { accountId, currency: KES } as const
  branch.must('officer', { type: 'savings.deposit', ...on, amountMinor: 100_000n })
  const hold = { type: 'hold.place', ...on, amountMinor: 99_000n, reason: 'guarantee' } as const
  return { branch, accountId, passbook, on, holdId: branch.must('officer', hold).created.holdId ?? '' }
}

test('[S24], [A47] nothing that the counter does takes locked savings out of the account', () => {
  const { branch, accountId, passbook, on, holdId } = locked()
  const out = { ...on, amountMinor: 1_001n }
  const withdrawn = branch.execute('officer', { type: 'savings.withdraw', ...out })
  expect(expectRefusal(withdrawn, 'balance-below-minimum').availableMinor).toBe(1_000n)
  const moved = branch.execute('officer', { type: 'savings.transfer', ...out, toAccountId: passbook })
  expectRefusal(moved, 'balance-below-minimum')
  const payout = { kind: 'drawer' } as const
  expectRefusal(branch.execute('officer', { type: 'savings.close', accountId, payout }), 'account-has-holds')
  expectRefusal(branch.execute('officer', { type: 'hold.release', holdId }), 'not-permitted')
  const capture = { type: 'hold.capture', holdId, amountMinor: 99_000n, target: payout } as const
  expectRefusal(branch.execute('officer', capture), 'not-permitted')
  branch.must('manager', { type: 'hold.release', holdId })
  branch.must('officer', { type: 'savings.withdraw', ...on, amountMinor: 100_000n })
  expectBooksToBalance(branch)
})

test('[S24] neither an order nor the fee of a month takes more than the 10.00 that are not locked', () => {
  const { branch, accountId, passbook, on } = locked()
  branch.must('officer', {
    type: 'standing-instruction.place',
    ...on,
    toAccountId: passbook,
    amountMinor: 50_000n,
    frequency: 'monthly',
    startsOn: businessDate('2026-03-05'),
    retryDays: 0,
  })
  closeDay(branch)
  liveThrough(branch, '2026-04-01', '2026-04-01')
  expect(closesOf(branch).find(({ step }) => step === 'instructions')).toMatchObject({
    instruction: { outcome: 'given-up', refusal: 'balance-below-minimum' },
  })
  expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 99_000n, feesOwedMinor: 2_000n })
  openDay(branch, '2026-04-02')
  closeDay(branch)
  runNights(branch)
  expect(accountOf(branch, accountId).balanceMinor).toBe(99_000n)
  expectBooksToBalance(branch)
})

test('[S24] an account of another kind is freed by who set the guarantee', () => {
  const { branch, passbook } = locked()
  const on = { accountId: passbook, currency: KES } as const
  branch.must('officer', { type: 'savings.deposit', ...on, amountMinor: 100_000n })
  const hold = { type: 'hold.place', ...on, amountMinor: 20_000n, reason: 'guarantee' } as const
  const holdId = branch.must('officer', hold).created.holdId ?? ''
  branch.must('officer', { type: 'hold.release', holdId })
  expectBooksToBalance(branch)
})
