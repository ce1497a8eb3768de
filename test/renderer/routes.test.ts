import { describe, expect, test } from 'vitest'
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
    [`#/record/${record.log}/12`, { task: 'record', record }],
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
