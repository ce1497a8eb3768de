import { expect, test } from 'vitest'
import { authorize, checkLimit } from '../../../core/command/authorize.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { verbs } from '../../../core/command/verbs.ts'
import type { Context } from '../../../core/decision/context.ts'
import { isOverseen } from '../../../core/decision/oversees.ts'
import { secondPerson } from '../../../core/decision/second-person.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { outcomeType } from '../../support/expect.ts'

/** The context of head office's own person on an open day, with what the row says of it. */
function contextWith(over: Partial<Context> & { readonly validFor?: number }): Context {
  const branch = makeBranch()
  openForBusiness(branch)
  const context = loadContext(branch.books, branch.desk('head-office'))
  const { validFor, ...rest } = over
  const validUntil = new Date(Date.parse(context.now) + (validFor ?? 60_000)).toISOString()
  return { ...context, actor: { ...context.actor, validUntil }, ...rest }
}

const { institution } = contextWith({})
const elsewhere = { institution: { ...institution, headOfficeLog: 'b'.repeat(26) } }

test.each<[what: string, verb: keyof typeof verbs, over: Parameters<typeof contextWith>[0], expected: string]>([
  ['at head office', 'chart.add-account', {}, 'posted'],
  ['at another device', 'chart.add-account', elsewhere, 'not-head-office'],
  ['at another device', 'savings.withdraw', elsewhere, 'posted'],
  ['at a revoked device', 'savings.deposit', { isLogRevoked: true }, 'device-revoked'],
  ['with a grant until this very moment', 'savings.withdraw', { validFor: 0 }, 'posted'],
  ['with a grant until a moment ago', 'savings.withdraw', { validFor: -1 }, 'grant-expired'],
  ['with a grant until a moment ago', 'savings.deposit', { validFor: -1 }, 'posted'],
  ['in a stopped log', 'savings.deposit', { isLogFrozen: true }, 'log-frozen'],
  ['between days', 'savings.deposit', { businessDate: null }, 'day-not-open'],
  ['between days', 'audit.draw-sample', { businessDate: null }, 'posted'],
])('[A1][A3] %s, %s with %o gives %s', (_what, verb, over, expected) => {
  expect(outcomeType(authorize(verbs[verb] as never, contextWith(over)))).toBe(expected)
})

const manager = (context: Context) => ({ ...context.actor, staffId: 'another', role: 'manager' as const })

test.each<[what: string, second: bigint | null, limit: 'cashOutMinor' | 'manualJournalMinor', expected: string]>([
  // the second person's limit, for 1,000.00 above the actor's own
  ['alone', null, 'cashOutMinor', 'approval-needed'],
  ['with one whose limit it is to the last unit', 100_000n, 'cashOutMinor', 'posted'],
  ['with one whose limit is a unit less', 99_999n, 'cashOutMinor', 'approval-needed'],
  ['with anybody who may approve', 0n, 'manualJournalMinor', 'posted'],
  ['alone', null, 'manualJournalMinor', 'approval-needed'],
])('[A2] an amount above the own limit, %s, second limit %s of %s, gives %s', (_what, second, limit, expected) => {
  const context = contextWith({})
  const limits = { ...context.actor.limits, [limit]: 99_998n }
  const actor = { ...context.actor, limits }
  const checker = second === null ? {} : { checker: { ...manager(context), limits: { ...limits, [limit]: second } } }
  const refused = checkLimit({ limit, amountMinor: 100_000n }, { ...context, actor, ...checker })
  expect(refused === null ? 'posted' : outcomeType(refused)).toBe(expected)
})

test.each([
  ['at the own limit', 100_000n, null],
  ['a unit above it', 99_999n, 'approval-needed'],
])('[A2] an amount %s is decided alone or not', (_what, limitMinor, expected) => {
  const context = contextWith({})
  const actor = { ...context.actor, limits: { ...context.actor.limits, cashOutMinor: limitMinor } }
  const refused = checkLimit({ limit: 'cashOutMinor', amountMinor: 100_000n }, { ...context, actor })
  expect(refused && outcomeType(refused)).toBe(expected)
})

test('[A2] what two always decide is decided by nobody alone, however small, and by any second person', () => {
  const context = contextWith({})
  const held = { alwaysTwo: true, amountMinor: 0n, currency: 'KES' } as const
  const alone = checkLimit(held, context)
  expect(alone && outcomeType(alone)).toBe('second-person-needed')
  expect(checkLimit(held, { ...context, checker: manager(context) })).toBeNull()
})

test.each<[what: string, checker: (context: Context) => Partial<Context['actor']>, counts: boolean]>([
  ['a manager', () => ({}), true],
  ['the person themselves', ({ actor }) => ({ staffId: actor.staffId }), false],
  ['somebody suspended', () => ({ isActive: false }), false],
  ['one whose grant ends at this very moment', ({ now }) => ({ validUntil: now }), true],
  ['one whose grant has ended', () => ({ validUntil: '2020-01-01T00:00:00.000Z' }), false],
  ['a teller', () => ({ role: 'teller' }), false],
])('[A45] as a second person %s counts or does not', (_what, over, counts) => {
  const context = contextWith({})
  const actor = { ...context.actor, role: 'teller' as const }
  const checked = { ...context, actor, checker: { ...manager(context), ...over(context) } }
  expect(secondPerson(checked) !== null).toBe(counts)
  expect(isOverseen(checked)).toBe(counts)
})

test('[A45][B4] without a second person only an overseer’s own work is overseen', () => {
  const context = contextWith({})
  const alone = (role: 'teller' | 'accountant' | 'manager') =>
    isOverseen({ ...context, actor: { ...context.actor, role } })
  expect([alone('teller'), alone('accountant'), alone('manager')]).toEqual([false, false, true])
})
