import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import type { Answers } from '../../../core/query/answers.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { nextDay } from '../../support/lent-books.ts'
import { approvedLoan, draftLoan, loanOf, paidOutLoan } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

function ask<T extends BooksQuery['type']>(
  { books, desk }: Branch,
  query: Extract<BooksQuery, { type: T }>,
  who: Parameters<Branch['desk']>[0] = 'officer',
): Answers[T] {
  const answer = answerQuery(books, desk(who), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as Answers[T]
}

const { conditions } = templateProduct('loan')

test('[W62] an application that waits says who handed it in, who approved it, how many have to, and what stands against whom', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const product = { conditions: { ...conditions, approvalLevels: [{ people: 2 }] } }
  const loanId = draftLoan(branch, clientId, { product })
  expect(ask(branch, { type: 'loan-applications', limit: 10 }, 'manager')).toEqual([])
  branch.must('teller', { type: 'loan.submit', loanId })
  const waiting = (who: 'manager' | 'officer' | 'head-office') =>
    ask(branch, { type: 'loan-applications', limit: 10 }, who).map(({ approvedBy, peopleNeeded, against }) => [
      approvedBy.length,
      peopleNeeded,
      against?.type,
    ])
  expect([waiting('manager'), waiting('officer')]).toEqual([[[0, 2, undefined]], [[0, 2, 'not-permitted']]])
  expect(ask(branch, { type: 'my-day' }, 'manager').applications).toBe(1)
  branch.must('manager', { type: 'loan.approve', loanId })
  expect(waiting('manager')).toEqual([[1, 2, 'loan-own-application']])
  expect(waiting('head-office')).toEqual([[1, 2, undefined]])
  expect(
    ['manager', 'head-office', 'officer'].map(who => ask(branch, { type: 'my-day' }, who as 'manager')),
  ).toMatchObject([{ applications: 0 }, { applications: 1 }, { applications: 0 }])
  expectBooksToBalance(branch)
})

test('[W62] what was said and decided of an application stays with it: each step, by whom, why, under which condition', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId)
  const { productId } = loanOf({ branch, loanId }).product
  const note = 'Two cows, one more calf in June'
  branch.must('officer', { type: 'loan.draft', loanId, clientId, productId, principalMinor: 900_000n, note })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId, note: 'after the harvest' })
  branch.must('manager', { type: 'loan.reject', loanId, reason: 'papers', note: 'no title deed' })
  const { steps, peopleNeeded } = ask(branch, { type: 'loan-application', loanId })
  expect(peopleNeeded).toBe(1)
  expect(steps.map(({ type, note, reason, missing }) => [type, note, reason, missing])).toEqual([
    ['loan.drafted', undefined, undefined, undefined],
    ['loan.drafted', note, undefined, undefined],
    ['loan.submitted', undefined, undefined, undefined],
    ['loan.approved', 'after the harvest', undefined, 0],
    ['loan.rejected', 'no title deed', 'papers', undefined],
  ])
  expect(steps.map(({ actorName }) => actorName !== '')).toEqual([true, true, true, true, true])
  expectBooksToBalance(branch)
})

test('[W65] the product that a client had last stands first, then what lends more; what may not be had stands last', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const order = () =>
    ask(branch, { type: 'loan-offers', clientId }).offered.map(
      ({ product: { productId, principal }, mostMinor, against }) => ({
        productId,
        leastMinor: principal.minMinor,
        mostMinor,
        isAgainst: against !== undefined,
      }),
    )
  const before = order()
  const open = before.filter(({ isAgainst }) => !isAgainst)
  expect(before.map(({ isAgainst }) => isAgainst)).toEqual(before.map(({ isAgainst }) => isAgainst).toSorted())
  expect(open.map(({ mostMinor }) => mostMinor)).toEqual(
    open.map(({ mostMinor }) => mostMinor).toSorted((a, b) => (a > b ? -1 : 1)),
  )
  const { productId, leastMinor } = present(
    open.find(one => one.productId === 'emergency-loan'),
    'a small loan may be had',
  )
  branch.must('officer', { type: 'loan.draft', clientId, productId, principalMinor: leastMinor })
  expect(order()[0]?.productId).toBe(productId)
  expectBooksToBalance(branch)
})

