import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { accountOf, closeDay, ledgerMinor, liveThrough, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

/** At 7 percent a year of 365 days, posted at maturity, less 3 points where it is closed before. */
const fixed = () => ({ ...templateProduct('fixed'), minimumOpeningMinor: 0n })

const recurring = () => {
  const product = templateProduct('recurring')
  const installment = { ...product.installment, minimumMinor: 100n, missedFeeMinor: 100n }
  return { ...product, atMaturity: 'wait', installment } as const
}

interface Given {
  readonly branch: Branch
  readonly clientId: string
}

const opened = (): Given => {
  const branch = makeBranch()
  return { branch, clientId: openForBusiness(branch).clientId }
}

const takeOver = (branch: Branch, accountId: string, over: object) =>
  branch.execute('head-office', { type: 'savings.take-over', accountId, currency: 'KES', ...over } as never, 'manager')

const term = { termFrom: businessDate('2025-03-12'), maturesOn: businessDate('2026-03-12') }

describe('[N14] a fixed deposit', () => {
  const takenOver = () => {
    const { branch, clientId } = opened()
    const accountId = openUnder(branch, clientId, fixed())
    const done = takeOver(branch, accountId, { amountMinor: 1_000_000n, interestMinor: 67_890n, ...term })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return { branch, clientId, accountId, record: done.value.record }
  }

  test('goes on with its term and its interest, which is posted at maturity as one sum', () => {
    const { branch, accountId } = takenOver()
    expect(ledgerMinor(branch, '3900')).toBe(1_067_890n)
    closeDay(branch)
    runNights(branch)
    liveThrough(branch, '2026-03-03', '2026-03-12')
    const account = accountOf(branch, accountId)
    expect(account).toMatchObject({ termFrom: '2025-03-12', maturesOn: '2026-03-12', balanceMinor: 1_069_808n })
    expect(ledgerMinor(branch, '3900')).toBe(1_067_890n)
    expectBooksToBalance(branch)
  })

  test('that is closed early loses of the interest of before what its product says', () => {
    const { branch, accountId, clientId } = takenOver()
    const passbook = openUnder(branch, clientId, plainCurrent())
    const payout = { kind: 'account', toAccountId: passbook } as const
    const closed = branch.must('officer', { type: 'savings.close', accountId, payout }, 'manager')
    expect(closed.balances.find(({ subAccount }) => subAccount === passbook)?.afterMinor).toBe(1_038_794n)
    expectBooksToBalance(branch)
  })

  test('that is reversed leaves nothing behind and can be taken over again', () => {
    const { branch, accountId, record } = takenOver()
    branch.must('head-office', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
    expect(ledgerMinor(branch, '3900')).toBe(0n)
    expect(takeOver(branch, accountId, { amountMinor: 500_000n, ...term }).ok).toBe(true)
    expectBooksToBalance(branch)
  })
})

test('[N14][S17][E7] a recurring deposit goes on with the installments that were paid, and only later ones are missed', () => {
  const { branch, clientId } = opened()
  const accountId = openUnder(branch, clientId, recurring(), { installmentMinor: 20_000n })
  const said = { termFrom: businessDate('2025-12-05'), maturesOn: businessDate('2026-12-05') }
  const done = takeOver(branch, accountId, { amountMinor: 60_250n, paidInMinor: 60_000n, ...said })
  expect(done.ok).toBe(true)
  expect(accountOf(branch, accountId)).toMatchObject({ installmentsPaid: 3, installmentsJudged: 2 })
  closeDay(branch)
  runNights(branch)
  liveThrough(branch, '2026-03-03', '2026-04-05')
  expect(accountOf(branch, accountId)).toMatchObject({
    installmentsPaid: 3,
    installmentsJudged: 4,
    balanceMinor: 60_150n,
  })
  expectBooksToBalance(branch)
})

test.each([
  ['a term of a product that has none', 'current', term, 'termFrom not-allowed'],
  ['a term without its end', 'fixed', { termFrom: term.termFrom }, 'maturesOn missing'],
  ['a term that has not begun', 'fixed', { ...term, termFrom: businessDate('2026-03-03') }, 'termFrom in-the-future'],
  ['a term that is over', 'fixed', { ...term, maturesOn: businessDate('2026-03-02') }, 'maturesOn in-the-past'],
  ['installments of a fixed deposit', 'fixed', { ...term, paidInMinor: 5n }, 'paidInMinor not-allowed'],
] as const)('[N14] %s is refused', (_what, kind, over, expected) => {
  const { branch, clientId } = opened()
  const product = kind === 'fixed' ? fixed() : plainCurrent()
  const accountId = openUnder(branch, clientId, product)
  const refusal = expectRefusal(takeOver(branch, accountId, { amountMinor: 1_000n, ...over }), 'field-invalid')
  expect(`${refusal.field} ${refusal.rule}`).toBe(expected)
  expectBooksToBalance(branch)
})
