import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { type InstallationFolder, openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { staffIdOf } from './head-office.ts'
import {
  type Code,
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  type TestEngine,
  temporaryFolder,
  workADay,
} from './made-engine.ts'
import { photographedFolder } from './photographed-folder.ts'

const next = 'a ladder in the shade'

const setPassphrase = async (made: TestEngine, code: Code, over: object = {}) =>
  setPassphraseOf(made, await staffIdOf(made, code), over)

const setPassphraseOf = async (made: TestEngine, staffId: string, over: object = {}) =>
  (await made.engine.execute({
    type: 'staff.set-passphrase',
    key: newKey(),
    staffId,
    passphrase: next,
    ...over,
  })) as Result<Outcome, Refusal>

const codes = async ({ port }: TestEngine): Promise<readonly string[]> =>
  must(await port.query({ type: 'session' })).codes

const fileOf = ({ directory }: TestEngine): string => path.join(directory, keyringFile)

test('[A39] a forgotten passphrase: the new one opens, the old one no more, and everybody else’s as before', async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  expect(must(await setPassphrase(made, 'TEL1'))).toMatchObject({ type: 'staff.keyed', replayed: false })
  expect([...(await codes(made))].sort()).toEqual(['HO1', 'MGR1', 'OFF1', 'TEL1'])
  expect(outcomeType(await made.signIn('TEL1'))).toBe('sign-in-refused')
  made.time.pass(1)
  expect(must(await made.signIn('TEL1', next)).signedIn).toMatchObject({ name: 'Peter Mwangi', role: 'teller' })
  expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
})

test('[A39][J2] asked again under the same key, it is the same outcome and the same passphrase', async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  const key = newKey()
  const first = must(await setPassphrase(made, 'TEL1', { key }))
  const keyring = readFileSync(fileOf(made), 'utf8')
  expect(must(await setPassphrase(made, 'TEL1', { key, passphrase: 'another one altogether' }))).toEqual({
    ...first,
    replayed: true,
  })
  expect(readFileSync(fileOf(made), 'utf8')).toBe(keyring)
  expect(await setPassphrase(made, 'OFF1', { key })).toMatchObject({ refusal: { type: 'key-reused' } })
})

test('[A39] the record names the person and the public key, and neither it nor a file holds the passphrase', async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  const { record } = must(await setPassphrase(made, 'TEL1'))
  const answer = must((await made.engine.query({ type: 'record', record })) as Result<RecordAnswer, Refusal>)
  const { body, streams } = JSON.parse(answer.bytes) as { body: object; streams: readonly string[] }
  expect(body).toEqual({
    staffId: await staffIdOf(made, 'TEL1'),
    publicKey: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(streams).toEqual(['reference'])
  expect(answer.bytes).not.toContain(next)
  for (const name of ['branch.db', 'branch.db-wal', keyringFile])
    expect(readFileSync(path.join(made.directory, name)).includes(next)).toBe(false)
})

test('[A39] a preview tells what would be refused, and makes no key', async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  const before = readFileSync(fileOf(made), 'utf8')
  const preview = async (code: Code) => ({
    type: 'preview',
    command: { type: 'staff.set-passphrase', key: newKey(), staffId: await staffIdOf(made, code), passphrase: next },
  })
  expect(await made.engine.query(await preview('TEL1'))).toMatchObject({ value: { allowed: true } })
  expect(await made.engine.query(await preview('MGR1'))).toMatchObject({
    value: { allowed: false, refusal: { type: 'own-passphrase' } },
  })
  expect(readFileSync(fileOf(made), 'utf8')).toBe(before)
})

test.each<[string, Code, Code, object, string]>([
  ['their own', 'MGR1', 'MGR1', {}, 'own-passphrase'],
  ['somebody else’s without the permission', 'OFF1', 'TEL1', {}, 'not-permitted'],
  ['somebody’s of the same height or above', 'MGR1', 'HO1', {}, 'role-not-below-yours'],
  ['somebody’s who is not on the staff', 'MGR1', 'TEL1', { staffId: newKey() }, 'staff-unknown'],
  ['one that is easy to guess', 'MGR1', 'TEL1', { passphrase: '12345678' }, 'field-invalid'],
])('[A39] setting %s is refused and leaves the keyring as it was', async (_what, who, whose, over, expected) => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const staffId = await staffIdOf(made, whose)
  must(await made.signIn(who))
  const before = readFileSync(fileOf(made), 'utf8')
  expect(outcomeType(await setPassphraseOf(made, staffId, over))).toBe(expected)
  expect(readFileSync(fileOf(made), 'utf8')).toBe(before)
})

