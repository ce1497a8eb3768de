import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { base64url } from '../../core/crypto/hash.ts'
import { signerOf } from '../../core/crypto/signing.ts'
import { limits } from '../../core/sync/limits.ts'
import { wireRefusalSchema } from '../../core/sync/protocol.ts'
import { encodePushBatch } from '../../core/sync/push-batch.ts'
import { answerSignatureHeader } from '../../core/sync/signed-answer.ts'
import { compress } from '../../core/sync/wire-lines.ts'
import { type Call, enrolmentBody, type HandDevice, handDevice, headOffice, type Reply } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'
import { removeFolder, startServer, type TestServer } from './support/server.ts'

let server: TestServer
let device: HandDevice
let stranger: HandDevice
const foundingKey = signerOf(new Uint8Array(32).fill(7))
beforeAll(async () => {
  server = await startServer({ tenants: ['main', 'other'] })
  device = await headOffice(server, 'honest', foundingKey)
  stranger = handDevice(server, 'stranger')
  device.write()
  await device.push(1)
})
afterAll(async () => {
  await server.close()
  removeFolder(server.folder)
})

const someHash = createHash('sha256').update('x').digest('hex')
const someId = '01890000-0000-7000-8000-000000000001'
const stream = `branch/${someId}`
const zero = '0'.repeat(64)

/** Every route for devices, with a request that an honest device might make. */
const routes: readonly [string, (log: string) => { path: string; method: string; body?: Uint8Array }][] = [
  ['head', log => ({ method: 'GET', path: `/v1/logs/${log}/head` })],
  ['push', log => ({ method: 'POST', path: `/v1/logs/${log}/records`, body: batchOf(device) })],
  ['streams', () => ({ method: 'GET', path: '/v1/streams' })],
  ['pull', () => ({ method: 'GET', path: `/v1/streams/${stream}?after=0&hash=${zero}` })],
  ['put blob', () => ({ method: 'PUT', path: `/v1/blobs/${someHash}?offset=0&size=1`, body: Buffer.from('x') })],
  ['get blob', () => ({ method: 'GET', path: `/v1/blobs/${someHash}?offset=0` })],
  ['put key', () => ({ method: 'PUT', path: `/v1/subjects/${someId}/key`, body: new Uint8Array(32) })],
  ['get key', () => ({ method: 'GET', path: `/v1/subjects/${someId}/key` })],
  ['enrol', () => ({ method: 'POST', path: '/v1/enrol', body: enrolmentBody(server, device.signer, foundingKey) })],
]

const batchOf = ({ records }: HandDevice): Uint8Array =>
  compress(encodePushBatch({ from: 1, previous: new Uint8Array(32), records }))

/** All that the server holds, but for the counters that a well-signed request uses up. */
function contents(): string {
  const hash = createHash('sha256')
  for (const { db } of server.house.tenants.values())
    for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
      name: string
    }[])
      for (const row of db.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[])
        hash.update(JSON.stringify({ ...row, request_counter: 0 }))
  return hash.digest('hex')
}

function expectTyped(reply: Reply): void {
  const refusal = wireRefusalSchema.safeParse(reply.json)
  expect(refusal.success, JSON.stringify(reply.json)).toBe(true)
  expect(new TextDecoder().decode(reply.bytes)).not.toMatch(/Error|\.ts|node_modules| at /)
  expect(reply.status).toBeLessThan(500)
}

type Tamper = NonNullable<Call['tamper']>
const withHeader =
  (name: string, value: string): Tamper =>
  request => ({ ...request, headers: { ...request.headers, [name]: value } })
