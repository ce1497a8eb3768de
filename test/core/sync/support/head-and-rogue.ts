import { expect } from 'vitest'
import { openForBusiness } from '../../../support/branch.ts'
import { removeFolder } from '../../../sync-server/support/server.ts'
import { joinedDevice } from './joined-device.ts'
import { connectedBranch } from './two-ends.ts'

/** Head office at work, and an admitted device in the hands of somebody who signs what they like with its key. */
export async function headAndRogue() {
  const head = await connectedBranch()
  const { books } = head.branch
  const opened = openForBusiness(head.branch)
  const { invitation = '' } = head.branch.must('head-office', {
    type: 'device.invite',
    staffId: head.branch.desk('officer').staffId,
  }).created
  await head.client.syncNow()
  const rogue = await joinedDevice({
    serverUrl: head.server.url,
    invitation,
    seed: 'rogue',
  })
  for (const { client } of [rogue, head, rogue]) await client.syncNow()
  const exchange = async () => {
    expect(await rogue.client.syncNow()).toMatchObject({ ok: true })
    expect(await head.client.syncNow()).toMatchObject({
      value: { state: 'idle' },
    })
  }
  const close = async (): Promise<void> => {
    await head.server.close()
    removeFolder(head.server.folder)
  }
  const all = (sql: string, ...values: string[]): unknown[] =>
    books.db
      .prepare(sql)
      .raw()
      .all(...values)
  return { head, rogue, opened, exchange, close, all }
}

export type HeadAndRogue = Awaited<ReturnType<typeof headAndRogue>>
