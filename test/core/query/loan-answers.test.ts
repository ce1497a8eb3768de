import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import type { JournalCommand } from '../../../core/command/command.ts'
import type { LoanEffect } from '../../../core/command/outcome.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import type { Answers } from '../../../core/query/answers.ts'
import type { PreviewAnswer } from '../../../core/query/counter-answers.ts'
import type { Branch } from '../../support/branch.ts'
import { makeBranch } from '../../support/branch.ts'
import { entriesOf, nextDay } from '../../support/lent-books.ts'
import { approvedLoan, type LoanAsked, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
/** Recalculated by the day: what comes early, or late, changes what is owed. */
const recalculated: LoanAsked = {
  installments: 3,
  product: {
    schedule: {
      ...template.schedule,
      algorithm: 'progressive',
      share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
    },
    repayment: {
      ...template.repayment,
      recalculation: {
        rest: 'daily',
        advance: 'reduce-installment',
        compounding: 'none',
        lateInterest: 'every-period',
        payoff: 'to-the-day',
      },
    },
  },
}

function ask<T extends BooksQuery['type']>(
  { books, desk }: Branch,
  query: Extract<BooksQuery, { type: T }>,
): Answers[T] {
  const answer = answerQuery(books, desk('officer'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as Answers[T]
}

test('[L37][W67] a loan’s page has its plan and what may be done; its history what befell it and what that comes to now', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, clientId } = lending
  nextDay(lending, '2026-04-12')
  const wrong = repay(lending, 10_000n)
  branch.must('manager', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' })
  const loan = ask(branch, { type: 'loan', loanId })
  expect(loan).toMatchObject({ state: 'active', daysPastDue: 10, arrearsMinor: 361_755n, clientId, cycle: 1 })
  expect(loan.installments.map(({ dueOn }) => dueOn)).toEqual(['2026-04-02', '2026-05-02', '2026-06-02'])
  const history = ask(branch, { type: 'loan-history', loanId, limit: 50 })
  expect(
    history.rows.map(({ type, portions, reversedBy, undone }) => [
      type,
      portions?.interest,
      reversedBy !== undefined,
      undone?.type,
    ]),
  ).toEqual([
    ['operation.reversed', undefined, false, 'repaid'],
    ['loan.repaid', undefined, true, undefined],
    ['loan.disbursed', 0n, false, undefined],
  ])
  expect(loan.possible).toContain('repay')
  expect(ask(branch, { type: 'loans', of: { by: 'client', clientId }, limit: 10 }).map(one => one.loanId)).toEqual([
    loanId,
  ])
  expect(ask(branch, { type: 'loans', of: { by: 'officer' }, limit: 10 })[0]?.next?.dueOn).toBe('2026-04-02')
})

test('[L37] before it is paid out a loan’s page has the plan as it would be', () => {
  const { branch, loanId } = approvedLoan(makeBranch(), { installments: 3 })
  const loan = ask(branch, { type: 'loan', loanId })
  expect(loan.installments.map(({ due }) => due.interest)).toEqual([20_000n, 13_465n, 6_799n])
  expect([loan.state, loan.payoffMinor, loan.outstanding.principal]).toEqual(['approved', 0n, 0n])
})

test('[W67] a history comes page by page, and what a backdated repayment changed of interest stands with it', () => {
  const lending = paidOutLoan(makeBranch(), recalculated)
  const { branch, loanId } = lending
  nextDay(lending, '2026-04-02')
  repay(lending, 100_000n)
  nextDay(lending, '2026-04-20')
  const late = repay(lending, 500_000n, { valueDate: '2026-04-10' })
  const first = ask(branch, { type: 'loan-history', loanId, limit: 2 })
  expect(first.rows.map(({ entry }) => entry.type)).toEqual(['repaid', 'repaid'])
  const [newest] = first.rows
  const entry = entriesOf(branch, late).find(([word]) => word === 'loan-adjustment')
  const interest = entry?.find(line => line.startsWith('4100'))?.split(' ')[1] ?? '0'
  expect(newest?.adjusted?.interest ?? 0n).toBe(-BigInt(interest))
  expect(newest?.adjusted).toBeDefined()
  expect(first.rows[1]?.adjusted).toBeUndefined()
  const older = ask(branch, { type: 'loan-history', loanId, before: first.next ?? 0, limit: 2 })
  expect([older.rows.map(({ type }) => type), older.next]).toEqual([['loan.disbursed'], undefined])
})

test('[W67] thirty nights leave the page and the history of a loan as long as they were', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-03')
  const sizes = () => [
    ask(branch, { type: 'loan-history', loanId, limit: 50 }).rows.length,
    ask(branch, { type: 'loan', loanId }).installments.length,
  ]
  const before = sizes()
  nextDay(lending, '2026-04-01')
  expect(sizes()).toEqual(before)
})

function effectOn({ books, desk, environment }: Branch, role: Role, command: object): LoanEffect {
  const keyed = { key: environment.newId(), ...command } as JournalCommand
  const answer = answerQuery(books, desk(role), { type: 'preview', command: keyed }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  const { loan } = (answer.value as PreviewAnswer).effect ?? {}
  if (!loan) throw new Error('no effect on a loan')
  return loan
}

test('[W68] a preview says what an operation comes to on a loan, how it stands before and after, and both plans', () => {
  const approved = approvedLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = approved
  const from = { kind: 'drawer' } as const
  const paidOut = {
    type: 'loan.disburse',
    loanId,
    amountMinor: 1_000_000n,
    currency: branch.currency,
    to: from,
  } as const
  const [plan, real] = [effectOn(branch, 'officer', paidOut).before, effectOn(branch, 'officer', paidOut).after]
  expect([plan.state, plan.payoffMinor, real.state, real.outstanding.principal]).toEqual([
    'approved',
    0n,
    'active',
    1_000_000n,
  ])
  branch.must('officer', paidOut)
  nextDay(approved, '2026-04-02')
  const repayment = { type: 'loan.repay', loanId, amountMinor: 346_755n, currency: branch.currency, from } as const
  const moved = effectOn(branch, 'manager', { type: 'loan.reschedule', loanId, from: '2026-05-02', to: '2026-05-16' })
  expect([moved.before, moved.after].map(({ installments }) => installments.map(({ dueOn }) => dueOn))).toEqual([
    ['2026-04-02', '2026-05-02', '2026-06-02'],
    ['2026-04-02', '2026-05-16', '2026-06-16'],
  ])
  expect(branch.must('officer', repayment).type).toBe('loan.repaid')
})

test('[L38] what a person may not do with a loan, or not undo, is not offered to them', () => {
  const { branch, loanId } = paidOutLoan(makeBranch(), { installments: 3 })
  const charge = { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 5_000n, currency: 'KES' } as const
  const { record } = branch.must('manager', charge)
  const offered = (who: Role) => {
    const reader = { ...branch, desk: () => branch.desk(who) }
    return [ask(reader, { type: 'loan', loanId }).possible, ask(reader, { type: 'record', record }).reversible]
  }
  expect(offered('officer')).toEqual([['secure', 'release-security', 'disburse', 'repay', 'reverse'], false])
  const decided = ['charge', 'waive', 'reschedule', 'write-off']
  expect(offered('manager')).toEqual([['secure', 'release-security', 'disburse', 'repay', ...decided, 'reverse'], true])
  expect(offered('auditor')).toEqual([[], false])
})
