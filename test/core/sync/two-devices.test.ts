import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { newClient, openForBusiness } from '../../support/branch.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { type ConnectedBranch, connectedBranch } from './support/two-ends.ts'

const rows = (books: ConnectedBranch['branch']['books'], sql: string): readonly unknown[] =>
  books.db.prepare(sql).raw().all()
const journal = 'SELECT log_id, seq, hex(hash) FROM record JOIN log USING (log_no) ORDER BY log_id, seq'
const balances = 'SELECT * FROM balance ORDER BY 1, 2, 3, 4'
const people = 'SELECT client_id, number, name, phone FROM client ORDER BY client_id'

/** The officer's id, whom head office invites to a device of their own. */
const officerId = ({ branch }: ConnectedBranch): string => branch.desk('officer').staffId

const invite = (connected: ConnectedBranch): string =>
  connected.branch.must('head-office', { type: 'device.invite', staffId: officerId(connected) }).created.invitation ??
  ''

test('[Y7] [Y8] [Y9] an invited device joins, head office admits it, and both end with the same books', async () => {
  const head = await connectedBranch()
  openForBusiness(head.branch)
  const invitation = invite(head)
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  expect(rows(second.books, people)).toEqual(rows(head.branch.books, people))
  expect(rows(second.books, people)[0]).toContain('Achieng Odhiambo')
  expect(rows(second.books, balances)).toEqual(rows(head.branch.books, balances))
  expect(second.desk.staffId).toBe(officerId(head))
  await second.client.syncNow()
  await head.client.syncNow()
  expect(rows(head.branch.books, "SELECT count(*) FROM record WHERE type = 'device.admitted'")).toEqual([[1]])
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  second.must({ type: 'client.register', client: newClient({ givenNames: 'Wambui', familyName: 'Njoroge' }) })
  for (const { client } of [second, head, second, head])
    expect(await client.syncNow()).toMatchObject({ ok: true, value: { state: 'idle', unsent: { count: 0 } } })
  expect(rows(second.books, journal)).toEqual(rows(head.branch.books, journal))
  expect(rows(head.branch.books, people)).toEqual(rows(second.books, people))
  expect(rows(head.branch.books, people).flat()).toContain('Wambui Njoroge')
  expect(rows(second.books, balances)).toEqual(rows(head.branch.books, balances))
  await head.server.close()
  removeFolder(head.server.folder)
})

test('[Y7] an invitation is good once, for its own institution, until it expires', async () => {
  const head = await connectedBranch()
  const invitation = invite(head)
  const late = invite(head)
  await head.client.syncNow()
  const { url: serverUrl } = head.server
  await joinedDevice({ serverUrl, invitation, seed: 'first' })
  await expect(joinedDevice({ serverUrl, invitation, seed: 'again' })).rejects.toThrow('"reason":"used"')
  const elsewhere = await connectedBranch(undefined, 'elsewhere')
  await expect(joinedDevice({ serverUrl: elsewhere.server.url, invitation: late, seed: 'lost' })).rejects.toThrow(
    '"reason":"unknown"',
  )
  head.server.environment.setClock('2026-03-20T08:00:00.000Z')
  await expect(joinedDevice({ serverUrl, invitation: late, seed: 'late' })).rejects.toThrow('"reason":"expired"')
  for (const { server } of [head, elsewhere]) {
    await server.close()
    removeFolder(server.folder)
  }
})

test('[Y8] a device that the server lets in without a proof is not admitted by head office', async () => {
  const head = await connectedBranch()
  const invitation = invite(head)
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  head.server.main.db.prepare('UPDATE log SET proof = zeroblob(64) WHERE log_id = ?').run(second.desk.log.logId)
  await head.client.syncNow()
  await second.client.syncNow()
  await head.client.syncNow()
  expect(rows(head.branch.books, "SELECT count(*) FROM record WHERE type = 'device.admitted'")).toEqual([[0]])
  expect(rows(head.branch.books, `SELECT count(*) FROM log WHERE log_id = '${second.desk.log.logId}'`)).toEqual([[0]])
  await head.server.close()
  removeFolder(head.server.folder)
})
