import { cpSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { openSlot } from '../../../core/engine/key-slot.ts'
import { passphraseSlotsOf, readKeyring } from '../../../core/engine/keyring.ts'
import type { Rejoined } from '../../../core/engine/rejoin-institution.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { type Result, refuse } from '../../../core/result.ts'
import { type Books, readBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { httpTransport } from '../../../core/sync/http-transport.ts'
import type { OpenTransport } from '../../../core/sync/transport.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { type HeadOffice, headOffice, join, joinPassphrase, staffIdOf } from './head-office.ts'
import { must, newKey, startEngine, type TestEngine, temporaryFolder, workADay } from './made-engine.ts'

const execute = async ({ engine }: TestEngine, command: object): Promise<Outcome> =>
  must((await engine.execute({ key: newKey(), ...command })) as Result<Outcome, Refusal>)
const sync = async ({ port }: TestEngine) => must(await port.execute({ type: 'sync.now' }))
const signIn = async ({ port }: TestEngine, passphrase: string = joinPassphrase) =>
  must(await port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase }))

/** The officer's laptop, and another one made from an image of its disk: both go on, and the server finds it out. */
async function forkedLaptop() {
  const office = await headOffice()
  const laptop = await startEngine()
  must(await join(laptop, office))
  await sync(office)
  const passphrases = { OFF1: joinPassphrase }
  const { accountId } = await workADay({ ...laptop, signIn: code => laptop.signIn(code, passphrases.OFF1) })
  await sync(laptop)
  await laptop.engine.close()
  const directory = temporaryFolder()
  cpSync(laptop.directory, directory, { recursive: true })
  const original = await startEngine({ directory: laptop.directory })
  await signIn(original)
  const deposit = { type: 'savings.deposit', accountId, currency: 'KES' }
  await execute(original, { ...deposit, amountMinor: 30_000n })
  await sync(original)
  const clone = await startEngine({ directory })
  await signIn(clone)
  const done = await execute(clone, { ...deposit, amountMinor: 77_700n })
  expect(await sync(clone)).toMatchObject({ state: 'frozen', lastProblem: 'log-forked', unsent: { count: 1 } })
  await original.engine.close()
  return { office, clone, accountId, done }
}

/** Head office takes the old log out and invites the officer anew. */
async function invitedAnew(office: HeadOffice, log: string): Promise<string> {
  await sync(office)
  await execute(office, { type: 'device.revoke', log })
  const { created } = await execute(office, { type: 'device.invite', staffId: await staffIdOf(office, 'OFF1') })
  await sync(office)
  return created.invitation ?? ''
}

const rejoin = ({ engine }: TestEngine, invitation: string, key = newKey()) =>
  engine.execute({ type: 'device.rejoin', key, invitation, passphrase: 'a kettle on the stove' }) as Promise<
    Result<Rejoined, Refusal>
  >

async function booksIn(directory: string, passphrase: string): Promise<Books> {
  const folder = openInstallationFolder(directory)
  const [slot] = passphraseSlotsOf(present(readKeyring(folder), 'there is a keyring'), 'OFF1')
  const keys = present(await openSlot(present(slot, 'the officer has a slot'), passphrase, null), 'the slot opens')
  const books = readBooks({ file: folder.pathOf('branch.db'), key: present(keys.databaseKeys[0], 'it holds a key') })
  return present(books.ok ? books.value : null, 'the books open')
}

test('[A58] [Y35] [D17] a forked laptop joins again: the books are saved, the list comes along, and what was refused is posted again', async () => {
  const { office, clone, accountId, done } = await forkedLaptop()
  const old = must(await clone.port.query({ type: 'session' })).device?.log ?? ''
  const listed = must(await clone.port.query({ type: 'salvage' }))
  expect(listed).toMatchObject([
    {
      record: done.record,
      deviceCode: '02',
      type: 'savings.deposited',
      receipt: done.receipt,
      amountMinor: 77_700n,
      currency: 'KES',
      actorName: 'Amina Yusuf',
      subject: { name: 'Achieng Odhiambo', account: expect.stringMatching(/^S001-02-/) },
      isReversed: false,
    },
  ])
  expect(
    must(await clone.port.query({ type: 'document', document: { kind: 'salvage', locale: 'sw-KE' } })),
  ).toMatchObject({
    kind: 'salvage',
    formerDevices: ['02'],
    currency: 'KES',
    rows: [
      {
        operation: 'savings.deposited',
        clientName: 'Achieng Odhiambo',
        receipt: done.receipt,
        amount: { amountMinor: 77_700n, currency: 'KES' },
      },
    ],
  })
  const invitation = await invitedAnew(office, old)
  const key = newKey()
  const joined = must(await rejoin(clone, invitation, key))
  expect(joined).toMatchObject({ state: 'signed-out', codes: ['OFF1'] })
  expect(joined.recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(must(await rejoin(clone, invitation, key))).toEqual(joined)
  expect(readdirSync(joined.savedTo ?? '').sort()).toEqual(['branch.db', 'keyring.json', 'unsent-records.jsonl'])
  const saved = await booksIn(joined.savedTo ?? '', joinPassphrase)
  expect(saved.db.prepare('SELECT count(*) FROM record WHERE type = ?').pluck().get('savings.deposited')).toBe(2)
  saved.close()
  expect(
    outcomeType(await clone.port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: joinPassphrase })),
  ).toBe('sign-in-refused')
  clone.time.pass(60)
  const session = await signIn(clone, 'a kettle on the stove')
  expect(session.device).toMatchObject({ code: '03' })
  expect(session.device?.log).not.toBe(old)
  expect(must(await clone.port.query({ type: 'salvage' }))).toEqual(listed)
  await sync(office)
  await execute(office, { type: 'custody.seize', from: old, to: session.device?.log })
  await sync(office)
  await sync(clone)
  await execute(clone, { type: 'day.open', date: '2026-03-02' })
  await execute(clone, { type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100000n, pieces: 2 }] })
  const deposit = { type: 'savings.deposit', accountId, currency: 'KES', amountMinor: 77_700n }
  expect(await execute(clone, deposit)).toMatchObject({ receipt: 1 })
  expect(await sync(clone)).toMatchObject({ state: 'idle', unsent: { count: 0 } })
  await sync(office)
  for (const { port } of [clone, office])
    expect(must(await port.query({ type: 'account', accountId })).balanceMinor).toBe(250_000n + 30_000n + 77_700n)
  await clone.engine.close()
  const books = await booksIn(clone.directory, 'a kettle on the stove')
  expectBooksToBalance({ books })
  const opened = books.db.prepare('SELECT bytes FROM record JOIN log USING (log_no) WHERE own = 1 AND seq = 1')
  expect(JSON.parse(String(opened.pluck().get()))).toMatchObject({ type: 'log.opened', body: { supersedes: old } })
  books.close()
})

