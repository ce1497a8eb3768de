import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { loanOf } from '../support/loans.ts'
import { anyChoices, anyTerms, expectPage, type Game, newGame, pageOf, take, turnTo } from './model/loan-game.ts'

/** What stands in the ledger, account by account and sub-account by sub-account, but for where the cash lies; what came back to nothing is not there. */
const ledgerOf = ({ branch }: Game): readonly unknown[] =>
  branch.books.db
    .prepare(
      `SELECT account, sub_account, currency, debit_minor - credit_minor AS minor FROM balance
       WHERE debit_minor <> credit_minor AND account NOT LIKE '11%' ORDER BY account, sub_account, currency`,
    )
    .all()

/** All that is kept of the loan besides what befell it. */
const keptOf = ({ branch }: Game): readonly unknown[] => [
  branch.books.db
    .prepare(
      `SELECT status, dates, disbursed_on, booked, principal_minor, interest_minor, fees_minor, penalties_minor, overpaid_minor,
       oldest_due_on, oldest_due_minor FROM loan`,
    )
    .all(),
  branch.books.db.prepare('SELECT * FROM loan_installment').all(),
]

function finish(...games: readonly Game[]): void {
  for (const { branch } of games) {
    expectBooksToBalance(branch)
    branch.books.close()
  }
}

/** Takes back what stands, the newest first. */
function reverseAll({ sheet, records, branch }: Game): void {
  for (const line of sheet.standing.toReversed()) {
    const record = records.get(line)
    if (!record) throw new Error('what stands was recorded')
    branch.must('manager', { type: 'operation.reverse', record, reason: 'other' }, 'head-office')
    line.isStruck = true
  }
}

test('[L38] whatever befell a loan: all of it reversed, the loan and the books are as they were before the money was paid out', () => {
  fc.assert(
    fc.property(anyTerms, anyChoices, (terms, choices) => {
      const game = newGame(terms)
      const [ledger, kept] = [ledgerOf(game), keptOf(game)]
      for (const choice of choices) take(game, choice)
      reverseAll(game)
      expect(ledgerOf(game)).toEqual(ledger)
      expect(keptOf(game)).toEqual(kept)
      expectPage(game)
      finish(game)
    }),
    { seed: 20260302, numRuns: 10 },
  )
})

test('[L22] whatever befell a loan: who pays what it says pays it off owes nothing, and has overpaid nothing', () => {
  fc.assert(
    fc.property(anyTerms, anyChoices, fc.integer({ min: 1, max: 60 }), (terms, choices, days) => {
      const game = newGame(terms)
      for (const choice of choices) if (choice.deed !== 'write-off') take(game, choice)
      turnTo(game, addDays(businessDate(game.today), days), true)
      const { branch, loanId, accountId } = game
      const { payoffMinor, state } = pageOf(game)
      if (state === 'active') {
        const from = { kind: 'savings', accountId } as const
        const payment = {
          type: 'loan.repay',
          loanId,
          amountMinor: payoffMinor,
          currency: branch.currency,
          from,
        } as const
        branch.must('manager', payment, 'head-office')
        expect(pageOf(game)).toMatchObject({
          state: 'paid-off',
          outstanding: { principal: 0n, interest: 0n, fees: 0n, penalties: 0n },
          overpaidMinor: 0n,
          payoffMinor: 0n,
        })
        expect(ledgerOf(game).filter(row => JSON.stringify(row).includes(loanId))).toEqual([])
      }
      finish(game)
    }),
    { seed: 20260302, numRuns: 10 },
  )
})

test('[L11] repayments that are entered late, in any order, come to what they would have come to in their time', () => {
  const anyPayment = fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    /** Of the principal: all of them together pay no loan off. */
    thousandths: fc.bigInt({ min: 1n, max: 190n }),
  })
  fc.assert(
    fc.property(anyTerms, fc.array(anyPayment, { minLength: 1, maxLength: 5 }), fc.nat(), (terms, payments, turn) => {
      const [inTime, late] = [newGame(terms), newGame(terms)]
      for (const game of [inTime, late]) take(game, { deed: 'disburse', amount: 1n, isExact: true, number: 0, back: 0 })
      const dated: { readonly amountMinor: bigint; readonly valueDate: string }[] = []
      for (const { days, thousandths } of payments) {
        const amountMinor = (terms.principal * thousandths) / 1_000n
        const day = addDays(businessDate(inTime.today), days + 1)
        turnTo(inTime, day, false)
        dated.push({ amountMinor, valueDate: day })
        pay(inTime, amountMinor, day)
      }
      turnTo(late, inTime.today, false)
      for (const place of dated.keys()) {
        const one = dated[(place + turn) % dated.length]
        if (one) pay(late, one.amountMinor, one.valueDate)
      }
      const [one, other] = [pageOf(inTime), pageOf(late)]
      expect(other.installments).toEqual(one.installments)
      expect(other.arrearsMinor).toBe(one.arrearsMinor)
      expect(loanOf(late).booked).toEqual(loanOf(inTime).booked)
      finish(inTime, late)
    }),
    { seed: 20260302, numRuns: 8 },
  )
})

function pay(game: Game, amountMinor: bigint, valueDate: string): void {
  const { branch, loanId, accountId } = game
  const from = { kind: 'savings', accountId } as const
  const { currency } = branch
  const payment = {
    type: 'loan.repay',
    loanId,
    amountMinor,
    currency,
    from,
    valueDate: businessDate(valueDate),
  } as const
  branch.must('manager', payment, 'head-office')
}

test('[L2] the same loan some whole years later falls due on the same days and comes to the same', () => {
  fc.assert(
    fc.property(anyTerms, fc.constantFrom(1, 3), (terms, years) => {
      const [now, then] = [newGame(terms), newGame(terms)]
      turnTo(then, `${2026 + years}-03-02`, false)
      const [one, other] = [now, then].map(game => {
        take(game, { deed: 'disburse', amount: 1n, isExact: true, number: 0, back: 0 })
        return pageOf(game).installments
      })
      const shifted = one?.map(({ dueOn, from, ...row }) => ({
        ...row,
        dueOn: later(dueOn, years),
        from: later(from, years),
      }))
      expect(other).toEqual(shifted)
      finish(now, then)
    }),
    { seed: 20260302, numRuns: 8 },
  )
})

const later = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
