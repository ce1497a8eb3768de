import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { approvableCommandSchema, isApprovable } from '../../../core/command/command.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'
import { closeDay } from '../../support/nights.ts'

test('[A71] a day far ahead and a balance that is taken over do not wait for a decision, and their refusals say so', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const accountId = branch.must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created
    .accountId
  const over = {
    type: 'savings.take-over',
    accountId: accountId ?? '',
    amountMinor: 100_000n,
    currency: 'KES',
  } as const
  const alone = branch.execute('accountant', over)
  expect(expectRefusal(alone, 'approval-needed')).toMatchObject({ signedNow: true })
  branch.must('accountant', over, 'manager')
  closeDay(branch)
  branch.environment.setClock('2035-01-01T07:00:00.000Z')
  const far = { type: 'day.open', date: businessDate('2035-01-01') } as const
  expect(expectRefusal(branch.execute('officer', far), 'second-person-needed')).toMatchObject({ signedNow: true })
})

test('[A71][A8] what may wait for a decision says nothing of it', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const limit = { accountId, amountMinor: 10_000_000n, currency: 'KES' } as const
  branch.must('officer', { type: 'savings.deposit', ...limit }, 'manager')
  const refused = branch.execute('officer', { type: 'savings.withdraw', ...limit, amountMinor: 6_000_000n })
  expect(expectRefusal(refused, 'approval-needed')).not.toHaveProperty('signedNow')
  expect(approvableCommandSchema.options.every(({ shape }) => isApprovable(shape.type.value))).toBe(true)
  expect(['day.open', 'savings.take-over'].filter(isApprovable)).toEqual([])
})
