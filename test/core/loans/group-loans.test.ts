import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { planDeposits } from '../../../core/command/import/plan-deposits.ts'
import { parseInput } from '../../../core/engine/parse-input.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import type { Answers } from '../../../core/query/answers.ts'
import { accountByNumber, loanNumbered } from '../../../core/storage/account-by-number.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { nextDay } from '../../support/lent-books.ts'
import { draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions } = templateProduct('loan')
const drawer = { kind: 'drawer' } as const
const amount = { amountMinor: 1_000_000n, currency: 'KES' } as const
const ofGroup = { product: { conditions: { ...conditions, groupLateDaysMax: 3 } } }

function ask<T extends BooksQuery['type']>(
  { books, desk }: Branch,
  query: Extract<BooksQuery, { type: T }>,
): Answers[T] {
  const answer = answerQuery(books, desk('officer'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as Answers[T]
}

/** Three clients in a group that meets on Thursdays, and one who is not in it. */
function group() {
  const branch = makeBranch()
  const { clientId: first, accountId } = openForBusiness(branch)
  const [second, third, stranger] = ['Brenda', 'Chebet', 'Dorcas'].map((givenNames, place) => {
    const client = newClient({ givenNames, phone: `+25471100009${place}` })
    return branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  }) as [string, string, string]
  const formed = { type: 'group.form', name: 'Umoja', meetsOn: 'thursday', members: [first, second, third] } as const
  const { groupId = '', number = '' } = branch.must('officer', { ...formed, members: [...formed.members] }).created
  return { branch, first, second, third, stranger, accountId, groupId, number }
}

function paidOutTo({ branch, groupId }: ReturnType<typeof group>, clientId: string): string {
  const loanId = draftLoan(branch, clientId, { ...ofGroup, groupId })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  branch.must('officer', { type: 'loan.disburse', loanId, ...amount, to: drawer })
  return loanId
}

test('[L49] a group is formed of clients, is found by them, and who has a loan of it does not leave it', () => {
  const at = group()
  const { branch, first, second, third, stranger, groupId, number } = at
  expect(number.slice(0, 7)).toBe('G001-01')
  const summary = { groupId, number, name: 'Umoja', meetsOn: 'thursday', members: 3, formedOn: '2026-03-02' }
  expect(ask(branch, { type: 'groups', clientId: second, limit: 50 })).toEqual([summary])
  expect(ask(branch, { type: 'groups', clientId: stranger, limit: 50 })).toEqual([])
  const loanId = paidOutTo(at, first)
  const change = { type: 'group.change', groupId, name: 'Umoja' } as const
  const leaving = branch.execute('officer', { ...change, members: [second, third] })
  expect(expectRefusal(leaving, 'group-member-borrows').number).toBe(loanOf({ branch, loanId }).number)
  branch.must('officer', { ...change, members: [first, second, stranger] })
  expect(ask(branch, { type: 'groups', clientId: third, limit: 50 })).toEqual([])
  const unknown = { ...change, groupId: stranger, members: [first, second] }
  expectRefusal(branch.execute('officer', unknown), 'group-unknown')
  expectBooksToBalance(branch)
})

test('[L49] a loan for a group is its member’s, is asked for where the product is for groups, and the others stand for it', () => {
  const { branch, first, second, third, stranger, groupId } = group()
  const product = { conditions: { ...conditions, groupLateDaysMax: 0, guarantorsMin: 2 } }
  const asking = (over: object) => {
    try {
      return draftLoan(branch, first, { product, ...over })
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  const alone = asking({})
  const missing = expectRefusal(branch.execute('officer', { type: 'loan.submit', loanId: alone }), 'guarantors-missing')
  expect(missing.given).toBe(0)
  const loanId = asking({ groupId })
  expect(outcomeType(branch.execute('officer', { type: 'loan.submit', loanId }))).toBe('posted')
  const { jointly } = ask(branch, { type: 'loan-security', loanId })
  expect(jointly.map(({ clientId }) => clientId)).toEqual([second, third])
  expect(ask(branch, { type: 'loan-security', loanId: alone }).jointly).toEqual([])
  expect(() => draftLoan(branch, stranger, { product, groupId })).toThrow('not-a-member')
  const without = draftLoan(branch, first, ofGroup)
  const refused = expectRefusal(branch.execute('officer', { type: 'loan.submit', loanId: without }), 'field-invalid')
  expect([refused.field, refused.rule]).toEqual(['groupId', 'missing'])
  expectBooksToBalance(branch)
})

test('[L49] nobody of a group gets a loan while another is later than the product bears, and it says who and how much', () => {
  const at = group()
  const { branch, first, second, groupId } = at
  const late = paidOutTo(at, first)
  const [loanId, other] = [1, 2].map(() => draftLoan(branch, second, { ...ofGroup, groupId })) as [string, string]
  nextDay({ branch }, '2026-04-05')
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  nextDay({ branch }, '2026-04-06')
  const disburse = { type: 'loan.disburse', loanId, ...amount, to: drawer } as const
  const { dueMinor } = dueOf(branch, groupId)
  const stands = { number: loanOf({ branch, loanId: late }).number, days: 4, amountMinor: dueMinor }
  const refusals = [
    branch.execute('officer', disburse),
    branch.execute('officer', { type: 'loan.submit', loanId: other }),
  ]
  for (const refused of refusals) expect(expectRefusal(refused, 'group-in-arrears')).toMatchObject(stands)
  branch.must('officer', { type: 'loan.repay', loanId: late, amountMinor: dueMinor, currency: 'KES', from: drawer })
  branch.must('officer', disburse)
  expectBooksToBalance(branch)
})

function dueOf(branch: Branch, groupId: string) {
  const { loans } = ask(branch, { type: 'group-loans', groupId })
  return { dueMinor: loans.find(one => one.arrearsMinor > 0n)?.dueMinor ?? 0n }
}

test('[L49] a group answers with its loans and what it owes, and its sheet is collected loan by loan and account by account', () => {
  const at = group()
  const { branch, first, second, third, accountId, groupId } = at
  const loanId = paidOutTo(at, second)
  const approved = draftLoan(branch, third, { ...ofGroup, groupId })
  branch.must('officer', { type: 'loan.submit', loanId: approved })
  branch.must('manager', { type: 'loan.approve', loanId: approved })
  nextDay(at, '2026-04-02')
  const answer = ask(branch, { type: 'group-loans', groupId })
  expect(answer).toMatchObject({ owed: [amount], undrawn: [amount], asOf: '2026-04-02' })
  expect(answer.loans.map(({ state, daysPastDue }) => [state, daysPastDue])).toEqual([
    ['approved', 0],
    ['active', 0],
  ])
  const sheet = ask(branch, { type: 'group-collection', groupId })
  const { number } = loanOf({ branch, loanId })
  const [savings, loan] = [sheet[0], sheet[1]]
  expect(sheet.map(({ clientId, kind, accountNumber }) => [clientId, kind, accountNumber])).toEqual([
    [first, 'savings', accountByNumberOf(branch, accountId)],
    [second, 'loan', number],
  ])
  const rows = [[savings?.accountNumber ?? '', '700.00'] as const, [number, `${Number(loan?.dueMinor) / 100}`] as const]
  const commands = collect(branch, rows)
  expect(commands.map(command => outcomeType(branch.execute('officer', command as never)))).toEqual([
    'posted',
    'posted',
  ])
  expect(ask(branch, { type: 'group-collection', groupId }).filter(({ kind }) => kind === 'loan')).toEqual([])
  expect(collect(branch, rows).map(({ key }) => key)).toEqual(commands.map(({ key }) => key))
  expectBooksToBalance(branch)
})

const accountByNumberOf = ({ books: { db } }: Branch, accountId: string): string =>
  db.prepare<[string], string>('SELECT number FROM savings_account WHERE account_id = ?').pluck().get(accountId) ?? ''

/** The commands of a list with a number and an amount in each row. */
function collect({ books: { db }, desk }: Branch, rows: readonly (readonly [string, string])[]) {
  const planned = planDeposits({
    table: {
      columns: ['Account', 'Amount'],
      rows: rows.map((cells, place) => ({ row: place + 2, cells: [...cells] })),
    },
    spec: {
      kind: 'deposits',
      name: 'Umoja',
      mapping: { savingsAccount: 0, amount: 1 },
      formats: { dateOrder: 'ymd', decimalMark: '.' },
    },
    log: desk('officer').log.logId,
    country: 'KE',
    currency: 'KES',
    products: [],
    clientOf: () => null,
    accountNumbered: number => accountByNumber(db, number),
    loanNumbered: number => loanNumbered(db, number),
    parse: parseInput,
  })
  return [...planned].flat().flatMap(({ steps, refusal }) => {
    if (refusal) throw new Error(refusal.type)
    return steps.map(step => step({}))
  })
}

test('[P10][L23] where the centre meets on another day, a loan goes over to it with one move, and a new one begins with it', () => {
  const at = group()
  const { branch, first, second, third, groupId } = at
  const template = templateProduct('loan')
  const weekly = {
    frequencies: [{ every: 1, unit: 'weeks', installments: { min: 1, max: 52, default: 4 } }],
    dueDates: { restDays: 'leave', onCentreDay: true, firstAfterDays: { min: 7, max: 21 } },
  } as const
  const product = { ...ofGroup.product, schedule: template.schedule, ...weekly, frequencies: [...weekly.frequencies] }
  const lent = (clientId: string): string => {
    const loanId = draftLoan(branch, clientId, { product, groupId, installments: 4 })
    branch.must('officer', { type: 'loan.submit', loanId })
    branch.must('manager', { type: 'loan.approve', loanId })
    branch.must('officer', { type: 'loan.disburse', loanId, ...amount, to: drawer })
    return loanId
  }
  const due = (loanId: string) =>
    branch.books.db.prepare('SELECT due_on FROM loan_installment WHERE loan_id = ? ORDER BY due_on').pluck().all(loanId)
  const loanId = lent(first)
  expect(due(loanId)).toEqual(['2026-03-12', '2026-03-19', '2026-03-26', '2026-04-02'])
  branch.must('officer', {
    type: 'group.change',
    groupId,
    name: 'Umoja',
    meetsOn: 'monday',
    members: [first, second, third],
  })
  const [from, to] = [businessDate('2026-03-19'), businessDate('2026-03-23')]
  branch.must('manager', { type: 'loan.reschedule', loanId, from, to })
  expect(due(loanId)).toEqual(['2026-03-12', '2026-03-23', '2026-03-30', '2026-04-06'])
  expect(due(lent(second))).toEqual(['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'])
  expectBooksToBalance(branch)
})
