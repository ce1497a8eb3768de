import { describe, expect, test } from 'vitest'
import { isStaleAfter } from '../../../renderer/lib/topics.ts'

const account = { type: 'account', accountId: 'a' } as const
const statement = { type: 'statement', accountId: 'b' } as const

describe('[W22] what changed makes old what it touches', () => {
  test.each([
    ['account/a', account, true],
    ['account/b', account, false],
    ['account/b', statement, true],
    ['account/b', { type: 'client', clientId: 'c' } as const, true],
    ['client/c', { type: 'client', clientId: 'c' } as const, true],
    ['client/d', { type: 'client', clientId: 'c' } as const, false],
    ['journal', { type: 'my-day' } as const, true],
    ['journal', { type: 'approvals' } as const, true],
    ['journal', { type: 'staff' } as const, false],
    ['balances', { type: 'trial-balance' } as const, true],
    ['day', { type: 'session' } as const, true],
    ['day', { type: 'rates' } as const, true],
    ['day', { type: 'fx-position' } as const, true],
    ['day', { type: 'product-preview' } as const, true],
    ['day', { type: 'recommend-products' } as const, true],
    ['day', { type: 'staff' } as const, false],
    ['approval', { type: 'approvals' } as const, true],
    ['sync', { type: 'attention' } as const, true],
    ['settings', { type: 'journal' } as const, false],
  ])('%s and %o: %s', (topic, query, stale) => {
    expect(isStaleAfter(topic, query)).toBe(stale)
  })

  test('a preview never outlives a change', () => {
    expect(isStaleAfter('settings', { type: 'preview' })).toBe(true)
  })

  test('a topic that this window does not know makes everything old', () => {
    expect(isStaleAfter('loans/1', account)).toBe(true)
    expect(isStaleAfter('loans', { type: 'staff' })).toBe(true)
  })
})