test('[A58] cut off after any request and switched off, the old books stand until the new ones take their place whole', async () => {
  const { office, clone } = await forkedLaptop()
  const { directory } = clone
  const old = must(await clone.port.query({ type: 'session' })).device?.log ?? ''
  const invitation = await invitedAnew(office, old)
  await clone.engine.close()
  let attempts = 0
  let result: Result<unknown, Refusal> | null = null
  for (; result?.ok !== true && attempts < 60; attempts++) {
    let left = attempts * 3
    let isCounting = false
    const transport: OpenTransport = url => {
      const opened = httpTransport(url)
      if (!opened.ok) return opened
      return {
        ok: true,
        value: request => {
          if (isCounting) left -= 1
          return left < 0
            ? Promise.resolve(refuse({ type: 'server-unreachable', timedOut: false }))
            : opened.value(request)
        },
      }
    }
    const device = await startEngine({ directory, transport })
    const interval = setInterval(() => device.time.pass(1), 1)
    expect((await signIn(device)).device?.log).toBe(old)
    isCounting = true
    result = await rejoin(device, invitation)
    clearInterval(interval)
    if (!result.ok) expect(must(await device.port.query({ type: 'salvage' }))).toHaveLength(1)
    await device.engine.close()
    await sync(office)
  }
  expect(result?.ok).toBe(true)
  expect(attempts).toBeGreaterThan(2)
  const again = await startEngine({ directory })
  await signIn(again, 'a kettle on the stove')
  expect(must(await again.port.query({ type: 'salvage' }))).toHaveLength(1)
  expect(must(await office.port.query({ type: 'devices' }))).toHaveLength(3)
})

test('[A58] a power cut while the new files take their places is made good, whatever SQLite left beside the old ones', async () => {
  const { office, clone } = await forkedLaptop()
  const { directory } = clone
  const before = temporaryFolder()
  const old = must(await clone.port.query({ type: 'session' })).device?.log ?? ''
  const invitation = await invitedAnew(office, old)
  must(await clone.port.execute({ type: 'draft.save', form: 'deposit', body: '{}' }))
  cpSync(directory, before, { recursive: true })
  must(await rejoin(clone, invitation))
  await clone.engine.close()
  const decided = path.join(before, 'new-installation')
  for (const name of ['branch.db', 'keyring.json', 'device.key', 'log.head', 'attempts.json'])
    cpSync(path.join(directory, name), path.join(decided, name))
  expect(statSync(path.join(before, 'branch.db-wal')).size).toBeGreaterThan(0)
  const device = await startEngine({ directory: before })
  expect((await signIn(device, 'a kettle on the stove')).device?.code).toBe('03')
  expect(readdirSync(before)).not.toContain('new-installation')
})

test('[A58] [Y35] who stands still may join again, nobody else; the list is taken away by who approves', async () => {
  const office = await headOffice()
  expect(outcomeType(await rejoin(office, office.invitation))).toBe('device-is-head-office')
  const laptop = await startEngine()
  expect(outcomeType(await rejoin(laptop, office.invitation))).toBe('no-institution')
  must(await join(laptop, office))
  expect(outcomeType(await rejoin(laptop, office.invitation))).toBe('locked')
  await sync(office)
  await signIn(laptop)
  expect(outcomeType(await rejoin(laptop, office.invitation))).toBe('device-in-order')
  expect(must(await laptop.port.query({ type: 'salvage' }))).toEqual([])
  expect(await laptop.engine.execute({ type: 'salvage.forget' })).toMatchObject({
    refusal: { type: 'not-permitted', permission: 'approve' },
  })
  must(await office.signIn('MGR1'))
  expect(outcomeType(await office.engine.execute({ type: 'salvage.forget' }))).toBe('posted')
})

test('[A58] an invitation of another institution is refused as such, and replaces nothing', async () => {
  const { office, clone } = await forkedLaptop()
  spoiledOnPurpose(clone, 'two files wrote under one key, and nothing takes their place')
  const other = await headOffice()
  await office.engine.close()
  await other.engine.close()
  expect(await rejoin(clone, other.invitation)).toMatchObject({
    refusal: { type: 'invitation-refused', reason: 'wrong-institution' },
  })
  expect(must(await clone.port.query({ type: 'salvage' }))).toHaveLength(1)
  expect(readdirSync(clone.directory).filter(name => /rescue|joining/.test(name))).toEqual([])
})
