import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordRef } from '../../../core/journal/record.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'

/** The naive ledger that the books are held against: three numbers and a list. */
class Model {
  balance = 0n
  held = 0n
  drawer = 2_000_000n
  readonly done: { record: RecordRef; amount: bigint; reversed: boolean }[] = []

  deposit(amount: bigint): string {
    if (this.balance === 0n && amount < 50_000n) return 'opening-below-minimum'
    return 'posted'
  }
  withdraw(amount: bigint): string {
    const free = this.balance - this.held - 50_000n
    if (amount > (free > 0n ? free : 0n)) return 'balance-below-minimum'
    return amount > this.drawer ? 'drawer-short' : 'posted'
  }
  reverse(which: number): string {
    const target = this.done[which]
    if (!target) return 'nothing'
    if (target.reversed) return 'already-reversed'
    if (target.amount > 0n && target.amount > this.balance - this.held) return 'balance-below-minimum'
    return target.amount > this.drawer ? 'drawer-short' : 'posted'
  }
  hold(amount: bigint): string {
    return amount > this.balance - this.held ? 'balance-below-minimum' : 'posted'
  }
}

type Step = {
  readonly verb: 'deposit' | 'withdraw' | 'reverse' | 'hold'
  readonly amount: bigint
  readonly which: number
}

const steps = fc.array(
  fc.record({
    verb: fc.constantFrom('deposit', 'withdraw', 'reverse', 'hold'),
    amount: fc.bigInt({ min: 1n, max: 900_000n }),
    which: fc.nat(6),
  }),
  { maxLength: 12 },
)

function play(branch: Branch, model: Model, accountId: string, { verb, amount, which }: Step): void {
  const cash = { accountId, amountMinor: amount, currency: 'KES' } as const
  if (verb === 'hold') {
    const result = branch.execute('officer', { type: 'hold.place', ...cash, reason: 'other' })
    expect(outcomeType(result)).toBe(model.hold(amount))
    if (result.ok) model.held += amount
    return
  }
  if (verb === 'reverse') {
    const target = model.done[which]
    if (!target) return
    const expected = model.reverse(which)
    const result = branch.execute('officer', { type: 'operation.reverse', record: target.record, reason: 'other' })
    expect(outcomeType(result)).toBe(expected)
    if (!result.ok) return
    target.reversed = true
    model.balance -= target.amount
    model.drawer -= target.amount
    return
  }
  const signed = verb === 'deposit' ? amount : -amount
  const result = branch.execute('officer', { type: `savings.${verb}`, ...cash })
  expect(outcomeType(result)).toBe(verb === 'deposit' ? model.deposit(amount) : model.withdraw(amount))
  if (!result.ok) return
  model.done.push({ record: result.value.record, amount: signed, reversed: false })
  model.balance += signed
  model.drawer += signed
}

test('[S3][S4][S6][S8][R2][R3] the books agree with a naive model, command by command', () => {
  fc.assert(
    fc.property(steps, history => {
      const branch = makeBranch()
      const { accountId } = openForBusiness(branch)
      const model = new Model()
      for (const step of history) {
        play(branch, model, accountId, step)
        const account = loadSavingsAccount(branch.books.db, accountId, null)
        expect([account?.balanceMinor, account?.heldMinor]).toEqual([model.balance, model.held])
      }
      expectBooksToBalance(branch)
      branch.books.close()
    }),
    { seed: 7, numRuns: 100 },
  )
})
