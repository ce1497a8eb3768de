import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { reactivateAccount } from '../../../core/savings/account-care.ts'
import { type InstructionDates, nextInstructionDate } from '../../../core/savings/standing-instruction.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const today = businessDate('2026-03-02')
const overdraft = {
  limitMinor: 50_000n,
  annualPercent: rate('18'),
  principalAccount: '1270',
  receivableAccount: '1280',
  incomeAccount: '4120',
}

function opened(): { branch: Branch; clientId: string; passbook: string } {
  const branch = makeBranch()
  const { clientId, accountId } = openForBusiness(branch)
  return { branch, clientId, passbook: accountId }
}
const deposit = (branch: Branch, accountId: string, amountMinor: bigint) =>
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
const accountOf = (branch: Branch, accountId: string) => {
  const account = loadSavingsAccount(branch.books.db, accountId, today)
  if (!account) throw new Error('no account')
  return account
}
const answerOf = (branch: Branch, accountId: string): AccountAnswer => {
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'account', accountId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as AccountAnswer
}

test('[S18] only a dormant account is brought back, by an overseer', () => {
  const { branch, passbook } = opened()
  const reactivate = { type: 'savings.reactivate', accountId: passbook } as const
  expect(outcomeType(branch.execute('officer', reactivate))).toBe('not-permitted')
  expectRefusal(branch.execute('manager', reactivate), 'account-not-dormant')
  const context = { ...loadContext(branch.books, branch.desk('manager')), businessDate: today }
  const asleep = { ...accountOf(branch, passbook), status: 'dormant' } as const
  const command = { ...reactivate, key: branch.environment.newId() }
  expect(reactivateAccount(asleep, command, context)).toMatchObject({
    ok: true,
    value: { type: 'savings.reactivated' },
  })
  const elsewhere = { ...asleep, custodian: { logId: 'b'.repeat(26), deviceCode: '02' } }
  expectRefusal(reactivateAccount(elsewhere, command, context), 'account-in-other-custody')
  expectBooksToBalance(branch)
})

describe('[S19] an agreed overdraft', () => {
  test.each([
    // limit       expected, in order of precedence
    [50_001n, 'amount-above-maximum'],
    [29_999n, 'overdraft-in-use'],
    [30_000n, 'posted'],
  ])('of %s with 300.00 owed: %s', (limitMinor, expected) => {
    const { branch, clientId } = opened()
    const accountId = openUnder(branch, clientId, plainCurrent({ overdraft }))
    branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 30_000n, currency: KES })
    const set = { type: 'savings.set-overdraft', accountId, limitMinor } as const
    expect(outcomeType(branch.execute('officer', set))).toBe('not-permitted')
    expect(outcomeType(branch.execute('manager', set))).toBe(expected)
    expectBooksToBalance(branch)
  })

  test('replaces that of the product, and ends with zero; where the product has none there is none', () => {
    const { branch, clientId, passbook } = opened()
    const accountId = openUnder(branch, clientId, plainCurrent({ overdraft }))
    const available = () => answerOf(branch, accountId).availableMinor
    expect(available()).toBe(50_000n)
    branch.must('manager', { type: 'savings.set-overdraft', accountId, limitMinor: 20_000n })
    expect(available()).toBe(20_000n)
    branch.must('manager', { type: 'savings.set-overdraft', accountId, limitMinor: 0n })
    expect(available()).toBe(0n)
    const none = { type: 'savings.set-overdraft', accountId: passbook, limitMinor: 1n } as const
    expectRefusal(branch.execute('manager', none), 'no-overdraft')
    expectBooksToBalance(branch)
  })
})

