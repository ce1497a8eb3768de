import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../core/documents/read-document.ts'
import { rate } from '../../../core/money/rate.ts'
import type { EarlyClosure } from '../../../core/products/deposit-product.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { accountOf, closeDay, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const KES = 'KES'

/** An account under a product with 5,000.00 on it since 2 March; the officer's drawer is open on a later day. */
function heldUntil(date: string, product: Parameters<typeof openUnder>[2], terms: { termMonths?: number } = {}) {
  const branch = makeBranch()
  const { clientId, accountId: passbook } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, product, terms)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: KES })
  closeDay(branch)
  runNights(branch)
  openDay(branch, date)
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  return { branch, accountId, passbook }
}

const close = (branch: Branch, accountId: string, toAccountId?: string) =>
  branch.execute(
    'officer',
    {
      type: 'savings.close',
      accountId,
      payout: toAccountId === undefined ? { kind: 'drawer' } : { kind: 'account', toAccountId },
    },
    'manager',
  )

const passbook = { ...templateProduct('passbook'), minimumBalanceMinor: 100_000n, minimumOpeningMinor: 100_000n }

describe('[S21] closing an account', () => {
  test('[D23] posts its interest, takes its fee and pays out all that is left, below the minimum too', () => {
    const product = { ...passbook, fees: { incomeAccount: '4200', closingMinor: 1_000n } }
    const { branch, accountId } = heldUntil('2026-03-12', product)
    const closed = close(branch, accountId)
    // Ten days of 5,000.00 at 2 %: 273.97 cents.
    if (!closed.ok) throw new Error(closed.refusal.type)
    const { record } = closed.value
    const paper = readDocument(branch.books, branch.desk('officer'), { kind: 'receipt', record, locale: 'en' })
    expect(paper.ok && paper.value).toMatchObject({
      amountMinor: 499_274n,
      direction: 'out',
      balanceAfterMinor: 0n,
      settled: [{ description: 'interest', amountMinor: 274n }],
      fees: [{ kind: 'closing', amountMinor: 1_000n }],
    })
    expect(accountOf(branch, accountId)).toMatchObject({ status: 'closed', balanceMinor: 0n })
    expect(ledgerMinor(branch, '5100')).toBe(274n)
    expect(ledgerMinor(branch, '2210')).toBe(0n)
    expect(ledgerMinor(branch, '4200')).toBe(-1_000n)
    expect(ledgerMinor(branch, '1120')).toBe(2_000_000n - 499_274n)
    runNights(branch)
    liveOn(branch)
    expectBooksToBalance(branch)
  })

  test('pays to another account of the books, and is done once', () => {
    const { branch, accountId, passbook: target } = heldUntil('2026-03-12', passbook)
    expect(close(branch, accountId, target).ok).toBe(true)
    expect(accountOf(branch, target).balanceMinor).toBe(500_274n)
    expect(expectRefusal(close(branch, accountId, target), 'account-not-active').status).toBe('closed')
    const deposit = { type: 'savings.deposit', accountId, amountMinor: 1_000n, currency: KES } as const
    expectRefusal(branch.execute('officer', deposit), 'account-not-active')
    expectBooksToBalance(branch)
  })

  test('[S17][E7] pays the installment of a recurring deposit, which is then not asked for again, nor missed', () => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const from = openUnder(branch, clientId, plainCurrent())
    const product = { ...templateProduct('recurring'), fees: { incomeAccount: '4200' } }
    const target = openUnder(branch, clientId, product, { installmentMinor: 100_000n })
    const deposit = { type: 'savings.deposit', amountMinor: 100_000n, currency: KES } as const
    branch.must('officer', { ...deposit, accountId: from })
    expect(close(branch, from, target).ok).toBe(true)
    expect(accountOf(branch, target)).toMatchObject({ balanceMinor: 100_000n, installmentsPaid: 1 })
    expectRefusal(branch.execute('officer', { ...deposit, accountId: target }), 'installment-not-due')
    liveOn(branch)
    const { balanceMinor, feesOwedMinor, installmentsJudged } = accountOf(branch, target)
    expect({ balanceMinor, feesOwedMinor, installmentsJudged }).toEqual({
      balanceMinor: 100_000n,
      feesOwedMinor: 0n,
      installmentsJudged: 1,
    })
    expectBooksToBalance(branch)
  })

  test('is refused over what is held, what is owed, and cash that is not in the drawer', () => {
    const { branch, accountId, passbook: other } = heldUntil('2026-03-12', plainCurrent())
    const hold = branch.must('officer', {
      type: 'hold.place',
      accountId,
      amountMinor: 5_000n,
      currency: KES,
      reason: 'other',
    })
    expect(expectRefusal(close(branch, accountId), 'account-has-holds').heldMinor).toBe(5_000n)
    branch.must('officer', { type: 'hold.release', holdId: hold.created.holdId ?? '' })
    expectRefusal(close(branch, accountId, accountId), 'same-account')
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 2_000_000n, currency: KES })
    expect(other).not.toBe(accountId)
    const { drawerId } = branch.books.db
      .prepare<[], { drawerId: string }>('SELECT drawer_id AS drawerId FROM drawer WHERE closed_position IS NULL')
      .get() ?? { drawerId: '' }
    branch.must('officer', {
      type: 'cash.send',
      from: { kind: 'drawer', drawerId },
      to: { kind: 'vault' },
      currency: KES,
      counted: [{ faceMinor: 100_000n, pieces: 20 }],
    })
    expect(expectRefusal(close(branch, accountId), 'drawer-short').availableMinor).toBe(2_000_000n)
    expectBooksToBalance(branch)
  })

  test('is refused while the client owes the overdraft and what it has cost', () => {
    const overdraft = {
      limitMinor: 1_000_000n,
      annualPercent: rate('18'),
      principalAccount: '1270',
      receivableAccount: '1280',
      incomeAccount: '4120',
    }
    const { branch, accountId } = heldUntil('2026-03-12', plainCurrent({ overdraft, limits: {} }))
    branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 600_000n, currency: KES }, 'manager')
    closeDay(branch)
    runNights(branch)
    openDay(branch, '2026-03-13')
    branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    expect(expectRefusal(close(branch, accountId), 'account-overdrawn').owedMinor).toBe(100_049n)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 150_000n, currency: KES })
    expect(close(branch, accountId).ok).toBe(true)
    expect(ledgerMinor(branch, '1280')).toBe(0n)
    expect(ledgerMinor(branch, '4120')).toBe(-49n)
    expectBooksToBalance(branch)
  })
})

