import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { cut, type LocalRegistry, localRegistry, packageSpec, whole } from './support/local-registry.ts'

interface Filling {
  readonly child: ChildProcess
  /** What it has said up to now. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** A process that wants the cache filled, as each start of the application does. */
function fill(cache: string, { url }: LocalRegistry, integrity: string): Filling {
  const program = path.join(import.meta.dirname, 'support', 'fill-cache.ts')
  const npm = { npm_config_registry: url, npm_config_cache: temporaryFolder(), npm_config_fetch_retries: '0' }
  const child = spawn(process.execPath, [program, packageSpec, integrity], {
    env: { ...process.env, ...npm, NEXUM_RUNTIME_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return { child, said: () => said, ended: new Promise(resolve => child.once('close', resolve)) }
}

const inCache = (cache: string): readonly string[] => fs.readdirSync(cache).filter(name => !name.startsWith('lock.db'))

/** Keeps the package back until it is told to send it on, or to hang up. */
function heldBack(registry: LocalRegistry) {
  let held: { readonly response: ServerResponse; readonly tarball: Buffer } | undefined
  registry.next((response, tarball) => {
    held = { response, tarball }
  })
  return {
    isAsked: () => held !== undefined,
    send: () => held && whole(held.response, held.tarball),
    hangUp: () => held?.response.destroy(),
  }
}

test('[W42] a package with another hash than the pinned one is refused, whatever the registry says of it', async () => {
  const registry = await localRegistry()
  const cache = temporaryFolder()
  const other = fill(cache, registry, `sha512-${'A'.repeat(86)}==`)
  expect(await other.ended).toBe(1)
  expect(other.said()).toContain(`has integrity ${registry.integrity}: refused`)
  expect(inCache(cache)).toEqual([])
  expect(await fill(cache, registry, registry.integrity).ended).toBe(0)
  expect(fs.readFileSync(path.join(cache, 'runtime.txt'), 'utf8')).toBe('as it was published')
})

test('[W42] a download that is cut is told in a sentence, leaves nothing to be taken for whole, and goes well the next time', async () => {
  const registry = await localRegistry()
  const cache = temporaryFolder()
  registry.next(cut)
  const first = fill(cache, registry, registry.integrity)
  expect(await first.ended).toBe(1)
  expect(first.said()).toContain('The package registry did not give what is needed')
  expect(first.said()).not.toMatch(/ {4}at /)
  expect(inCache(cache).filter(name => name !== 'scratch')).toEqual([])
  expect(await fill(cache, registry, registry.integrity).ended).toBe(0)
  expect(inCache(cache)).toEqual(['runtime.txt'])
})

test('[W42] of two processes that want the cache the second waits until the first is done', async () => {
  const registry = await localRegistry()
  const cache = temporaryFolder()
  const download = heldBack(registry)
  const first = fill(cache, registry, registry.integrity)
  await expect.poll(download.isAsked, { timeout: 60_000 }).toBe(true)
  const second = fill(cache, registry, registry.integrity)
  await expect.poll(second.said, { timeout: 60_000 }).toContain('another process is preparing Electron')
  expect(registry.asked()).toBe(1)
  download.send()
  expect(await first.ended).toBe(0)
  expect(await second.ended).toBe(0)
  expect(registry.asked()).toBe(2)
  expect(inCache(cache)).toEqual(['runtime.txt'])
})

test('[W42] whoever waits takes over from a process that was killed, and from what it left half done', async () => {
  const registry = await localRegistry()
  const cache = temporaryFolder()
  const download = heldBack(registry)
  const first = fill(cache, registry, registry.integrity)
  await expect.poll(download.isAsked, { timeout: 60_000 }).toBe(true)
  fs.writeFileSync(path.join(cache, 'scratch', 'runtime.txt'), 'half of what was pub')
  const second = fill(cache, registry, registry.integrity)
  await expect.poll(second.said, { timeout: 60_000 }).toContain('another process is preparing Electron')
  first.child.kill('SIGKILL')
  download.hangUp()
  expect(await second.ended).toBe(0)
  expect(fs.readFileSync(path.join(cache, 'runtime.txt'), 'utf8')).toBe('as it was published')
  expect(inCache(cache)).toEqual(['runtime.txt'])
})
