import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { readDeviceKey } from '../../../core/engine/device-key.ts'
import { keychainBoxOf, keyringFile, readKeyring } from '../../../core/engine/keyring.ts'
import { localEnvironment } from '../../../core/engine/local-environment.ts'
import { openOlderSlot } from '../../../core/engine/older-slot.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { firstIssue, keyringOf, nameOf, recoveryCode, startFirstIssue } from './first-issue-installation.ts'
import { staffIdOf } from './head-office.ts'
import { breakableKeychain, type Code, must, newKey, passphrases, type TestEngine } from './made-engine.ts'
import { photographedFolder } from './photographed-folder.ts'

const codes = ['HO1', 'MGR1', 'OFF1', 'TEL1'] as const

/** Books in which the program of the first issue has suspended the teller; the keyring is as it was before, with their slot. */
async function withSuspendedTeller(): Promise<string> {
  const directory = firstIssue()
  const folder = openInstallationFolder(directory)
  const keyring = present(readKeyring(folder), 'there is a keyring')
  const [keeper, teller] = (['HO1', 'TEL1'] as const).map(code =>
    present(
      keyring.olderSlots?.find(slot => slot.code === code && slot.opensWith === 'passphrase'),
      'they have a slot',
    ),
  )
  const secret = await breakableKeychain().reveal(present(keychainBoxOf(keyring), 'there is a keychain'))
  const opened = await openOlderSlot(present(keeper, 'the keeper'), passphrases.HO1, secret)
  const key = present(opened?.databaseKeys[0], 'the slot opens')
  const books = openBooks({ file: folder.pathOf('branch.db'), key })
  if (!books.ok) throw new Error(books.refusal)
  const desk = {
    environment: localEnvironment,
    log: present(readDeviceKey(folder, key), 'the device has its key'),
    staffId: present(keeper, 'the keeper').staffId,
  }
  const command = { type: 'staff.suspend', key: newKey(), staffId: present(teller, 'the teller').staffId }
  must(executeJournalCommand(books.value, desk, journalCommandSchema.parse(command)))
  books.value.close()
  return directory
}

const fileOf = (directory: string): string => path.join(directory, keyringFile)

async function expectAllIn(started: TestEngine, these: readonly Code[]): Promise<void> {
  for (const code of these) {
    started.time.pass(120)
    must(await started.signIn(code))
  }
}

const suspend = async (started: TestEngine, code: Code): Promise<void> => {
  const command = { type: 'staff.suspend', key: newKey(), staffId: await staffIdOf(started, code) } as const
  must(await started.port.execute(command))
}

test('[A67][A66] a suspended colleague who puts back a keyring of the first issue changes nothing by signing in', async () => {
  const directory = await withSuspendedTeller()
  const before = readFileSync(fileOf(directory))
  const started = await startFirstIssue(directory)
  expect(outcomeType(await started.signIn('TEL1'))).toBe('staff-suspended')
  expect(readFileSync(fileOf(directory))).toEqual(before)
  await expectAllIn(started, ['OFF1', 'MGR1', 'HO1'])
  expect(keyringOf(directory).slots.map(nameOf)).not.toContain('TEL1 passphrase')
})

test('[A66][A41] whoever signs in first after the update, the others and the recovery code open as before, and its keeper stays', async () => {
  const directory = await withSuspendedTeller()
  const started = await startFirstIssue(directory)
  const officer = must(await started.signIn('OFF1'))
  expect(officer.recoveryCode).toBeUndefined()
  expect(officer).toMatchObject({ isKeyChangeWaiting: true, awaitedCodes: ['HO1', 'MGR1'] })
  expect(keyringOf(directory).olderSlots?.map(nameOf)).toEqual([
    'HO1 passphrase',
    'MGR1 passphrase',
    'HO1 recovery-code',
  ])
  expect(must(await started.signIn('MGR1')).recoveryCode).toBeUndefined()
  expect(must(await started.signIn('HO1', recoveryCode)).recoveryCode).toBeDefined()
  await expectAllIn(started, ['HO1', 'OFF1', 'MGR1'])
})

