import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type SetProvisionPolicy, setProvisionPolicySchema } from '../../../core/loans/set-provision-policy.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { ProvisionAnswer } from '../../../core/query/portfolio-answers.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { entriesOf, nextDay } from '../../support/lent-books.ts'
import { type Lending, paidOutLoan } from '../../support/loans.ts'

const day = businessDate

/** 10,000.00 were paid out on 2 March, and nothing came back; 3 May is open. */
function lateLoan(): Lending {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  nextDay(lending, '2026-05-03')
  return lending
}

function provided({ books, desk }: Branch, asOf: string, method?: 'ageing' | 'stages') {
  const query = { type: 'provision', asOf: day(asOf), ...(method ? { method } : {}) } as const
  const answer = answerQuery(books, desk('accountant'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  const { provisions, policy } = answer.value as ProvisionAnswer
  const [one] = provisions
  if (!one) throw new Error('nothing is provided for')
  return { ...one, policy }
}

const posting = (asOf: string, differenceMinor: bigint) =>
  ({ type: 'provision.post', asOf: day(asOf), currency: 'KES', allowance: '1290', differenceMinor }) as const

const percents = (one: string, two: string, three: string): SetProvisionPolicy['stagePercents'] => [
  rate(one),
  rate(two),
  rate(three),
]

const setPolicy = (
  from: string,
  method: SetProvisionPolicy['method'],
  ...[one, two, three]: [string, string, string]
) => ({
  type: 'provision.set-policy' as const,
  from: day(from),
  method,
  stagePercents: percents(one, two, three),
})

test('[L74] what is needed beyond what stands is posted as of its day, with the classes that it comes from', () => {
  const { branch } = lateLoan()
  const april = branch.must('accountant', posting('2026-04-30', 50_000n), 'head-office')
  expect(entriesOf(branch, april)).toEqual([['provision', '1290 -50000', '5200 50000']])
  expect(recordAt(branch.books.db, april.record)?.record).toMatchObject({
    valueDate: '2026-04-30',
    body: {
      asOf: '2026-04-30',
      method: 'ageing',
      requiredMinor: '50000',
      standingMinor: '0',
      classes: [{ stage: 1, fromDays: 1, percent: '5', loans: 1, principalMinor: '1000000', requiredMinor: '50000' }],
    },
  })
  expect(provided(branch, '2026-04-30')).toMatchObject({ differenceMinor: 0n, lastPostedOn: '2026-04-30' })
  expect(provided(branch, '2026-05-03')).toMatchObject({ standingMinor: 50_000n, differenceMinor: 200_000n })
  branch.must('accountant', posting('2026-05-03', 200_000n), 'head-office')
  expect(provided(branch, '2026-05-03')).toMatchObject({ standingMinor: 250_000n, differenceMinor: 0n })
  expectBooksToBalance(branch)
})

test('[L74] what stands too much is taken back', () => {
  const { branch, loanId } = lateLoan()
  branch.must('accountant', posting('2026-05-03', 250_000n), 'head-office')
  const repaid = {
    type: 'loan.repay',
    loanId,
    amountMinor: 800_000n,
    currency: 'KES',
    from: { kind: 'drawer' },
  } as const
  branch.must('officer', repaid, 'manager')
  nextDay({ branch }, '2026-05-04')
  const { differenceMinor } = provided(branch, '2026-05-04')
  expect(differenceMinor).toBeLessThan(0n)
  const back = branch.must('accountant', posting('2026-05-04', differenceMinor), 'head-office')
  expect(entriesOf(branch, back)).toEqual([['provision', `1290 ${-differenceMinor}`, `5200 ${differenceMinor}`]])
  expect(provided(branch, '2026-05-04').differenceMinor).toBe(0n)
  expectBooksToBalance(branch)
})

test('[L74] it is counted anew when it is posted, and refused when it is not what was shown', () => {
  const { branch, loanId } = lateLoan()
  const shown = provided(branch, '2026-05-03').differenceMinor
  branch.must('manager', { type: 'loan.write-off', loanId, note: 'gone' }, 'head-office')
  const refusal = expectRefusal(
    branch.execute('accountant', posting('2026-05-03', shown), 'head-office'),
    'provision-moved',
  )
  expect(refusal).toEqual({
    type: 'provision-moved',
    shownMinor: 250_000n,
    differenceMinor: 1_000_000n,
    currency: 'KES',
  })
  expectBooksToBalance(branch)
})

test('[L74] as of a day it is posted once, and not before the newest one, until that is reversed', () => {
  const { branch } = lateLoan()
  const april = branch.must('accountant', posting('2026-04-30', 50_000n), 'head-office')
  for (const asOf of ['2026-04-30', '2026-04-15', '2026-03-31'])
    expect(
      expectRefusal(branch.execute('accountant', posting(asOf, 50_000n), 'head-office'), 'provided-already'),
    ).toMatchObject({ account: '1290', date: '2026-04-30' })
  expectRefusal(branch.execute('accountant', posting('2026-05-04', 1n), 'head-office'), 'value-date-ahead')
  const undo = { type: 'operation.reverse', record: april.record, reason: 'other', valueOn: 'original' } as const
  branch.must('accountant', undo, 'head-office')
  expect(provided(branch, '2026-04-30')).toMatchObject({ standingMinor: 0n, differenceMinor: 50_000n })
  expect(provided(branch, '2026-04-30').lastPostedOn).toBeUndefined()
  branch.must('accountant', posting('2026-03-31', 10_000n), 'head-office')
  branch.must('accountant', posting('2026-04-30', 40_000n), 'head-office')
  expectBooksToBalance(branch)
})

test('[L74] where nothing is lacking, or the account is no allowance, there is nothing to post', () => {
  const { branch } = lateLoan()
  const nothing = { ...posting('2026-05-03', 0n), allowance: '1300' }
  expectRefusal(branch.execute('accountant', nothing, 'head-office'), 'provision-stands')
  expectRefusal(branch.execute('accountant', { ...nothing, differenceMinor: 5n }, 'head-office'), 'provision-moved')
})

test('[L74] it takes two people as a journal does, may wait for the second, and is theirs who post journals', () => {
  const { branch } = lateLoan()
  const command = posting('2026-05-03', 250_000n)
  expectRefusal(branch.execute('accountant', command), 'approval-needed')
  expectRefusal(branch.execute('manager', command, 'head-office'), 'not-permitted')
  const key = branch.environment.newId()
  const asked = branch.must('accountant', { type: 'approval.request', command: { key, ...command } })
  branch.must('head-office', { type: 'approval.decide', request: asked.record, decision: 'approve' })
  expect(provided(branch, '2026-05-03').differenceMinor).toBe(0n)
  expectBooksToBalance(branch)
})

test('[L73] head office says from which day on it is provided by stages, and with what percent of each', () => {
  const { branch } = lateLoan()
  const stages = () => provided(branch, '2026-05-03', 'stages')
  expect(stages()).toMatchObject({ requiredMinor: 250_000n, rows: [{ stage: 2, fromDays: 31, percent: '25' }] })
  expectRefusal(branch.execute('accountant', setPolicy('2026-05-01', 'stages', '1', '20', '60')), 'not-permitted')
  branch.must('head-office', setPolicy('2026-05-01', 'stages', '1', '20', '60'))
  expect(provided(branch, '2026-04-30')).toMatchObject({ requiredMinor: 50_000n, policy: { method: 'ageing' } })
  expect(provided(branch, '2026-05-03')).toMatchObject({ requiredMinor: 200_000n, policy: { method: 'stages' } })
  expect(provided(branch, '2026-05-03', 'ageing').requiredMinor).toBe(250_000n)
  expectRefusal(branch.execute('accountant', posting('2026-05-03', 250_000n), 'head-office'), 'provision-moved')
  const posted = branch.must('accountant', posting('2026-05-03', 200_000n), 'head-office')
  expect(recordAt(branch.books.db, posted.record)?.record.body).toMatchObject({ method: 'stages' })
  branch.must('head-office', setPolicy('2026-05-01', 'stages', '1', '30', '60'))
  expect(provided(branch, '2026-05-03').differenceMinor).toBe(100_000n)
  expectBooksToBalance(branch)
})

test('[L73] no stage asks for less than the one before it, or for more than all', () => {
  const key = '01890a5d-ac96-774b-bcce-b302099a8057'
  const read = (...stagePercents: readonly string[]) =>
    setProvisionPolicySchema
      .safeParse({ type: 'provision.set-policy', key, from: '2026-05-01', method: 'stages', stagePercents })
      .error?.issues.map(({ message, path }) => [message, ...path])
  expect(read('1', '1', '100')).toBeUndefined()
  expect(read('2', '1', '50')).toEqual([['below-level-before', 'stagePercents', 1]])
  expect(read('1', '60', '50')).toEqual([['below-level-before', 'stagePercents', 2]])
  expect(read('1', '25', '100.01')).toEqual([['above-hundred', 'stagePercents', 2]])
})
