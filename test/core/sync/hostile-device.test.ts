import { expect, test, vi } from 'vitest'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { openForBusiness } from '../../support/branch.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { forge } from './support/forge.ts'
import { joinedDevice } from './support/joined-device.ts'
import { connectedBranch } from './support/two-ends.ts'

/** A slow machine is not a fault of the sync. */
vi.setConfig({ testTimeout: 60_000 })

/** Head office at work, and an admitted device in the hands of somebody who signs what they like with its key. */
async function headAndRogue() {
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
  const all = (sql: string): unknown[] => books.db.prepare(sql).raw().all()
  return { head, rogue, opened, exchange, close, all }
}

const reference = ['staff', 'invitation', 'device', 'institution', 'branch', 'ledger_account', 'savings_product']

test('[Y21] what only head office says counts for nothing in the log of another device, and waits there', async () => {
  const { head, rogue, exchange, close, all } = await headAndRogue()
  const before = reference.map(table => all(`SELECT * FROM ${table}`))
  const newId = () => rogue.desk.environment.newId()
  const founding = head.branch.books.db.prepare("SELECT bytes FROM record WHERE type = 'institution.created'").pluck()
  const { body } = JSON.parse(String(founding.get()))
  const [person] = body.staff
  const granted = {
    ...person,
    staffId: newId(),
    code: 'EVIL',
    role: 'head-office',
  }
  const { staffId } = head.branch.desk('manager')
  const invited = {
    inviteId: newId(),
    codeKey: person.publicKey,
    staffId,
    branchId: body.branch.branchId,
  }
  const streams = ['reference']
  forge(rogue, { type: 'staff.added', body: granted, streams })
  forge(rogue, { type: 'staff.suspended', body: { staffId }, streams })
  forge(rogue, {
    type: 'device.invited',
    body: { ...invited, deviceCode: '77', expiresOn: '2027-01-01' },
    streams,
  })
  const { logId } = rogue.desk.log
  const admitted = {
    log: logId,
    publicKey: person.publicKey,
    deviceCode: '78',
    inviteId: invited.inviteId,
  }
  forge(rogue, { type: 'device.admitted', body: admitted, streams })
  forge(rogue, {
    type: 'institution.created',
    body: { ...body, institutionId: newId() },
    streams,
  })
  await exchange()
  expect(reference.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  await close()
})

test('[Y21] a device that is not head office refuses to add, suspend, invite or admit', async () => {
  const { head, rogue, close } = await headAndRogue()
  const { staffId } = head.branch.desk('teller')
  const desk = {
    ...rogue.desk,
    staffId: head.branch.desk('head-office').staffId,
  }
  const refused = (command: Record<string, unknown>) => {
    const parsed = journalCommandSchema.parse({
      key: desk.environment.newId(),
      ...command,
    }) as JournalCommand
    return executeJournalCommand(rogue.books, desk, parsed)
  }
  const notHere = { ok: false, refusal: { type: 'not-head-office' } }
  expect(refused({ type: 'staff.suspend', staffId })).toEqual(notHere)
  expect(refused({ type: 'device.invite', staffId })).toEqual(notHere)
  await close()
})
