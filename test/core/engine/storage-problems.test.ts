import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { faultName, refusalOfFault } from '../../../core/engine/translate-fault.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { booksOfEngine } from './books-of-engine.ts'
import {
  foundedEngine,
  founding,
  must,
  newKey,
  type StartOptions,
  startEngine,
  type TestEngine,
  temporaryFolder,
  workADay,
} from './made-engine.ts'
import { copyOf } from './photographed-folder.ts'

const session = async ({ port }: TestEngine) => must(await port.query({ type: 'session' }))

async function closedInstallation(): Promise<string> {
  const made = await foundedEngine()
  await workADay(made)
  await made.engine.close()
  return made.directory
}

test.each([
  ['the books', 'branch.db', 'file-missing'],
  ['the keyring', 'keyring.json', 'key-missing'],
  ['the log’s key', 'device.key', 'key-missing'],
])('[A34] without %s the installation says so, and works again when it is back', async (_what, name, problem) => {
  const directory = await closedInstallation()
  const file = path.join(directory, name)
  const bytes = readFileSync(file)
  rmSync(file)
  const made = await startEngine({ directory })
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem })
  expect(await made.signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: problem } })
  expect(await made.port.execute({ type: 'institution.create', key: newKey(), founding: {} } as never)).toMatchObject({
    ok: false,
  })
  writeFileSync(file, bytes)
  expect((await session(made)).state).toBe('signed-out')
  expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
})

test.each([
  ['at its head', 20],
  ['in the first page', 700],
  ['further in', 20_000],
])('[A34] books damaged %s are damaged, and stay what they are', async (_where, place) => {
  const directory = await closedInstallation()
  const file = path.join(directory, 'branch.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, place, place + 64)
  writeFileSync(file, bytes)
  spoiledOnPurpose({ directory }, 'a part of the file is overwritten')
  const made = await startEngine({ directory })
  expect(await made.signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'damaged-file' } })
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'damaged-file' })
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('[A34] books found damaged in the middle of work take nothing more, and mended they open again with all that was recorded', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  await made.engine.close()
  const { directory } = made
  const whole = copyOf(directory)
  const working = await startEngine({ directory })
  must(await working.signIn('OFF1'))
  const beside = await booksOfEngine(directory)
  const file = path.join(directory, 'branch.db')
  writeFileSync(file, readFileSync(file).fill(0x5a, 4096))
  // What the session has read once lies in memory until somebody else has written.
  beside.db.pragma(`user_version = ${Number(beside.db.pragma('user_version', { simple: true }))}`)
  beside.close()
  expect(await working.port.query({ type: 'journal', limit: 50 })).toMatchObject({
    refusal: { type: 'storage-unavailable', code: expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB)/) },
  })
  expect(await session(working)).toMatchObject({ state: 'unavailable', problem: 'damaged-file' })
  const deposit = {
    type: 'savings.deposit',
    key: newKey(),
    accountId,
    amountMinor: 100n,
    currency: 'KES',
  } as const
  expect(await working.port.execute(deposit)).toMatchObject({ refusal: { type: 'storage-unavailable' } })
  expect(working.faults).toHaveLength(1)

  for (const name of readdirSync(whole)) copyFileSync(path.join(whole, name), path.join(directory, name))
  must(await working.signIn('OFF1'))
  expect(must(await working.port.query({ type: 'outcome', key: deposit.key }))).toEqual({ known: false })
  must(await working.port.execute(deposit))
  expect(must(await working.port.query({ type: 'account', accountId })).balanceMinor).toBe(250_100n)
})

/** The books of a session that lasts, damaged on the disk, all that the session has of them in memory gone. */
async function damagedWhileOpen(options: StartOptions = {}): Promise<TestEngine> {
  const made = await foundedEngine()
  await workADay(made)
  await made.engine.close()
  const { directory } = made
  const working = await startEngine({ ...options, directory })
  must(await working.signIn('OFF1'))
  const beside = await booksOfEngine(directory)
  const file = path.join(directory, 'branch.db')
  writeFileSync(file, readFileSync(file).fill(0x5a, 4096))
  beside.db.pragma(`user_version = ${Number(beside.db.pragma('user_version', { simple: true }))}`)
  beside.close()
  return working
}

test('[A70] books found damaged by a timer, before anybody asks anything, have the same page and one line in the log', async () => {
  const working = await damagedWhileOpen()
  spoiledOnPurpose(working, 'all pages but the first are overwritten')
  const told: string[] = []
  working.engine.subscribe(event => told.push(event.type))
  working.time.pass(5)
  expect(told).toContain('session')
  expect(working.faults).toEqual([expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB)\S* [\w-]+\.ts:\d+$/)])
  expect(await session(working)).toMatchObject({ state: 'unavailable', problem: 'damaged-file' })
})

test('[A34] another installation’s log key is no key of these books, and nothing is signed with it', async () => {
  const [mine, theirs] = [await closedInstallation(), await closedInstallation()]
  copyFileSync(path.join(theirs, 'device.key'), path.join(mine, 'device.key'))
  const made = await startEngine({ directory: mine })
  expect(await made.signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'key-unreadable' } })
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'key-unreadable' })
})

