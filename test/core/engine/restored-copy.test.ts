import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice } from './head-office.ts'
import { foundedEngine, must, newKey, passphrases, startEngine, type TestEngine, workADay } from './made-engine.ts'
import { copyOf } from './photographed-folder.ts'
import { expectProven } from './prove-files.ts'

const at = (directory: string, name: string): string => path.join(directory, name)
const problemOf = async ({ port }: TestEngine) => must(await port.query({ type: 'session' })).problem

const depositTo =
  ({ engine }: TestEngine, accountId: string) =>
  async (): Promise<Outcome> => {
    const deposit = { type: 'savings.deposit', key: newKey(), accountId, amountMinor: 10_000n, currency: 'KES' }
    return must((await engine.execute(deposit)) as Result<Outcome, Refusal>)
  }

/** A day of work and a copy of its books, then two more deposits. All is closed. */
async function workedOn() {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  await made.port.execute({ type: 'session.lock' })
  const newer = at(made.directory, 'newer')
  const older = at(made.directory, 'older')
  const books = at(made.directory, 'branch.db')
  copyFileSync(books, older)
  must(await made.signIn('OFF1'))
  const deposit = depositTo(made, accountId)
  await deposit()
  const last = await deposit()
  await made.port.execute({ type: 'session.lock' })
  copyFileSync(books, newer)
  return { made, books, older, newer, last, accountId }
}

test('[A52] an older copy put beside its device key is refused to everybody, and posts nothing', async () => {
  const { made, books, older } = await workedOn()
  copyFileSync(older, books)
  const before = readFileSync(books)
  for (const secret of [passphrases.HO1, made.recoveryCode]) {
    const refused = await made.port.execute({ type: 'session.sign-in', code: 'HO1', passphrase: secret })
    expect(refused).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'restored-copy' } })
  }
  expect(await problemOf(made)).toBe('restored-copy')
  expect(readFileSync(books).equals(before)).toBe(true)
  expect(readdirSync(made.directory)).not.toContain('branch.db-wal')
})

test('[A52] with the newer file back in its place the work goes on where it was', async () => {
  const { made, books, older, newer, last, accountId } = await workedOn()
  copyFileSync(older, books)
  expect(outcomeType(await made.signIn('OFF1'))).toBe('storage-unavailable')
  copyFileSync(newer, books)
  must(await made.signIn('OFF1'))
  const next = await depositTo(made, accountId)()
  expect(next.record.seq, 'after the events of the session that was locked').toBe(last.record.seq + 2)
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[A52] another history of the same length is refused as well', async () => {
  const { made, books, older, newer, accountId } = await workedOn()
  copyFileSync(older, books)
  rmSync(at(made.directory, 'log.head'))
  await made.engine.close()
  const again = await startEngine({ directory: made.directory })
  must(await again.signIn('HO1', made.recoveryCode))
  must(await again.signIn('OFF1'))
  for (const deposit of [depositTo(again, accountId), depositTo(again, accountId)]) await deposit()
  await again.port.execute({ type: 'session.lock' })
  copyFileSync(newer, books)
  expect(await again.signIn('OFF1')).toMatchObject({ refusal: { code: 'restored-copy' } })
})

test('[A52][A35] what is refused can be saved all the same', async () => {
  const { made, books, older } = await workedOn()
  copyFileSync(older, books)
  expect(outcomeType(await made.signIn('OFF1'))).toBe('storage-unavailable')
  const saved = must(await made.port.execute({ type: 'rescue.save', folder: made.directory }))
  expect(saved.files).toEqual(['branch.db', 'keyring.json'])
  expect(readFileSync(at(saved.folder, 'branch.db')).equals(readFileSync(older))).toBe(true)
})