test('[A66][A56] cut off anywhere in a first sign-in after the update, everybody and a code open the books', async () => {
  for (const first of ['OFF1', 'HO1'] as const) {
    const directory = await withSuspendedTeller()
    const { folder, photos, begin } = photographedFolder(directory)
    const started = await startFirstIssue(directory, breakableKeychain(), { folder })
    begin()
    must(await started.signIn(first))
    const keyrings = photos.filter(({ after }) => after === keyringFile)
    expect(keyrings.length).toBeGreaterThan(1)
    for (const photo of keyrings) {
      const later = await startFirstIssue(photo.directory)
      await expectAllIn(later, ['HO1', 'MGR1', 'OFF1'])
      await later.engine.close()
    }
  }
})

test('[A66][A56] cut off anywhere while the last slot of the first issue goes, everybody opens the books', async () => {
  const directory = firstIssue()
  const { folder, photos, begin } = photographedFolder(directory)
  const started = await startFirstIssue(directory, breakableKeychain(), { folder })
  await expectAllIn(started, ['HO1', 'MGR1', 'OFF1'])
  begin()
  must(await started.signIn('TEL1'))
  expect(photos.length).toBeGreaterThan(4)
  for (const photo of photos) {
    const later = await startFirstIssue(photo.directory)
    await expectAllIn(later, codes)
    expect(must(await later.port.query({ type: 'session' })).isKeyChangeWaiting).toBeUndefined()
    await later.engine.close()
  }
})

test('[A66][A55] with the last slot of the first issue the books get another key: its keyring and code open nothing more', async () => {
  const directory = firstIssue()
  const older = readFileSync(fileOf(directory))
  const started = await startFirstIssue(directory)
  await expectAllIn(started, ['HO1', 'MGR1', 'OFF1'])
  expect(must(await started.port.query({ type: 'session' })).awaitedCodes).toEqual(['TEL1'])
  expect(must(await started.signIn('TEL1'))).not.toHaveProperty('isKeyChangeWaiting')
  await started.engine.close()
  const newer = readFileSync(fileOf(directory))
  writeFileSync(fileOf(directory), older)
  for (const text of [recoveryCode, passphrases.HO1]) {
    const copy = await startFirstIssue(directory)
    expect(outcomeType(await copy.signIn('HO1', text))).toBe('storage-unavailable')
    await copy.engine.close()
  }
  writeFileSync(fileOf(directory), newer)
  await expectAllIn(await startFirstIssue(directory), codes)
})

test('[A66][A55] who is suspended after the update goes at once; the key waits until the others have signed in or are suspended', async () => {
  const directory = firstIssue()
  const kept = path.join(directory, 'keyring.old')
  copyFileSync(fileOf(directory), kept)
  const started = await startFirstIssue(directory)
  must(await started.signIn('HO1'))
  await suspend(started, 'TEL1')
  expect(keyringOf(directory).olderSlots?.map(nameOf)).toEqual(['MGR1 passphrase', 'OFF1 passphrase'])
  expect(outcomeType(await started.signIn('TEL1'))).toBe('sign-in-refused')
  await expectAllIn(started, ['OFF1', 'HO1'])
  expect(must(await started.port.query({ type: 'session' })).awaitedCodes).toEqual(['MGR1'])
  await suspend(started, 'MGR1')
  expect(must(await started.port.query({ type: 'session' })).isKeyChangeWaiting).toBeUndefined()
  expect(keyringOf(directory).olderSlots).toBeUndefined()
  await started.engine.close()
  const newer = readFileSync(fileOf(directory))
  copyFileSync(kept, fileOf(directory))
  const copy = await startFirstIssue(directory)
  expect(outcomeType(await copy.signIn('TEL1'))).toBe('storage-unavailable')
  await copy.engine.close()
  writeFileSync(fileOf(directory), newer)
  await expectAllIn(await startFirstIssue(directory), ['HO1', 'OFF1'])
})