test.each([
  ['the keyring', 'keyring.json', 'unavailable'],
  ['the log’s key', 'device.key', 'signed-out'],
])(
  '[A34][A24] %s that is damaged is told from one that is missing, and stays what it is',
  async (_what, name, seen) => {
    const directory = await closedInstallation()
    const file = path.join(directory, name)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length - 9))
    const made = await startEngine({ directory })
    expect((await session(made)).state).toBe(seen)
    expect(await made.signIn('OFF1')).toMatchObject({
      refusal: { type: 'storage-unavailable', code: 'key-unreadable' },
    })
    expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'key-unreadable' })
    expect(readFileSync(file).length).toBe(bytes.length - 9)
    writeFileSync(file, bytes)
    expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
  },
)

test('[A34] a folder that cannot be made is not writable', async () => {
  const file = path.join(temporaryFolder(), 'a-file')
  writeFileSync(file, '')
  const made = await startEngine({ directory: path.join(file, 'folder') })
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'not-writable' })
})

test('[A34] a disk that is full while founding leaves no institution, and founding works once there is room', async () => {
  const directory = temporaryFolder()
  const real = openInstallationFolder(directory)
  let isFull = true
  const write = (name: string, bytes: Uint8Array): void => {
    if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    real.write(name, bytes)
  }
  const made = await startEngine({ directory, folder: { ...real, write } })
  const create = { type: 'institution.create', key: newKey(), founding }
  expect(outcomeType(await made.engine.execute(create))).toBe('storage-full')
  isFull = false
  expect(outcomeType(await made.engine.execute(create))).toBe('posted')
  expect(made.faults).toHaveLength(1)
})

test.each([
  [{ code: 'SQLITE_FULL' }, { type: 'storage-full' }],
  [{ code: 'ENOSPC' }, { type: 'storage-full' }],
  [{ code: 'SQLITE_IOERR_WRITE' }, { type: 'storage-unavailable', code: 'SQLITE_IOERR_WRITE' }],
  [{ code: 'SQLITE_BUSY' }, { type: 'storage-unavailable', code: 'SQLITE_BUSY' }],
  [{ code: 'EACCES' }, { type: 'storage-unavailable', code: 'EACCES' }],
  [{ code: 'SQLITE_CONSTRAINT_TRIGGER' }, { type: 'engine-failed' }],
  [{ code: 'ERR_INVALID_ARG_TYPE' }, { type: 'engine-failed' }],
  [{}, { type: 'engine-failed' }],
])('[A34][A31] the fault %o becomes %o', (fault, refusal) => {
  expect(refusalOfFault(Object.assign(new Error('Achieng Odhiambo'), fault))).toEqual(refusal)
})

test('[A31] a fault is named by its code and place, never by what it said', () => {
  const fault = new Error('Achieng\n    at secret.ts:12')
  expect(faultName(fault)).toMatch(/^Error storage-problems\.test\.ts:\d+$/)
  expect(faultName(Object.assign(fault, { code: 'SQLITE_BUSY' }))).toMatch(/^SQLITE_BUSY /)
  expect(faultName('Achieng')).toBe('thrown-value')
})

test('[A33] a second engine is refused, and takes over when the first has closed', async () => {
  const first = await foundedEngine()
  const second = await startEngine({ directory: first.directory })
  expect(await session(second)).toMatchObject({ state: 'unavailable', problem: 'second-instance' })
  expect(await second.signIn('OFF1')).toMatchObject({
    refusal: { type: 'storage-unavailable', code: 'second-instance' },
  })
  expect(outcomeType(await first.signIn('OFF1'))).toBe('posted')
  await first.engine.close()
  expect((await session(second)).state).toBe('signed-out')
  expect(outcomeType(await second.signIn('OFF1'))).toBe('posted')
})

/** Another process with an engine in the folder, which has said that it is there. */
async function engineElsewhere(directory: string): Promise<ChildProcess> {
  const engine = path.resolve('core/engine/engine.ts')
  const script = `const { createEngine } = await import(${JSON.stringify(engine)})
    await createEngine({ directory: ${JSON.stringify(directory)} })
    console.log('ready'); setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('[A33] an engine in another process keeps this one out, until that process is killed', async () => {
  const directory = await closedInstallation()
  const child = await engineElsewhere(directory)
  const made = await startEngine({ directory })
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'second-instance' })
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  expect((await session(made)).state).toBe('signed-out')
  expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
})

test('[A34] a disk that is full at sign-in opens nothing and keeps nothing open', async () => {
  const directory = await closedInstallation()
  const real = openInstallationFolder(directory)
  let isFull = true
  const write = (name: string, bytes: Uint8Array): void => {
    if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    real.write(name, bytes)
  }
  const made = await startEngine({ directory, folder: { ...real, write } })
  expect(outcomeType(await made.signIn('OFF1'))).toBe('storage-full')
  expect(await session(made)).toMatchObject({ state: 'unavailable', problem: 'disk-full' })
  expect(readdirSync(directory).filter(name => name.startsWith('branch.db'))).toEqual(['branch.db'])
  isFull = false
  expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
})
