import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { permissions, roles } from '../../../core/authority/roles.ts'
import { startTexts } from '../../../renderer/lib/i18n.ts'
import { refusalText } from '../../../renderer/lib/refusal-text.ts'
import { refusalsOfEveryType } from './refusals-of-every-type.ts'

beforeAll(() => startTexts('en-KE'))
const textOf = (refusal: (typeof refusalsOfEveryType)[number]): string =>
  refusalText(refusal, i18next.getFixedT('en-KE', 'refusals'), 'en-KE')

describe("[W21] every refusal has the officer's words", () => {
  test.each(refusalsOfEveryType.map(refusal => [refusal.type, refusal] as const))(
    '%s says what stands against it and what to do, with nothing left open',
    (_type, refusal) => {
      const [fact = '', next = ''] = textOf(refusal).split('\n')
      expect(fact.length).toBeGreaterThan(10)
      expect(next.length).toBeGreaterThan(10)
      expect(textOf(refusal)).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/)
    },
  )

  test('amounts stand in the form of the locale, with their currency', () => {
    const text = textOf({
      type: 'balance-below-minimum',
      minimumMinor: 50_000n,
      availableMinor: 124_000n,
      currency: 'KES',
    })
    expect(text.replace(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ')).toBe(
      'Balance would fall below the minimum of KES 500.00.\nThe most that can be paid out is KES 1,240.00.',
    )
  })

  test('cash that nobody accounted for is listed, whose it is and how much', () => {
    const amount = { currency: 'KES', amountMinor: 2_000_000n } as const
    const text = textOf({
      type: 'cash-uncounted',
      cash: [
        { kind: 'drawer', id: '', name: 'Amina Yusuf', ...amount, way: 'count' },
        { kind: 'vault', id: '', name: 'Kisumu', ...amount, way: 'count' },
      ],
    })
    expect(text.replace(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ')).toMatch(
      /^Not all cash is accounted for: drawer of Amina Yusuf \(KES 20,000.00\) and vault of Kisumu \(KES 20,000.00\)\./,
    )
  })

  test('a rule without words of its own is still a sentence', () => {
    expect(textOf({ type: 'field-invalid', field: 'client.phone', rule: 'something-new' })).toMatch(
      /^Phone: this is not accepted/,
    )
  })

  test('what is a colleague’s is said in their name, what is the reader’s as theirs', () => {
    expect(textOf({ type: 'drawer-not-open' })).toMatch(/^Your drawer/)
    expect(textOf({ type: 'drawer-not-open', of: 'Amina Yusuf' })).toMatch(/^The drawer of \u2068Amina Yusuf\u2069/)
    for (const type of ['staff-suspended', 'drawer-closed-since'] as const)
      expect(textOf({ type, of: 'Amina Yusuf' })).toContain('Amina Yusuf')
    const above = { type: 'approval-needed', limit: 'cashOutMinor', limitMinor: 1n, amountMinor: 2n } as const
    expect(textOf({ ...above, currency: 'KES', of: 'Amina Yusuf' })).toContain('limit of \u2068Amina Yusuf')
  })

  test('a second person is offered only where there can be one', () => {
    const known = { type: 'client-may-exist', clientId: 'c', number: 'C001-01-00001-6', name: 'Wafula' } as const
    expect(textOf({ ...known, because: 'phone' })).toContain('somebody else')
    expect(textOf({ ...known, because: 'id-number' })).not.toContain('somebody else')
  })

  test('the state of an account is a word', () => {
    expect(textOf({ type: 'account-not-active', status: 'closed' })).toMatch(/^The account is closed/)
    expect(textOf({ type: 'account-not-active', status: 'x-new' })).toMatch(/^The account is not active/)
  })

  test('every role and permission has a name', () => {
    for (const role of roles)
      for (const permission of permissions)
        expect(textOf({ type: 'not-permitted', role, permission })).not.toMatch(/role-|permission-/)
  })
})
