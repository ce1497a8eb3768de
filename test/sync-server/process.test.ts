import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../sync-server/settings.ts'
import { clientOf, hashesHere } from '../core/sync/support/two-ends.ts'
import { makeBranch, openForBusiness } from '../support/branch.ts'

interface Running {
  readonly child: ChildProcess
  readonly url: string
  /** Up to now, on both streams. */
  readonly said: string
}

/** The server as `npm run server` starts it, once it says that it is there. */
async function running(folder: string, port = '0', ...options: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ['sync-server/main.ts', '--data', folder, '--port', port, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`exit ${code}: ${said}`)))
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        if (said.includes('Nexum sync server at')) resolve()
      })
  })
  const url = /at (http:\S+)/.exec(said)?.[1] ?? ''
  return {
    child,
    url,
    get said() {
      return said
    },
  }
}

const stopped = async ({ child }: Running, signal: NodeJS.Signals): Promise<number | null> => {
  const exit = new Promise<number | null>(resolve => child.once('close', resolve))
  child.kill(signal)
  return exit
}

test('[Y1] [Y6] the server process: a founding code once, killed in mid-work, started again, nothing acknowledged is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'server-process-'))
  const first = await running(folder)
  const code = /good once: (\S+)/.exec(first.said)?.[1] ?? ''
  expect(code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}$/)
  const branch = makeBranch()
  const { client } = clientOf(branch)
  expect(await client.connect(first.url, code)).toMatchObject({ ok: true })
  openForBusiness(branch)
  await client.syncNow()
  expect(client.status()).toMatchObject({ unsent: { count: 0 }, acknowledgedSeq: hashesHere(branch).length })
  await stopped(first, 'SIGKILL')
  branch.must('head-office', { type: 'device.invite', staffId: branch.desk('teller').staffId })
  const again = await running(folder, new URL(first.url).port)
  expect(again.said).not.toContain('Founding code')
  expect(await client.syncNow()).toMatchObject({ value: { state: 'idle', acknowledgedSeq: hashesHere(branch).length } })
  expect(statSync(join(folder, 'server-key')).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'operator-token')).mode & 0o077).toBe(0)
  expect(await stopped(again, 'SIGTERM')).toBe(0)
  rmSync(folder, { recursive: true })
})

test.each([
  [['--port', '99999'], '--port'],
  [['--port', 'x'], '--port'],
  [['--tls-key', 'k.pem'], '--tls-cert'],
  [['--requests-per-minute', '0'], '--requests-per-minute'],
  [['--device-requests-per-minute', 'many'], '--device-requests-per-minute'],
  [['--nonsense'], 'nonsense'],
])('[Y16] a command line that is wrong (%j) is refused with what is wrong', (args, word) => {
  const settings = readSettings(args)
  expect(settings.ok ? '' : settings.refusal).toContain(word)
})

test.each([
  // address       TLS                                               how it listens
  ['127.0.0.1', [], 'alone'],
  ['127.8.0.1', [], 'alone'],
  ['::1', [], 'alone'],
  ['localhost', [], 'alone'],
  ['localhost', ['--tls-in-front'], 'alone'],
  ['0.0.0.0', [], 'refused'],
  ['::', [], 'refused'],
  ['192.168.1.9', [], 'refused'],
  ['127.0.0.1.evil.example', [], 'refused'],
  ['bank.example', [], 'refused'],
  ['0.0.0.0', ['--tls-in-front'], 'behind a proxy'],
  ['0.0.0.0', ['--tls-key', 'k.pem', '--tls-cert', 'c.pem'], 'with its own TLS'],
])('[Y38] at %s with %j the server listens: %s', (host, options, expected) => {
  const settings = readSettings(['--host', host, ...options])
  if (!settings.ok) expect(settings.refusal).toContain('--tls-in-front')
  const { isTlsInFront = false, tls = null } = settings.ok ? settings.value : {}
  const how = tls ? 'with its own TLS' : isTlsInFront ? 'behind a proxy' : 'alone'
  expect(settings.ok ? how : 'refused').toBe(expected)
})

test('[Y38] a server in the open says so at each start, one of this machine alone does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'server-process-'))
  const alone = await running(folder)
  await stopped(alone, 'SIGTERM')
  expect(alone.said).not.toContain('Warning')
  const open = await running(folder, '0', '--host', '0.0.0.0', '--tls-in-front')
  await stopped(open, 'SIGTERM')
  expect(open.said).toContain('Warning: plain HTTP at 0.0.0.0')
  rmSync(folder, { recursive: true })
})

/** How many of six requests are told to wait where four a minute are allowed, each from the address that the header names. */
async function toldToWait(url: string, forwardedFor: (place: number) => string): Promise<number> {
  const answers = []
  for (let place = 0; place < 6; place++)
    answers.push(await fetch(`${url}/health`, { headers: { 'x-forwarded-for': forwardedFor(place) } }))
  return answers.filter(({ status }) => status === 429).length
}

test.each([
  ['a proxy of this machine', []],
  ['the proxy in front', ['--host', '0.0.0.0', '--tls-in-front']],
] as const)('[Y16][Y38] behind %s, who asks too much is told to wait, and nobody else', async (_, options) => {
  const folder = mkdtempSync(join(tmpdir(), 'server-process-'))
  const server = await running(folder, '0', '--requests-per-minute', '4', ...options)
  const url = server.url.replace('0.0.0.0', '127.0.0.1')
  expect(await toldToWait(url, place => `203.0.113.${place}`)).toBe(0)
  expect(await toldToWait(url, () => '198.51.100.7')).toBe(2)
  expect(await toldToWait(url, place => `192.0.2.${place}, 198.51.100.8`)).toBe(2)
  await stopped(server, 'SIGTERM')
  rmSync(folder, { recursive: true })
})