test('[W65] each product for loans is offered to a client, up to what this loan of theirs may be, or says what stands against it', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const cycleLimits = [{ fromCycle: 1, principalMaxMinor: 700_000n }]
  draftLoan(branch, clientId, { product: { conditions: { ...conditions, cycleLimits } }, principalMinor: 500_000n })
  const offers = () => ask(branch, { type: 'loan-offers', clientId })
  const mine = offers().offered.find(({ product }) => product.productId.startsWith('loan-'))
  expect([offers().cycle, mine?.mostMinor, mine?.against]).toEqual([1, 700_000n, undefined])
  branch.must('head-office', {
    type: 'product.publish',
    product: {
      ...templateProduct('loan'),
      productId: 'third-tier',
      version: 1,
      kycTier: 3,
      validFrom: businessDate('2026-03-02'),
    },
  })
  expect(offers().offered.find(({ product }) => product.productId === 'third-tier')?.against).toMatchObject({
    type: 'kyc-tier-too-low',
    needed: 3,
  })
  const bounded = { conditions: { ...conditions, exposureMaxMinor: 1_200_000n } }
  const loanId = draftLoan(branch, clientId, { product: bounded, principalMinor: 1_000_000n })
  const { productId } = loanOf({ branch, loanId }).product
  const ofIt = () => offers().offered.find(({ product }) => product.productId === productId)
  expect([ofIt()?.mostMinor, ofIt()?.against]).toEqual([1_200_000n, undefined])
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  expect(ofIt()?.mostMinor).toBe(200_000n)
  const forGroups = { conditions: { ...conditions, groupLateDaysMax: 7 } }
  draftLoan(branch, clientId, { product: forGroups })
  expect(offers().offered.map(({ against }) => against)).toContainEqual({
    type: 'field-invalid',
    field: 'groupId',
    rule: 'missing',
  })
  const standing = offers().offered.map(({ against }) => against !== undefined)
  expect(standing).toEqual(standing.toSorted((a, b) => Number(a) - Number(b)))
  expectBooksToBalance(branch)
})

test('[W63] a worklist has the drafts, what is to be paid out, what is due today and what is late, of the person or of the device', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, clientId } = lending
  const drafted = draftLoan(branch, clientId)
  const approved = draftLoan(branch, clientId)
  branch.must('officer', { type: 'loan.submit', loanId: approved })
  branch.must('manager', { type: 'loan.approve', loanId: approved })
  const lists = (who: 'officer' | 'teller' | 'accountant' = 'officer') =>
    (['drafts', 'to-pay-out', 'due', 'late'] as const).map(list =>
      ask(branch, { type: 'loan-worklist', list, limit: 10 }, who).map(row => row.loanId),
    )
  expect(lists()).toEqual([[drafted], [approved], [], []])
  nextDay(lending, '2026-04-02')
  expect(lists()).toEqual([[drafted], [approved], [loanId], []])
  nextDay(lending, '2026-05-02')
  expect(lists('teller')).toEqual([[drafted], [approved], [], [loanId]])
  const [late] = ask(branch, { type: 'loan-worklist', list: 'late', limit: 10 })
  expect([late?.dueMinor, late?.next?.amountMinor, late?.daysPastDue]).toEqual([693_510n, 346_755n, 30])
  expect(ask(branch, { type: 'my-day' }).loans).toEqual({ drafts: 1, 'to-pay-out': 1, due: 0, late: 1 })
  expectBooksToBalance(branch)
})

test('[W64] a loan is found by its number, and by its client while it is under way', () => {
  const { branch, loanId, clientId } = approvedLoan(makeBranch())
  const { number, currency } = loanOf({ branch, loanId })
  const find = (text: string) => ask(branch, { type: 'search', text, limit: 20 }).filter(({ kind }) => kind === 'loan')
  expect(find(number)).toMatchObject([{ loanId, clientId, number, currency, state: 'approved', balanceMinor: 0n }])
  expect(find('Achieng').map(hit => hit.loanId)).toEqual([loanId])
  branch.must('officer', { type: 'loan.withdraw', loanId })
  expect([find('Achieng'), find(number).map(({ state }) => state)]).toEqual([[], ['withdrawn']])
})
