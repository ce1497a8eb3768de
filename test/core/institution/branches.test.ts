import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { branchesAnswer, staffAnswer } from '../../../core/query/staff-answer.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { type Branch, makeBranch, newClient } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { credit, debit, openBranch, rent } from '../manual-journals/journal-lines.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

const siaya = { type: 'branch.open', code: '002', name: 'Siaya' } as const
const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'
const opened = (branch: Branch): string => branch.must('head-office', siaya).created.branchId ?? ''

test.each([
  ['manager', siaya, 'not-permitted'],
  ['accountant', siaya, 'not-permitted'],
  ['head-office', { ...siaya, code: '001' }, 'branch-code-taken'],
  ['head-office', siaya, 'posted'],
] as const)('[A1][G10] a branch opened by %s as %o: %s', (role, command, expected) => {
  const branch = makeBranch()
  expect(outcomeType(branch.execute(role, command))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[Y21][G10] branches are opened at head office only', () => {
  const branch = makeBranch()
  spoiledOnPurpose(branch, 'the books say that another log is head office')
  branch.books.db.exec("UPDATE institution SET head_office_log = 'another'")
  expectRefusal(branch.execute('head-office', siaya), 'not-head-office')
})

test('[G10] people belong to a branch, and so does the device that they are invited to', () => {
  const branch = makeBranch()
  const branchId = opened(branch)
  const { db } = branch.books
  const invite = { type: 'device.invite', staffId: branch.desk('officer').staffId } as const
  const branchOf = (command: typeof invite & { branchId?: string }) =>
    recordAt(db, branch.must('head-office', command).record)?.record.body.branchId
  const [own] = branchesAnswer(db)
  expect(branchOf(invite)).toBe(own?.branchId)
  expect(branchOf({ ...invite, branchId })).toBe(branchId)
  expectRefusal(branch.execute('head-office', { ...invite, branchId: unknown }), 'branch-unknown')
  expect(staffAnswer(db, []).map(person => person.branchId)).toEqual(Array(6).fill(own?.branchId))
  expect(branchesAnswer(db)).toMatchObject([
    { code: '001', name: 'Kisumu', staff: 6, devices: 1 },
    { code: '002', name: 'Siaya', staff: 0, devices: 0 },
  ])
  expectBooksToBalance(branch)
})

test('[G10] what passes between two branches is a journal in each, through clearing', () => {
  const branch = openBranch()
  const branchId = opened(branch)
  const between = { ...rent, purpose: 'inter-branch' as const }
  expectRefusal(branch.execute('accountant', { ...between, branchId: unknown }, 'manager'), 'branch-unknown')
  branch.must('accountant', { ...between, lines: [debit('1390', 500n), credit('1130', 500n)] }, 'manager')
  const lines = [debit('1130', 500n), credit('1390', 500n)]
  const { record } = branch.must('accountant', { ...between, branchId, lines }, 'manager')
  expect(recordAt(branch.books.db, record)?.record).toMatchObject({ branch: branchId, streams: [`branch/${branchId}`] })
  const clearing = ledgerBalances(branch.books.db, '1390')
  expect(clearing.map(({ debitMinor, creditMinor }) => debitMinor - creditMinor).sort()).toEqual([-500n, 500n])
  const undone = branch.must('accountant', { type: 'operation.reverse', record, reason: 'other' }, 'manager')
  expect(recordAt(branch.books.db, undone.record)?.record.branch).toBe(branchId)
  expectBooksToBalance(branch)
})

test('[G10][Y7] a device of another branch books there, and to no other branch', async () => {
  const head = await connectedBranch()
  const { branch } = head
  const branchId = opened(branch)
  const { staffId } = branch.desk('head-office')
  const { invitation = '' } = branch.must('head-office', { type: 'device.invite', staffId, branchId }).created
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const { number = '' } = second.must({ type: 'client.register', client: newClient() })
  expect(number).toMatch(/^C002-02-/)
  const [own] = branchesAnswer(branch.books.db)
  expectRefusal(second.ask({ ...rent, branchId: own?.branchId }), 'not-head-office')
  expectRefusal(second.ask(rent), 'approval-needed')
  await second.client.syncNow()
  for (const { client } of [head, second, head]) await client.syncNow()
  expect(branch.books.db.prepare('SELECT branch_id FROM client').pluck().all()).toEqual([branchId])
  expectBooksToBalance(branch)
  await head.server.close()
  removeFolder(head.server.folder)
})
