import { expect, test } from 'vitest'
import { callBackLimit } from '../../../core/cash/cancel-transfer.ts'
import { receiveCash } from '../../../core/cash/receive-cash.ts'
import type { TransferEnd } from '../../../core/cash/transfer.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import type { OpenDayContext } from '../../../core/decision/context.ts'
import { count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { outcomeType } from '../../support/expect.ts'

const currency = 'KES' as const
const branch = makeBranch()
const { drawerId } = openForBusiness(branch)
const contextOf = (role: 'manager' | 'officer' | 'head-office' | 'teller') =>
  loadContext(branch.books, branch.desk(role)) as OpenDayContext
const transfer = { transferId: 't', currency, amountMinor: 100_000n, sentBy: 'somebody', isOpen: true }
const place = { account: '1120', subAccount: drawerId, currency, balanceMinor: 0n }
const back: TransferEnd = { kind: 'drawer', id: drawerId, isElsewhere: false, place }

test.each([
  ['officer', false, null],
  ['officer', true, 'two'],
  ['teller', true, 'two'],
  ['manager', true, null],
  ['head-office', true, null],
] as const)('[C9] called back by the %s, received elsewhere perhaps: %s, is for %s', (role, isElsewhere, expected) => {
  const state = { transfer, back, mayBeReceivedElsewhere: isElsewhere }
  const command = { type: 'cash.cancel-transfer', key: 'k', transferId: 't' } as const
  const held = callBackLimit(state, command, contextOf(role))
  expect(held && 'two').toBe(expected)
  if (held) expect(held).toEqual({ alwaysTwo: true, amountMinor: 100_000n, currency })
})

test.each([
  ['that has ended', { isOpen: false }, {}, 'transfer-not-open'],
  ['of their own', { sentBy: contextOf('officer').actor.staffId }, {}, 'own-transfer'],
  ['into a colleague’s drawer', {}, { staffId: 'another' }, 'drawer-not-yours'],
  ['into their drawer at another device', {}, { isElsewhere: true }, 'drawer-not-open'],
  ['into their drawer', {}, {}, 'posted'],
])(
  '[C9] an officer who receives a transfer %s is answered by the first that stands against it',
  (_what, over, end, expected) => {
    const context = contextOf('officer')
    const to = { ...back, staffId: context.actor.staffId, ...end }
    const command = { type: 'cash.receive', key: 'k', transferId: 't', counted: count([100_000n, 1]) } as const
    expect(outcomeType(receiveCash({ transfer: { ...transfer, ...over }, to }, command, context))).toBe(expected)
  },
)
