import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { draftLoan } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions, schedule } = templateProduct('loan')
const drawer = { kind: 'drawer' } as const
const limited = (over: Partial<typeof conditions>) => ({ product: { conditions: { ...conditions, ...over } } })

/** A client who borrows, with loans that are drafted, approved or paid out at will. */
function borrower() {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const submit = (loanId: string) => branch.execute('officer', { type: 'loan.submit', loanId })
  const approved = (asked: Parameters<typeof draftLoan>[2] = {}, client = clientId) => {
    const loanId = draftLoan(branch, client, asked)
    branch.must('officer', { type: 'loan.submit', loanId })
    branch.must('manager', { type: 'loan.approve', loanId }, 'head-office')
    return loanId
  }
  const exposure = (client = clientId) => {
    const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'client-exposure', clientId: client }, [])
    return answer.ok ? answer.value : answer.refusal
  }
  return { branch, clientId, submit, approved, exposure }
}

test('[L50] what is approved and not paid out, and what is left of a loan in parts, counts like what is owed', () => {
  const { branch, clientId, submit, approved, exposure } = borrower()
  const parts = approved({ product: { schedule: { ...schedule, tranchesMax: 2 } } })
  const max = limited({ exposureMaxMinor: 1_999_999n })
  const { owedMinor } = expectRefusal(submit(draftLoan(branch, clientId, max)), 'loan-above-exposure')
  expect(owedMinor).toBe(1_000_000n)
  const part = { amountMinor: 400_000n, currency: 'KES', to: drawer } as const
  branch.must('officer', { type: 'loan.disburse', loanId: parts, ...part })
  expect(exposure()).toMatchObject({
    currency: 'KES',
    owedMinor: 400_000n,
    undrawnMinor: 600_000n,
    guaranteedMinor: 0n,
  })
  expectRefusal(submit(draftLoan(branch, clientId, max)), 'loan-above-exposure')
  expect(outcomeType(submit(draftLoan(branch, clientId, limited({ exposureMaxMinor: 2_000_000n }))))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[L50] exposure is judged again when money is to leave', () => {
  const { branch, approved } = borrower()
  const [first, second] = [approved(limited({ exposureMaxMinor: 1_000_000n })), approved()]
  const disburse = {
    type: 'loan.disburse',
    loanId: first,
    amountMinor: 1_000_000n,
    currency: 'KES',
    to: drawer,
  } as const
  expect(expectRefusal(branch.execute('officer', disburse), 'loan-above-exposure').owedMinor).toBe(1_000_000n)
  branch.must('officer', { type: 'loan.withdraw', loanId: second })
  branch.must('officer', disburse)
  expectBooksToBalance(branch)
})

test('[L50] a loan in another currency counts at the middle rate of the day, and is refused while there is none', () => {
  const { branch, clientId, submit, approved, exposure } = borrower()
  approved({ product: { currency: 'USD' } })
  const asked = draftLoan(branch, clientId, limited({ exposureMaxMinor: 129_999_999n }))
  expect(expectRefusal(submit(asked), 'rate-unknown').currency).toBe('USD')
  expect(exposure()).not.toHaveProperty('undrawnMinor')
  const rates = { buy: rate('128.5'), mid: rate('129'), sell: rate('129.5') }
  branch.must('head-office', { type: 'rate.publish', currency: 'USD', from: businessDate('2026-03-02'), ...rates })
  expect(expectRefusal(submit(asked), 'loan-above-exposure').owedMinor).toBe(129_000_000n)
  expect(exposure()).toMatchObject({ currency: 'KES', undrawnMinor: 129_000_000n })
  expectBooksToBalance(branch)
})

test('[L50] what a client stands for counts where the product says so, from when it is handed in until it is settled', () => {
  const { branch, clientId, submit, exposure } = borrower()
  const client = newClient({ givenNames: 'Otieno', phone: '+254711000077' })
  const other = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  const guaranteed = draftLoan(branch, other)
  const word = { type: 'loan.guarantee', loanId: guaranteed, guarantorId: clientId, coversMinor: 300_000n } as const
  branch.must('officer', word)
  const max = limited({ exposureWithGuaranteesMaxMinor: 1_200_000n })
  expect(exposure()).toMatchObject({ guaranteedMinor: 0n })
  branch.must('officer', { type: 'loan.submit', loanId: guaranteed })
  expect(exposure()).toMatchObject({ guaranteedMinor: 300_000n, guarantees: [{ coversMinor: 300_000n }] })
  const asked = draftLoan(branch, clientId, max)
  expect(expectRefusal(submit(asked), 'loan-above-guarantees')).toMatchObject({
    guaranteedMinor: 300_000n,
    owedMinor: 0n,
  })
  branch.must('officer', { type: 'loan.withdraw', loanId: guaranteed })
  expect(outcomeType(submit(asked))).toBe('posted')
  expectBooksToBalance(branch)
})
