import { expect, test } from 'vitest'
import { loadContext } from '../../../core/command/load-context.ts'
import type { TestEnvironment } from '../../support/deterministic-environment.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { connectedBranch, meddling } from './support/two-ends.ts'

test("[Y27] [Y42] a grant is extended from the server's time, by a complete pull of what head office said, and by nothing else", async () => {
  const head = await connectedBranch()
  const invite = (role: 'officer' | 'teller') =>
    head.branch.must('head-office', { type: 'device.invite', staffId: head.branch.desk(role).staffId }).created
  const { invitation = '' } = invite('officer')
  await head.client.syncNow()
  let isWithheld = false
  const open = meddling(async (request, send) =>
    isWithheld && request.path.startsWith('/v1/streams/reference')
      ? { ok: false, refusal: { type: 'server-unreachable', timedOut: false } }
      : send(),
  )
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second', open })
  for (const { client } of [second, head, second]) await client.syncNow()
  const validUntil = () => loadContext(second.books, second.desk).actor.validUntil
  const clock = second.desk.environment as TestEnvironment
  clock.setClock('2031-01-01T00:00:00.000Z')
  await second.client.syncNow()
  const before = validUntil()
  expect(before < '2026-04-01').toBe(true)

  head.server.environment.setClock('2026-06-01T00:00:00.000Z')
  invite('teller')
  await head.client.syncNow()
  isWithheld = true
  await second.client.syncNow()
  expect(validUntil()).toBe(before)

  isWithheld = false
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'idle' } })
  expect(validUntil() > '2026-06-01' && validUntil() < '2026-07-01').toBe(true)

  head.server.environment.setClock('2036-01-01T00:00:00.000Z')
  await second.client.syncNow()
  expect(validUntil() > '2036').toBe(true)
  head.server.environment.setClock('2026-06-01T00:00:00.000Z')
  await second.client.syncNow()
  expect(validUntil() > '2026-06-01' && validUntil() < '2026-07-01').toBe(true)
  await head.server.close()
  removeFolder(head.server.folder)
})
