import { describe, expect, test } from 'vitest'
import { businessDate } from '../../core/calendar/business-date.ts'
import { hashOf, parseRoute, type Route } from '../../renderer/routes.ts'

const record = { log: 'abcdefghijklmnopqrstuvwxyz', seq: 12 }

describe('[W23] an address of the window leads to one task', () => {
  test.each<[string, Route]>([
    ['#/my-day', { task: 'my-day' }],
    ['#/search', { task: 'search', purpose: 'open' }],
    ['#/search/deposit', { task: 'search', purpose: 'deposit' }],
    ['#/account/1', { task: 'account', accountId: '1' }],
    ['#/withdraw/1', { task: 'withdraw', accountId: '1' }],
    ['#/client/2', { task: 'client', clientId: '2' }],
    ['#/client-groups/2', { task: 'client-groups', clientId: '2' }],
    ['#/group/5', { task: 'group', groupId: '5' }],
    ['#/new-loan/2', { task: 'new-loan', clientId: '2' }],
    ['#/loan-application/4', { task: 'loan-application', loanId: '4' }],
    ['#/amend-loan/4', { task: 'amend-loan', loanId: '4' }],
    ['#/loans/to-pay-out', { task: 'loans', list: 'to-pay-out' }],
    ['#/transfer/3', { task: 'transfer', transferId: '3' }],
    [`#/record/${record.log}/12`, { task: 'record', record }],
    ['#/product/basic-savings', { task: 'product', productId: 'basic-savings' }],
    ['#/next-version/basic-savings', { task: 'next-version', productId: 'basic-savings' }],
    ['#/ledger', { task: 'ledger' }],
    ['#/ledger/1110/-/value/-/-/-/-/-', { task: 'ledger', lines: { account: '1110', basis: 'value' } }],
    [
      '#/ledger/2110/KES/booking/2026-01-01/2026-01-31/b1/cash/closings',
      {
        task: 'ledger',
        lines: {
          account: '2110',
          currency: 'KES',
          basis: 'booking',
          from: businessDate('2026-01-01'),
          to: businessDate('2026-01-31'),
          branchId: 'b1',
          through: 'cash',
          without: 'closings',
        },
      },
    ],
    [`#/reverse/${record.log}/12`, { task: 'reverse', record }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
    expect(hashOf(route)).toBe(hash)
  })

  test.each(['', '#', '#/', '#/nowhere', '#/account', '#/client/', '#/record/x', '#/record/x/y', '#/__proto__'])(
    '%j is My day',
    hash => {
      expect(parseRoute(hash)).toEqual({ task: 'my-day' })
    },
  )
})