const forgeries: readonly [string, Tamper][] = [
  ['no signature at all', ({ path, body }) => ({ path, body, headers: {} })],
  ['an empty signature', withHeader('nexum-signature', '')],
  ['a signature of nothing', withHeader('nexum-signature', 'A'.repeat(86))],
  [
    'a changed counter',
    request => ({
      ...request,
      headers: { ...request.headers, 'nexum-counter': String(Number(request.headers['nexum-counter']) + 1) },
    }),
  ],
  ['a counter that is no number', withHeader('nexum-counter', '1e3')],
  ['another log', withHeader('nexum-log', 'a'.repeat(26))],
  ['another institution', withHeader('nexum-tenant', 'other')],
  ['an unknown institution', withHeader('nexum-tenant', 'nowhere')],
  ['an institution that is a path', withHeader('nexum-tenant', '../main')],
  ['another query', request => ({ ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}x=1` })],
]

test.each(
  routes.flatMap(([route, ask]) => forgeries.map(([forgery, tamper]) => [route, forgery, ask, tamper] as const)),
)('[Y5] %s with %s is refused and changes nothing', async (_route, _forgery, ask, tamper) => {
  const before = contents()
  const { path, ...rest } = ask(device.log)
  const reply = await device.call(path, { ...rest, tamper })
  expect(reply.status).toBe(401)
  expect(reply.json).toEqual({ type: 'not-authenticated' })
  expect(contents()).toBe(before)
})

test.each(routes.filter(([route]) => ['push', 'put blob', 'put key', 'enrol'].includes(route)))(
  '[Y5] %s with another body than was signed is refused',
  async (_route, ask) => {
    const before = contents()
    const { path, ...rest } = ask(device.log)
    const reply = await device.call(path, {
      ...rest,
      tamper: request => ({ ...request, body: Buffer.concat([request.body, Buffer.of(32)]) }),
    })
    expect(reply.status).toBe(401)
    expect(contents()).toBe(before)
  },
)

test.each(routes)('[Y5] %s asked again with a used counter is refused with the next one', async (_route, ask) => {
  const { path, ...rest } = ask(device.log)
  const first = await device.call(path, rest)
  expect(first.json.type).not.toBe('counter-used')
  const before = contents()
  const used = server.main.db
    .prepare('SELECT request_counter FROM log WHERE log_id = ?')
    .pluck()
    .get(device.log) as number
  for (const counter of [used, 1]) {
    const replayed = await device.call(path, { ...rest, counter })
    expect(replayed.status).toBe(401)
    expect(replayed.json).toEqual({ type: 'counter-used', next: used + 1 })
  }
  expect(contents()).toBe(before)
})

test.each(routes)(
  '[Y5] [Y10] %s by a log that is not enrolled, or enrolled in another institution, is refused',
  async (route, ask) => {
    const before = contents()
    const { path, ...rest } = ask(stranger.log)
    const unknown = await stranger.call(path, rest)
    expect(unknown.status).toBe(401)
    const elsewhere = await device.call(ask(device.log).path, { ...rest, tenant: 'other' })
    expect(elsewhere.json.type).toBe(route === 'enrol' ? 'enrolment-refused' : 'not-authenticated')
    expect(contents()).toBe(before)
  },
)

test('[Y5] [Y10] a log is pushed to and asked about by its own device only', async () => {
  const other = await startServer()
  const mine = await headOffice(other, 'mine')
  expect((await mine.call(`/v1/logs/${device.log}/head`)).json).toEqual({ type: 'not-permitted' })
  expect((await mine.call(`/v1/logs/${device.log}/records`, { method: 'POST', body: batchOf(device) })).status).toBe(
    403,
  )
  await other.close()
  removeFolder(other.folder)
})

test.each(['push', 'put blob', 'put key', 'enrol'])(
  '[Y16] %s with a body over the limit is refused before it is read',
  async route => {
    const ask = routes.find(([name]) => name === route)?.[1]
    if (!ask) throw new Error(route)
    const reply = await device.call(ask(device.log).path, {
      method: ask(device.log).method,
      body: new Uint8Array(limits.bodyBytes + 1),
    })
    expect(reply.status).toBe(413)
    expect(reply.json).toEqual({ type: 'body-too-large' })
  },
)

test('[Y16] a small body that unfolds beyond the limit is refused', async () => {
  const bomb = compress(new Uint8Array(limits.unfoldedBytes + 1))
  expect(bomb.length).toBeLessThan(1000)
  const reply = await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body: bomb })
  expect(reply.json).toEqual({ type: 'request-malformed', where: 'body' })
})

test('[Y16] too many requests in a minute are refused with when to come again, on unknown routes too', async () => {
  const small = await startServer({ requestsPerMinute: 5 })
  const replies = []
  for (let n = 0; n < 8; n++) replies.push(await fetch(`${small.url}/${n % 2 ? 'health' : 'nowhere'}`))
  expect(replies.map(({ status }) => status).slice(5)).toEqual([429, 429, 429])
  expect(await replies[7]?.json()).toMatchObject({ type: 'too-many-requests' })
  expect(Number(replies[7]?.headers.get('retry-after'))).toBeGreaterThan(0)
  await small.close()
  removeFolder(small.folder)
})

test('[Y31] a device that asks too often is made to wait, with a signed answer; others at the same address go on', async () => {
  const { server: small, device: greedy, close } = await enrolled('greedy', { deviceRequestsPerMinute: 5 })
  const replies = []
  for (let n = 0; n < 7; n++) replies.push(await greedy.call('/v1/streams'))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
  const [last] = replies.slice(-1)
  expect(last?.json).toMatchObject({ type: 'too-many-requests' })
  expect(last?.headers.get(answerSignatureHeader)).toMatch(/^[\w-]{86}$/)
  const stranger = handDevice(small, 'stranger')
  expect((await stranger.call('/v1/streams')).json).toEqual({ type: 'not-authenticated' })
  expect((await fetch(`${small.url}/health`)).status).toBe(200)
  await close()
})

test('[Y5] health says only who answers; metrics need the operator; everything else is not found', async () => {
  const health = await fetch(`${server.url}/health`)
  expect(await health.json()).toEqual({ v: 1, status: 'ok', publicKey: base64url(server.house.server.publicKey) })
  expect(health.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await fetch(`${server.url}/metrics`)).status).toBe(401)
  expect((await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer operator2' } })).status).toBe(401)
  const metrics = await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer operator' } })
  expect(await metrics.text()).toMatch(/nexum_records\{tenant="main"\} 1\n/)
  for (const path of ['/', '/v1', '/v1/logs', '/v2/streams', '/health/x', '/metrics/../health/x'])
    expect(await (await fetch(server.url + path)).json()).toEqual({ type: 'not-found' })
})

const segment = fc.oneof(
  fc.constantFrom(
    'v1',
    'logs',
    'streams',
    'blobs',
    'subjects',
    'key',
    'head',
    'records',
    'enrol',
    'metrics',
    '..',
    '%00',
    '%zz',
    '',
  ),
  fc.string(),
)
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
  segments: fc.array(segment, { maxLength: 5 }),
  query: fc.option(fc.string({ maxLength: 40 })),
  body: fc.uint8Array({ maxLength: 300 }),
  isSigned: fc.boolean(),
})

test('[Y5] [Y16] whatever is asked, signed or not, the answer is a typed refusal and nothing changes', async () => {
  const before = contents()
  const property = fc.asyncProperty(requests, async ({ method, segments, query, body, isSigned }) => {
    const path = encodeURI(
      `/${segments.join('/')}${query === null ? '' : `?${query}`}`.replaceAll('\uFFFD', ''),
    ).replaceAll('#', '')
    const tamper: Tamper = request => (isSigned ? request : { ...request, headers: {} })
    const reply = await device.call(path, { method, body, tamper })
    if (reply.status !== 200) expectTyped(reply)
    else expect(path.startsWith('/health') || isSigned).toBe(true)
  })
  await fc.assert(property, { seed: 20260302, numRuns: 300 })
  expect(contents()).toBe(before)
})

const lines = fc.array(
  fc.oneof(
    fc.string(),
    fc.json(),
    fc.constant('"'.concat('A'.repeat(86), '"')),
    fc.constant(`{"v":1,"from":1,"previous":"${zero}"}`),
  ),
)

test('[Y3] [Y16] a well-signed push of anything at all stores nothing that is not a record', async () => {
  const before = contents()
  const property = fc.asyncProperty(
    fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      lines.map(all => compress(Buffer.from(all.map(line => `${line}\n`).join('')))),
    ),
    async body => {
      expectTyped(await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body }))
    },
  )
  await fc.assert(property, { seed: 20260303, numRuns: 300 })
  expect(contents()).toBe(before)
})

const enrolFields = ['v', 'codeKey', 'publicKey', 'proof', 'certificate'] as const
/** Nothing of this is a version, a key or a signature. */
const notAField = fc.oneof(
  fc.jsonValue().filter(value => value !== 1),
  fc.constantFrom(
    -1,
    0,
    2,
    1e300,
    '1',
    '\u0000',
    '\u001b[2J',
    '\u202e',
    '__proto__',
    '',
    'A'.repeat(44),
    'A'.repeat(9_999),
  ),
  fc.constantFrom(42, 43, 85, 86, 87).map(length => `${'A'.repeat(length - 1)}\n`),
)
const honestEnrolment = () =>
  JSON.parse(Buffer.from(enrolmentBody(server, device.signer, foundingKey)).toString()) as Record<string, unknown>

test('[Y6] [Y16] a well-signed enrolment with a field too many, too few or of another kind is malformed, and enrols nobody', async () => {
  const before = contents()
  const spoilt = fc.oneof(
    fc.tuple(fc.constantFrom(...enrolFields), notAField).map(([field, value]) => ({ [field]: value })),
    fc.constantFrom('v', 'codeKey', 'publicKey', 'proof').map(field => ({ [field]: undefined })),
    fc
      .tuple(fc.constantFrom('note', 'V', 'isHeadOffice', 'streams', '\u0000', ''), fc.jsonValue())
      .map(([field, value]) => ({ [field]: value })),
  )
  const property = fc.asyncProperty(spoilt, async change => {
    const body = Buffer.from(JSON.stringify({ ...honestEnrolment(), ...change }))
    expect((await device.call('/v1/enrol', { method: 'POST', body })).json).toEqual({
      type: 'request-malformed',
      where: 'body',
    })
  })
  await fc.assert(property, { seed: 20260305, numRuns: 300 })
  expect(
    (await device.call('/v1/enrol', { method: 'POST', body: Buffer.from(JSON.stringify(honestEnrolment())) })).status,
  ).toBe(200)
  expect(contents()).toBe(before)
})

test('[Y6] [Y16] a well-signed enrolment that is anything but such an object is malformed, and enrols nobody', async () => {
  const before = contents()
  const property = fc.asyncProperty(
    fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.oneof(fc.json(), fc.string()).map(text => Buffer.from(text)),
    ),
    async body => {
      expect((await stranger.call('/v1/enrol', { method: 'POST', body })).json).toEqual({
        type: 'request-malformed',
        where: 'body',
      })
    },
  )
  await fc.assert(property, { seed: 20260306, numRuns: 300 })
  expect(contents()).toBe(before)
})

test('[Y16] a blob is put only where offset and size are whole numbers: negative, broken, huge and unreadable ones are malformed', async () => {
  const hash = createHash('sha256').update('a blob that a record names').digest('hex')
  device.write({ blobs: [{ name: 'photo', subject: someId, hash }] })
  await device.push(device.records.length)
  const before = contents()
  const ask = (offset: string, size: string, name = hash) =>
    device.call(`/v1/blobs/${name}?${new URLSearchParams({ offset, size })}`, { method: 'PUT', body: Buffer.from('x') })
  const put = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).json
  const malformed = { type: 'request-malformed', where: 'query' }
  const noNumbers = [
    '-1',
    '-0',
    '+1',
    '1.5',
    '1e3',
    '0x10',
    '01',
    '',
    ' 1',
    '1\n',
    '\u0000',
    'NaN',
    'Infinity',
    '9'.repeat(16),
  ]
  for (const number of [...noNumbers, '9'.repeat(400), '١']) {
    expect(await put(number, '1'), number).toEqual(malformed)
    expect(await put('0', number), number).toEqual(malformed)
  }
  for (const name of ['x', hash.toUpperCase(), `${hash}0`]) expect(await put('0', '1', name)).toEqual(malformed)
  expect(await put('0', '9'.repeat(15))).toEqual({ type: 'body-too-large' })
  expect(await put('0', `${limits.blobBytes + 1}`)).toEqual({ type: 'body-too-large' })
  expect(await put('9'.repeat(15), '1')).toEqual({ type: 'offset-differs', have: 0 })
  expect(await put('0', '0')).toEqual({ type: 'request-malformed', where: 'size' })
  const property = fc.asyncProperty(fc.string(), fc.string(), async (offset, size) => {
    expectTyped(await ask(offset, size))
  })
  await fc.assert(property, { seed: 20260307, numRuns: 200 })
  expect(contents()).toBe(before)
})

const queries = fc.record(
  {
    after: fc.oneof(fc.integer().map(String), fc.string()),
    hash: fc.oneof(fc.constant(zero), fc.string()),
    bytes: fc.string(),
    offset: fc.string(),
    size: fc.string(),
    seq: fc.string(),
  },
  { requiredKeys: [] },
)

test('[Y16] well-signed questions with any query are answered or refused, never with a failure', async () => {
  const paths = [
    `/v1/logs/${device.log}/head`,
    `/v1/streams/${stream}`,
    `/v1/streams/${'x'.repeat(200)}`,
    `/v1/blobs/${someHash}`,
    '/v1/blobs/x',
    '/v1/subjects/x/key',
  ]
  const property = fc.asyncProperty(fc.constantFrom(...paths), queries, async (path, query) => {
    const reply = await device.call(`${path}?${new URLSearchParams(query as Record<string, string>)}`)
    if (reply.status !== 200) expectTyped(reply)
  })
  await fc.assert(property, { seed: 20260304, numRuns: 300 })
})

/** What anybody may ask; every other route is in the table above, and so is forged, replayed and asked by strangers. */
const openRoutes = ['GET /health', 'GET /metrics']

test('[Y5] the server has no route but the two open ones and those that are forged, replayed and asked by strangers above', () => {
  const had = server.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => {
      const [, path = '', methods = ''] = /(\/\S*|\*) \((.+)\)/.exec(line) ?? []
      const full = path === '*' ? '/v1/streams/*' : path
      return methods
        .split(', ')
        .filter(method => method !== '' && method !== 'HEAD')
        .map(method => `${method} ${full}`)
    })
  const tried = routes.map(([, ask]) => ask(device.log)).map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  const isTried = (route: string) => {
    const shape = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+').replace('/*', '/.+')}$`)
    return tried.some(one => shape.test(one))
  }
  expect(had.filter(route => openRoutes.includes(route)).sort()).toEqual(openRoutes)
  expect(had.filter(route => !openRoutes.includes(route) && !isTried(route))).toEqual([])
  expect(had).toHaveLength(openRoutes.length + routes.length)
})

test('[Y5] every answer, good or bad, forbids a browser to keep it, frame it, run it or come without encryption', async () => {
  for (const path of ['/health', '/metrics', '/nowhere', `/v1/logs/${device.log}/head`, '/%zz']) {
    const { headers } = await fetch(server.url + path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

test('[Y16] a batch of more records than one push may have is refused whole', async () => {
  const [record] = device.records
  if (!record) throw new Error('the device wrote one')
  const batch = (count: number) =>
    compress(
      encodePushBatch({ from: 1, previous: new Uint8Array(32), records: Array.from({ length: count }, () => record) }),
    )
  const push = async (count: number) =>
    (await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body: batch(count) })).json
  const before = contents()
  expect(await push(1_001)).toEqual({ type: 'request-malformed', where: 'records' })
  expect(await push(1_000)).not.toEqual({ type: 'request-malformed', where: 'records' })
  expect(contents()).toBe(before)
})
