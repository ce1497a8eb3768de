import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault } from '../../support/end-day.ts'

const KES = 'KES' as const

interface Step {
  readonly verb: 'place' | 'release' | 'capture' | 'day'
  readonly amount: bigint
  readonly which: number
  readonly lasts: number | null
}

const steps = fc.array(
  fc.record<Step>({
    verb: fc.constantFrom('place', 'release', 'capture', 'day'),
    amount: fc.bigInt(1n, 400_000n),
    which: fc.nat(5),
    lasts: fc.option(fc.nat(3)),
  }),
  { maxLength: 14 },
)

/** The naive truth: a balance, and a list of what is held until when. */
class Model {
  balance = 900_000n
  date = businessDate('2026-03-02')
  holds: { id: string; amount: bigint; expires: string | null; active: boolean }[] = []
  get held(): bigint {
    return this.holds.filter(({ active }) => active).reduce((sum, { amount }) => sum + amount, 0n)
  }
}

function play(branch: Branch, model: Model, accountId: string, { verb, amount, which, lasts }: Step): void {
  if (verb === 'day') {
    branch.must('officer', { type: 'day.close' })
    model.date = addDays(model.date, 1)
    branch.environment.setClock(`${model.date}T07:00:00.000Z`)
    branch.must('manager', { type: 'day.open', date: model.date })
    for (const hold of model.holds) if (hold.expires !== null && hold.expires < model.date) hold.active = false
    return
  }
  if (verb === 'place') {
    const expiresOn = lasts === null ? undefined : addDays(model.date, lasts)
    const command = { type: 'hold.place', accountId, amountMinor: amount, currency: KES, reason: 'other' } as const
    const done = branch.execute('officer', { ...command, ...(expiresOn ? { expiresOn } : {}) })
    expect(done.ok).toBe(amount <= model.balance - model.held)
    const id = done.ok ? (done.value.created.holdId ?? '') : ''
    if (done.ok) model.holds.push({ id, amount, expires: expiresOn ?? null, active: true })
    return
  }
  const hold = model.holds[which]
  if (!hold) return
  const command =
    verb === 'release'
      ? ({ type: 'hold.release', holdId: hold.id } as const)
      : ({
          type: 'hold.capture',
          holdId: hold.id,
          amountMinor: amount,
          target: { kind: 'ledger', account: '2270' },
        } as const)
  const done = branch.execute('officer', command, 'manager')
  expect(done.ok).toBe(hold.active && (verb === 'release' || amount <= hold.amount))
  if (!done.ok) return
  hold.active = false
  if (verb === 'capture') model.balance -= amount
}

test('[S8][S9][S10][G9] holds agree with a naive model, day by day', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(steps, history => {
      const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
      const { accountId, drawerId } = openForBusiness(branch)
      branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 900_000n, currency: KES })
      branch.must('officer', { type: 'drawer.close', drawerId, counted: [{ faceMinor: 100n, pieces: 29_000 }] })
      countVault(branch)
      const model = new Model()
      for (const step of history) {
        play(branch, model, accountId, step)
        expect(loadSavingsAccount(branch.books.db, accountId, null)).toMatchObject({
          balanceMinor: model.balance,
          heldMinor: model.held,
        })
        expect(ledgerBalances(branch.books.db, '2110')[0]).toMatchObject({
          pendingDebitMinor: model.held,
          pendingCreditMinor: 0n,
        })
      }
      expectBooksToBalance(branch)
      branch.books.close()
    }),
    { seed: 9, numRuns: 60 },
  )
})