test('[S15] holders are changed by those who sign for the account, and the account stands with each of them', () => {
  const { branch, clientId, passbook } = opened()
  const partner = branch.must('officer', { type: 'client.register', client: newClient({ givenNames: 'Otieno' }) })
  const other = partner.created.clientId ?? ''
  const set = (holders: string[], signing: 'any' | 'all', signedBy: string[] = []) =>
    branch.execute('officer', { type: 'savings.set-holders', accountId: passbook, holders, signing, signedBy })
  expectRefusal(set([branch.environment.newId()], 'any'), 'client-unknown')
  expect(expectRefusal(set([clientId], 'any'), 'field-invalid').rule).toBe('repeated-holder')
  expect(outcomeType(set([other], 'all'))).toBe('posted')
  expect(answerOf(branch, passbook)).toMatchObject({ signing: 'all', holders: [{ clientId }, { clientId: other }] })
  const ofPartner = answerQuery(branch.books, branch.desk('officer'), { type: 'client', clientId: other }, [])
  expect(ofPartner).toMatchObject({ ok: true, value: { accounts: [{ accountId: passbook }] } })
  expect(expectRefusal(set([], 'any'), 'signatures-missing').count).toBe(2)
  expect(outcomeType(set([], 'any', [clientId, other]))).toBe('posted')
  expect(accountOf(branch, passbook)).toMatchObject({ signing: 'any', holders: [clientId] })
  expectBooksToBalance(branch)
})

describe('[S20] a standing instruction', () => {
  const order = { amountMinor: 20_000n, currency: KES, frequency: 'monthly', startsOn: today, retryDays: 3 } as const

  test('is placed, shown with its next date, and cancelled once', () => {
    const { branch, clientId, passbook } = opened()
    deposit(branch, passbook, 1_000_000n)
    const toAccountId = openUnder(branch, clientId, plainCurrent())
    const place = { type: 'standing-instruction.place', accountId: passbook, toAccountId, ...order, times: 6 } as const
    expectRefusal(branch.execute('officer', { ...place, toAccountId: passbook }), 'same-account')
    expect(
      expectRefusal(branch.execute('officer', { ...place, startsOn: businessDate('2026-03-01') }), 'field-invalid')
        .field,
    ).toBe('startsOn')
    expect(
      expectRefusal(branch.execute('officer', { ...place, endsOn: businessDate('2026-03-01') }), 'field-invalid').field,
    ).toBe('endsOn')
    const instructionId = branch.must('officer', place).created.instructionId ?? ''
    expect(answerOf(branch, passbook).standingInstructions).toMatchObject([
      { instructionId, toAccountId, amountMinor: 20_000n, frequency: 'monthly', times: 6, done: 0, nextDate: today },
    ])
    const cancel = { type: 'standing-instruction.cancel', instructionId } as const
    branch.must('officer', cancel)
    expectRefusal(branch.execute('officer', cancel), 'instruction-ended')
    expectRefusal(
      branch.execute('officer', { ...cancel, instructionId: branch.environment.newId() }),
      'instruction-unknown',
    )
    const [ended] = answerOf(branch, passbook).standingInstructions
    expect(ended?.endedOn).toBe(today)
    expect(ended?.nextDate).toBeUndefined()
    expectBooksToBalance(branch)
  })

  test('does not order money of a deposit with a term before its maturity', () => {
    const { branch, clientId, passbook } = opened()
    const accountId = openUnder(branch, clientId, templateProduct('fixed'), { termMonths: 3 })
    const place = { type: 'standing-instruction.place', accountId, toAccountId: passbook, ...order } as const
    expectRefusal(branch.execute('officer', place), 'term-not-ended')
    expect(outcomeType(branch.execute('officer', { ...place, startsOn: businessDate('2026-06-02') }))).toBe('posted')
    expectBooksToBalance(branch)
  })

  test.each<readonly [dates: Partial<InstructionDates>, done: number, next: string | null]>([
    [{}, 0, '2026-01-31'],
    [{}, 1, '2026-02-28'],
    [{}, 2, '2026-03-31'],
    [{ frequency: 'quarterly' }, 1, '2026-04-30'],
    [{ frequency: 'weekly' }, 4, '2026-02-28'],
    [{ frequency: 'fortnightly' }, 2, '2026-02-28'],
    [{ times: 2 }, 2, null],
    [{ endsOn: businessDate('2026-02-27') }, 1, null],
    [{ endsOn: businessDate('2026-02-28') }, 1, '2026-02-28'],
  ])('%o after %i: %s', (over, done, next) => {
    const dates = {
      frequency: 'monthly',
      startsOn: businessDate('2026-01-31'),
      endsOn: null,
      times: null,
      ...over,
    } as const
    expect(nextInstructionDate(dates, done)).toBe(next)
  })
})
