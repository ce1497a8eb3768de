import { expect, test } from 'vitest'
import { staffKeyNow } from '../../../core/storage/staff-keys.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { connectedBranch } from './support/two-ends.ts'

const staffKey = Uint8Array.from({ length: 32 }, (_, place) => place)

test.each([
  ['the person it was invited for', 'officer', staffKey],
  ['somebody else', 'manager', null],
] as const)(
  '[Y20] a joined log that names a key of %s: what head office takes it for',
  async (_whom, role, expected) => {
    const head = await connectedBranch()
    const { branch, client, server } = head
    const invited = branch.desk('officer').staffId
    const { created } = branch.must('head-office', { type: 'device.invite', staffId: invited })
    await client.syncNow()
    const { staffId } = branch.desk(role)
    const invitation = created.invitation ?? ''
    const join = { serverUrl: server.url, invitation, seed: 'second', staffKey, claimedStaffId: staffId }
    const second = await joinedDevice(join)
    for (const end of [second.client, client, second.client, client]) await end.syncNow()
    const key = staffKeyNow(branch.books.db, { staffId, logId: second.desk.log.logId })
    expect(key && [...key]).toEqual(expected && [...expected])
    expectBooksToBalance(branch)
    await server.close()
    removeFolder(server.folder)
  },
)