test('[A39] a suspended person gets no passphrase', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const staffId = await staffIdOf(made, 'TEL1')
  must((await made.engine.execute({ type: 'staff.suspend', key: newKey(), staffId })) as Result<Outcome, Refusal>)
  expect(outcomeType(await setPassphrase(made, 'TEL1'))).toBe('staff-suspended')
  expect(await codes(made)).not.toContain('TEL1')
})

/** The real folder, whose computer loses power at the n-th writing of the keyring from now on. */
function folderCutAt(directory: string): { readonly folder: InstallationFolder; cutAt: number } {
  const real = openInstallationFolder(directory)
  const cut = {
    cutAt: Number.POSITIVE_INFINITY,
    folder: {
      ...real,
      write: (name: string, bytes: Uint8Array) => {
        cut.cutAt -= name === keyringFile ? 1 : 0
        if (cut.cutAt <= 0) throw Object.assign(new Error('power cut'), { code: 'EIO' })
        real.write(name, bytes)
      },
    },
  }
  return cut
}

test('[A40] power cut between slot and record: the new passphrase opens nothing, the old one still does', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  must(await made.signIn('MGR1'))
  begin()
  must(await setPassphrase(made, 'TEL1'))
  const cut = present(
    photos.find(({ after }) => after === keyringFile),
    'the slot was written',
  )
  const later = await startEngine({ directory: cut.directory })
  expect(JSON.parse(readFileSync(fileOf(later), 'utf8')).slots).toHaveLength(6)
  expect(outcomeType(await later.signIn('TEL1', next))).toBe('sign-in-refused')
  expect(must(await later.port.query({ type: 'session' })).state).toBe('signed-out')
  expect(outcomeType(await later.signIn('TEL1'))).toBe('posted')
  expect(JSON.parse(readFileSync(fileOf(later), 'utf8')).slots).toHaveLength(5)
})

test.each([
  ['before the new slot is there', 1, 'posted', 'sign-in-refused'],
  ['after the record, before the old slot is gone', 2, 'sign-in-refused', 'posted'],
  ['after the books have another key, before the keyring has only that one', 3, 'sign-in-refused', 'posted'],
])('[A40] cut off %s, exactly one passphrase opens', async (_when, cutAt, old, fresh) => {
  const directory = temporaryFolder()
  const cut = folderCutAt(directory)
  const made = await foundedEngine({ directory, folder: cut.folder })
  must(await made.signIn('MGR1'))
  cut.cutAt = cutAt
  expect(outcomeType(await setPassphrase(made, 'TEL1'))).toBe('storage-unavailable')
  await made.engine.close()
  const later = await startEngine({ directory })
  expect(outcomeType(await later.signIn('TEL1'))).toBe(old)
  later.time.pass(60)
  expect(outcomeType(await later.signIn('TEL1', next))).toBe(fresh)
  expect(JSON.parse(readFileSync(fileOf(later), 'utf8')).slots).toHaveLength(5)
})

test('[A43][V3] a second signature counts with the key of its moment: made before the new passphrase, and made after it', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const large = () => ({
    type: 'savings.deposit',
    key: newKey(),
    accountId,
    amountMinor: 30_000_000n,
    currency: 'KES',
  })
  const signedBy = async (passphrase: string): Promise<Outcome> => {
    const command = large()
    must(await made.engine.execute({ type: 'session.cosign', code: 'MGR1', passphrase, command }))
    return must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
  }
  const before = await signedBy(passphrases.MGR1)
  must(await made.signIn('HO1'))
  must(await setPassphrase(made, 'MGR1'))
  must(await made.signIn('OFF1'))
  const cosign = { type: 'session.cosign', code: 'MGR1', passphrase: passphrases.MGR1, command: large() }
  expect(outcomeType(await made.engine.execute(cosign))).toBe('sign-in-refused')
  made.time.pass(1)
  for (const { record } of [before, await signedBy(next)])
    expect(await made.engine.query({ type: 'record', record })).toMatchObject({
      value: { cosigners: [{ name: 'Daniel Otieno', valid: true }] },
    })
})

test('[A43][A28] what a colleague signed before their new passphrase, and was not used, is forgotten with the old key', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  must(await made.signIn('HO1'))
  const hold = { type: 'hold.place', key: newKey(), accountId, amountMinor: 100n, currency: 'KES', reason: 'guarantee' }
  const cosign = { type: 'session.cosign', code: 'MGR1', passphrase: passphrases.MGR1, command: hold }
  expect(outcomeType(await made.engine.execute(cosign))).toBe('posted')
  must(await setPassphrase(made, 'MGR1'))
  const { record } = must((await made.engine.execute(hold)) as Result<Outcome, Refusal>)
  expect(await made.engine.query({ type: 'record', record })).toMatchObject({ value: { cosigners: [] } })
})