test.each<[string, (file: string) => void]>([
  ['is missing', file => rmSync(file)],
  ['is empty', file => writeFileSync(file, '')],
  [
    'has one bit changed',
    file =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, place) => byte ^ Number(place === 40)),
      ),
  ],
  ['is cut short', file => writeFileSync(file, readFileSync(file).subarray(0, 30))],
])('[A53] a head that %s is named, and the recovery code alone opens the books', async (_what, spoil) => {
  const { made } = await workedOn()
  await made.engine.close()
  spoil(at(made.directory, 'log.head'))
  const later = await startEngine({ directory: made.directory })
  expect(await later.signIn('HO1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'head-missing' } })
  expect(await problemOf(later)).toBe('head-missing')
  must(await later.signIn('HO1', made.recoveryCode))
  expect(outcomeType(await later.signIn('OFF1'))).toBe('posted')
})

test('[A53] the head of another device is none of this one', async () => {
  const [{ made }, other] = [await workedOn(), await foundedEngine()]
  copyFileSync(at(other.directory, 'log.head'), at(made.directory, 'log.head'))
  expect(await made.signIn('OFF1')).toMatchObject({ refusal: { code: 'head-missing' } })
})

test('[A54] power cut right after a record, before the head follows: everything opens, and the record is there', async () => {
  const made = await foundedEngine()
  const { accountId, deposit } = await workADay(made)
  const later = await startEngine({ directory: copyOf(made.directory) })
  must(await later.signIn('OFF1'))
  expect(must(await later.port.query({ type: 'account', accountId })).balanceMinor).toBe(250_000n)
  expect((await depositTo(later, accountId)()).record.seq).toBe(deposit.record.seq + 1)
  await expectProven(later, 'OFF1', passphrases.OFF1)
})

/** What an engine says that finds the books of the first moment beside the keys and the head of the second. */
async function putBack(first: string, second: string): Promise<unknown> {
  for (const name of readdirSync(second).filter(name => name.startsWith('branch.db'))) rmSync(at(second, name))
  for (const name of readdirSync(first).filter(name => name.startsWith('branch.db')))
    copyFileSync(at(first, name), at(second, name))
  const { signIn } = await startEngine({ directory: second })
  const result = await signIn('OFF1')
  return result.ok ? 'opened' : result.refusal
}

const refused = { type: 'storage-unavailable', code: 'restored-copy' }

test('[A54] the head follows within five seconds, and after every fifty records', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  made.time.pass(5)
  const before = copyOf(made.directory)
  const deposit = depositTo(made, accountId)
  await deposit()
  made.time.pass(4)
  expect(await putBack(before, copyOf(made.directory))).toBe('opened')
  made.time.pass(1)
  expect(await putBack(before, copyOf(made.directory))).toEqual(refused)
  const beforeFifty = copyOf(made.directory)
  for (let count = 0; count < 49; count++) await deposit()
  made.time.pass(0)
  expect(await putBack(beforeFifty, copyOf(made.directory))).toBe('opened')
  await deposit()
  made.time.pass(0)
  expect(await putBack(beforeFifty, copyOf(made.directory))).toEqual(refused)
})

test('[A54] what the server has acknowledged is in the head', async () => {
  const office = await headOffice()
  const { accountId } = await workADay(office)
  must(await office.port.execute({ type: 'sync.now' }))
  const before = copyOf(office.directory)
  await depositTo(office, accountId)()
  must(await office.port.execute({ type: 'sync.now' }))
  expect(await putBack(before, copyOf(office.directory))).toEqual(refused)
})

test('[A54] a disk that does not take the head stops nobody', async () => {
  const { made, accountId } = await workedOn()
  await made.engine.close()
  const real = openInstallationFolder(made.directory)
  const write = (name: string, bytes: Uint8Array): void => {
    if (name === 'log.head') throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    real.write(name, bytes)
  }
  const later = await startEngine({ directory: made.directory, folder: { ...real, write } })
  must(await later.signIn('OFF1'))
  await depositTo(later, accountId)()
  later.time.pass(5)
  must(await later.port.execute({ type: 'session.lock' }))
  expect(outcomeType(await later.signIn('OFF1'))).toBe('posted')
  expect(later.faults.length).toBeGreaterThan(0)
  expect(later.faults.filter(fault => !fault.startsWith('ENOSPC '))).toEqual([])
})