// Ten days at 2 %: of 5,000.00 273.97 cents, of 4,960.00 271.78.
test.each([
  [500_000n, 500_275n, 1n],
  [496_000n, 496_270n, -2n],
])(
  '[F11], [S21] where small coins are gone, %i with its interest is paid out as %i',
  (amountMinor, paidMinor, lost) => {
    const branch = makeBranch({ currency: 'CHF' })
    const { clientId } = openForBusiness(branch)
    const open = (name: string) => openUnder(branch, clientId, { ...passbook, currency: 'CHF', name })
    const [inCash, toAccount, target] = [open('one'), open('other'), open('empty')]
    const deposit = { type: 'savings.deposit', amountMinor, currency: 'CHF' } as const
    for (const accountId of [inCash, toAccount]) branch.must('officer', { ...deposit, accountId })
    closeDay(branch)
    runNights(branch)
    openDay(branch, '2026-03-12')
    branch.must('officer', { type: 'drawer.open', currency: 'CHF', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    const closed = close(branch, inCash)
    if (!closed.ok) throw new Error(closed.refusal.type)
    const { record } = closed.value
    const paper = readDocument(branch.books, branch.desk('officer'), { kind: 'receipt', record, locale: 'en' })
    expect(paper.ok && paper.value).toMatchObject({ amountMinor: paidMinor, direction: 'out', balanceAfterMinor: 0n })
    expect(ledgerMinor(branch, '1120')).toBe(2_000_000n - paidMinor)
    expect(ledgerMinor(branch, '4920')).toBe(lost)
    expect(close(branch, toAccount, target).ok).toBe(true)
    expect(accountOf(branch, target).balanceMinor).toBe(paidMinor - lost)
    expect(ledgerMinor(branch, '4920')).toBe(lost)
    expectBooksToBalance(branch)
  },
)

function liveOn(branch: Branch): void {
  closeDay(branch)
  runNights(branch)
  liveThrough(branch, '2026-04-02', '2026-04-02')
}

describe('[S22] a deposit that is closed before its maturity', () => {
  const fixed = { ...templateProduct('fixed'), dormancy: undefined }
  // 30 days of 5,000.00 at 7 %: 2,876.7 cents; at 4 %: 1,643.8.
  test.each<[EarlyClosure, bigint]>([
    [{ type: 'rate-reduced', points: rate('3') }, 1_644n],
    [{ type: 'rate-reduced', points: rate('9') }, 0n],
    [{ type: 'interest-forfeited', percent: rate('50') }, 1_438n],
    [{ type: 'interest-forfeited', percent: rate('100') }, 0n],
    [{ type: 'interest-forfeited', percent: rate('0') }, 2_877n],
  ])('keeps under %o %i of its interest', (earlyClosure, kept) => {
    const { branch, accountId } = heldUntil('2026-04-01', { ...fixed, earlyClosure }, { termMonths: 6 })
    expect(close(branch, accountId).ok).toBe(true)
    expect(ledgerMinor(branch, '1120')).toBe(2_000_000n - 500_000n - kept)
    expect(ledgerMinor(branch, '5100')).toBe(kept)
    expect(ledgerMinor(branch, '2210')).toBe(0n)
    expectBooksToBalance(branch)
  })

  test('keeps the same whether its close of business came so far or not', () => {
    const [behind, done] = [0, 1].map(() =>
      heldUntil(
        '2026-05-20',
        { ...fixed, earlyClosure: { type: 'rate-reduced', points: rate('3') } },
        { termMonths: 6 },
      ),
    )
    if (!behind || !done) throw new Error('two branches')
    runNights(done.branch)
    for (const { branch, accountId } of [behind, done]) expect(close(branch, accountId).ok).toBe(true)
    expect(ledgerMinor(behind.branch, '1120')).toBe(ledgerMinor(done.branch, '1120'))
    expect(ledgerMinor(behind.branch, '2210')).toBe(0n)
    expectBooksToBalance(behind.branch)
    expectBooksToBalance(done.branch)
  })
})
