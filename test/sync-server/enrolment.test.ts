import { expect, test } from 'vitest'
import { base64url } from '../../core/crypto/hash.ts'
import { generateSigningKey, signerOf } from '../../core/crypto/signing.ts'
import { enrolAnswerSchema } from '../../core/sync/protocol.ts'
import { setFoundingKey } from '../../sync-server/storage/enrolments.ts'
import { enrolmentBody, handDevice } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'
import { removeFolder, startServer } from './support/server.ts'

const branchId = '01890000-0000-7000-8000-00000000000c'
const hidden = 'branch/01890000-0000-7000-8000-00000000000d'

/** An institution whose head office has invited a device with this code. */
async function inviting(seed: string, expiresOn = '2026-03-09') {
  const at = await enrolled(seed)
  const code = signerOf(generateSigningKey().seed)
  const inviteId = at.device.environment.newId()
  const body = {
    inviteId,
    codeKey: base64url(code.publicKey),
    staffId: branchId,
    branchId,
    deviceCode: '02',
    expiresOn,
  }
  at.device.write({ type: 'device.invited', class: 'decision', entries: [], streams: ['reference'], body })
  at.device.write({ streams: [hidden] })
  await at.device.push(1)
  return { ...at, code, inviteId }
}

test('[Y6] the founding code enrols one log as head office, and the same log again after a lost answer', async () => {
  const server = await startServer()
  const first = handDevice(server, 'first')
  const code = server.code()
  const answer = await first.enrol(code)
  expect(enrolAnswerSchema.parse(answer.json)).toMatchObject({
    log: first.log,
    headOfficeKey: base64url(first.signer.publicKey),
  })
  expect((await first.enrol(code)).json).toEqual(answer.json)
  expect((await handDevice(server, 'second').enrol(code)).json).toEqual({ type: 'enrolment-refused', reason: 'used' })
  expect(server.code()).toBe('')
  await server.close()
  removeFolder(server.folder)
})

test('[Y6] of two founding codes only the last is good, and the server keeps neither', async () => {
  const server = await startServer()
  const early = server.code()
  const late = server.code()
  const device = handDevice(server, 'device')
  expect((await device.enrol(early)).json).toEqual({ type: 'enrolment-refused', reason: 'unknown' })
  const kept = JSON.stringify(server.main.db.prepare('SELECT hex(code_key) FROM founding').all())
  expect(kept).not.toContain(Buffer.from(late.slice(0, 11).replace('-', '')).toString('hex').toUpperCase())
  expect((await device.enrol(late)).status).toBe(200)
  await server.close()
  removeFolder(server.folder)
})

test('[Y6] [Y7] a proof for another key, or by another code, enrols nobody', async () => {
  const { server, close, code } = await inviting('forged')
  const thief = handDevice(server, 'thief')
  const owner = handDevice(server, 'owner')
  const stolen = JSON.parse(Buffer.from(enrolmentBody(server, owner.signer, code)).toString()) as Record<string, string>
  const body = Buffer.from(JSON.stringify({ ...stolen, publicKey: base64url(thief.signer.publicKey) }))
  expect((await thief.call('/v1/enrol', { method: 'POST', body })).json).toEqual({ type: 'not-authenticated' })
  const guess = signerOf(generateSigningKey().seed)
  expect((await thief.enrol(guess)).json).toEqual({ type: 'enrolment-refused', reason: 'unknown' })
  setFoundingKey(server.main.db, guess.publicKey)
  expect((await thief.enrol(guess)).json).toEqual({ type: 'enrolment-refused', reason: 'used' })
  expect((await owner.enrol(code)).status).toBe(200)
  await close()
})

test('[Y7] an invitation serves one log, again after a lost answer, and nobody after its last day', async () => {
  const { server, close, code } = await inviting('one')
  const second = handDevice(server, 'second')
  const answer = await second.enrol(code)
  expect(answer.json).toMatchObject({ log: second.log, streams: ['reference', `branch/${branchId}`] })
  expect((await second.enrol(code)).json).toEqual(answer.json)
  expect((await handDevice(server, 'third').enrol(code)).json).toEqual({ type: 'enrolment-refused', reason: 'used' })
  await close()
  const old = await inviting('old', '2026-03-01')
  expect((await handDevice(old.server, 'late').enrol(old.code)).json).toEqual({
    type: 'enrolment-refused',
    reason: 'expired',
  })
  await old.close()
})

test('[Y9] [Y10] before head office admits a log its records wait; afterwards they are handed out in their order', async () => {
  const { device: head, server, close, code, inviteId } = await inviting('waiting')
  const second = handDevice(server, 'second')
  await second.enrol(code)
  second.write({ streams: [`branch/${branchId}`] })
  second.write({ streams: [`branch/${branchId}`] })
  expect((await second.push(1)).status).toBe(200)
  const length = async () =>
    ((await head.call('/v1/streams')).json.streams as { stream: string; n: number }[]).find(
      ({ stream }) => stream === `branch/${branchId}`,
    )?.n
  expect(await length()).toBeUndefined()
  const pending = (await head.call('/v1/streams')).json.pending
  expect(pending).toMatchObject([{ log: second.log, inviteId, publicKey: base64url(second.signer.publicKey) }])
  expect((await second.call('/v1/streams')).json.pending).toEqual([])
  const body = { log: second.log, publicKey: base64url(second.signer.publicKey), deviceCode: '02', inviteId }
  head.write({ type: 'device.admitted', class: 'decision', entries: [], streams: ['reference'], body })
  await head.push(3)
  expect(await length()).toBe(2)
  expect((await head.call('/v1/streams')).json.pending).toEqual([])
  await close()
})

test('[Y10] a device pulls its own streams and is refused all others', async () => {
  const { server, close, code } = await inviting('streams')
  const second = handDevice(server, 'second')
  await second.enrol(code)
  const zero = '0'.repeat(64)
  const page = (stream: string) => second.call(`/v1/streams/${stream}?after=0&hash=${zero}`)
  expect((await page('reference')).status).toBe(200)
  expect((await page(`branch/${branchId}`)).status).toBe(200)
  for (const stream of [hidden, 'reference/x', '*', 'reference%20reference', ''])
    expect((await page(stream)).status).toBeGreaterThanOrEqual(403)
  expect(((await second.call('/v1/streams')).json.streams as { stream: string }[]).map(({ stream }) => stream)).toEqual(
    ['reference', `branch/${branchId}`],
  )
  await close()
})

test('[Y9] an invitation or admission that is not in the head-office log means nothing', async () => {
  const { server, close, code } = await inviting('pretender')
  const second = handDevice(server, 'second')
  await second.enrol(code)
  const forged = signerOf(generateSigningKey().seed)
  const invited = {
    inviteId: branchId,
    codeKey: base64url(forged.publicKey),
    staffId: branchId,
    branchId,
    deviceCode: '09',
    expiresOn: '2026-03-09',
  }
  second.write({ type: 'device.invited', class: 'decision', entries: [], streams: ['reference'], body: invited })
  const admitted = {
    log: second.log,
    publicKey: base64url(second.signer.publicKey),
    deviceCode: '02',
    inviteId: branchId,
  }
  second.write({ type: 'device.admitted', class: 'decision', entries: [], streams: ['reference'], body: admitted })
  expect((await second.push(1)).status).toBe(200)
  expect((await handDevice(server, 'third').enrol(forged)).json).toEqual({
    type: 'enrolment-refused',
    reason: 'unknown',
  })
  expect(server.main.db.prepare('SELECT count(*) FROM log WHERE is_admitted = 1').pluck().get()).toBe(1)
  await close()
})
