import { copyFileSync, readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { base64url } from '../../../core/crypto/hash.ts'
import { generateBoxKey } from '../../../core/crypto/sealed-to.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice, join, joinPassphrase, staffIdOf } from './head-office.ts'
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
import { copyOf, photographedFolder } from './photographed-folder.ts'
import { booksOpenedBy, expectProven } from './prove-files.ts'

const oldKeyring = 'keyring.old'
const fileOf = ({ directory }: TestEngine, name: string = keyringFile): string => path.join(directory, name)
const keepKeyring = (made: TestEngine): void => copyFileSync(fileOf(made), fileOf(made, oldKeyring))
const next = 'a ladder in the shade'

async function staffCommand(made: TestEngine, type: string, code: Code, more: object = {}): Promise<void> {
  const command = { type, key: newKey(), staffId: await staffIdOf(made, code), ...more }
  must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
}

const suspend = (made: TestEngine, code: Code): Promise<void> => staffCommand(made, 'staff.suspend', code)

/** Whether the books of the installation open for a person with a keyring kept from earlier. */
async function opensWithOldKeyring({ directory }: TestEngine, code: Code): Promise<boolean> {
  const books = await booksOpenedBy(directory, code, passphrases[code], oldKeyring)
  books?.close()
  return books !== null
}

const workAndSignIn = async (made: TestEngine, code: Code): Promise<TestEngine> => {
  await workADay(made)
  must(await made.signIn(code))
  keepKeyring(made)
  return made
}

test.each<[string, Code, Code, (made: TestEngine) => Promise<void>]>([
  ['a suspension', 'HO1', 'TEL1', made => suspend(made, 'TEL1')],
  [
    'a passphrase that was given',
    'MGR1',
    'TEL1',
    m => staffCommand(m, 'staff.set-passphrase', 'TEL1', { passphrase: next }),
  ],
  [
    'a change of one’s own passphrase',
    'TEL1',
    'TEL1',
    async ({ port }) =>
      void must(await port.execute({ type: 'session.change-passphrase', current: passphrases.TEL1, next })),
  ],
])('[A55] after %s a keyring from before opens the books for nobody', async (_what, who, whose, act) => {
  const made = await workAndSignIn(await foundedEngine(), who)
  expect(await opensWithOldKeyring(made, whose)).toBe(true)
  await act(made)
  expect(await opensWithOldKeyring(made, whose)).toBe(false)
  expect(await opensWithOldKeyring(made, 'OFF1')).toBe(false)
})

test('[A55] after a suspension everybody else opens the books as before, with all their records, and the code does', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  must(await made.signIn('HO1'))
  const before = must(await made.port.query({ type: 'trial-balance' }))
  await suspend(made, 'TEL1')
  expect(must(await made.port.query({ type: 'trial-balance' }))).toEqual(before)
  expect(must(await made.signIn('OFF1')).signedIn).toMatchObject({ name: 'Amina Yusuf' })
  expect(must(await made.port.query({ type: 'account', accountId })).balanceMinor).toBe(250_000n)
  expect(outcomeType(await made.signIn('MGR1'))).toBe('posted')
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('posted')
  expect(await expectProven(made, 'OFF1', passphrases.OFF1)).toBe(8)
})

test('[A29][A55] a keyring from before a suspension, put back, opens nothing; the newer one opens again', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  keepKeyring(made)
  await suspend(made, 'TEL1')
  const newer = readFileSync(fileOf(made))
  copyFileSync(fileOf(made, oldKeyring), fileOf(made))
  expect(await made.signIn('TEL1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'key-unreadable' } })
  expect(must(await made.port.query({ type: 'session' }))).toMatchObject({ state: 'unavailable' })
  writeFileSync(fileOf(made), newer)
  await made.engine.close()
  const later = await startEngine({ directory: made.directory })
  expect(outcomeType(await later.signIn('TEL1'))).toBe('sign-in-refused')
  expect(outcomeType(await later.signIn('OFF1'))).toBe('posted')
})

test('[A56] cut off after any step, the others open the books whole, and whoever was shut out does not', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  await workADay(made)
  must(await made.signIn('HO1'))
  const before = must(await made.port.query({ type: 'trial-balance' }))
  begin()
  await suspend(made, 'TEL1')
  expect(photos.map(({ after }) => after)).toEqual(['', 'device.key', keyringFile, keyringFile, 'device.key'])
  for (const photo of photos.slice(1)) {
    const later = await startEngine({ directory: photo.directory })
    expect(outcomeType(await later.signIn('TEL1'))).not.toBe('posted')
    later.time.pass(60)
    must(await later.signIn('HO1'))
    expect(must(await later.port.query({ type: 'trial-balance' }))).toEqual(before)
    must(await later.signIn('HO1', made.recoveryCode))
    keepKeyring(later)
    await expectProven(later, 'OFF1', passphrases.OFF1)
    expect(JSON.parse(readFileSync(fileOf(later), 'utf8')).slots.map(keysOf)).toEqual([1, 1, 1, 1])
  }
})

const keysOf = ({ keys }: { keys: readonly unknown[] }): number => keys.length

test('[A56] cut off between the books’ new key and the keyring, the old key’s keyring opens nothing', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  must(await made.signIn('HO1'))
  begin()
  await suspend(made, 'TEL1')
  const [whole, , offered, settled] = photos
  const cut = present(settled, 'the keyring was written twice').directory
  copyFileSync(
    path.join(present(offered, 'the keyring was written').directory, keyringFile),
    path.join(cut, keyringFile),
  )
  copyFileSync(path.join(present(whole, 'there was a keyring').directory, keyringFile), path.join(cut, oldKeyring))
  expect(await booksOpenedBy(cut, 'TEL1', passphrases.TEL1, oldKeyring)).toBeNull()
  const later = await startEngine({ directory: cut })
  expect(outcomeType(await later.signIn('OFF1'))).toBe('posted')
})

test('[A56][A63] while another program has the file the old key stays, which the session says; the next sign-in changes it', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  keepKeyring(made)
  const reader = present(await booksOpenedBy(made.directory, 'OFF1', passphrases.OFF1), 'the books open twice')
  const told: unknown[] = []
  made.engine.subscribe(event => event.type === 'session' && told.push(event.session.isKeyChangeWaiting))
  await suspend(made, 'TEL1')
  expect(told).toEqual([true])
  expect(must(await made.port.query({ type: 'session' })).isKeyChangeWaiting).toBe(true)
  expect(outcomeType(await made.signIn('TEL1'))).toBe('sign-in-refused')
  expect(await opensWithOldKeyring(made, 'TEL1')).toBe(true)
  reader.close()
  expect(must(await made.signIn('OFF1')).isKeyChangeWaiting).toBeUndefined()
  expect(await opensWithOldKeyring(made, 'TEL1')).toBe(false)
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[A63][X15] an export under way is ended for a change of the key, leaves nothing, and is begun again', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  for (let place = 0; place < 150; place++)
    must(
      await made.port.execute({
        type: 'savings.deposit',
        key: newKey(),
        accountId,
        amountMinor: 100n,
        currency: 'KES',
      }),
    )
  must(await made.signIn('HO1'))
  keepKeyring(made)
  const folder = temporaryFolder()
  const exported = () => made.port.execute({ type: 'export.books', folder, order: { format: 'all' } })
  const exporting = exported()
  await suspend(made, 'TEL1')
  expect(outcomeType(await exporting)).toBe('export-ended')
  expect(readdirSync(folder)).toEqual([])
  expect(await opensWithOldKeyring(made, 'TEL1')).toBe(false)
  expect(must(await made.port.query({ type: 'session' })).isKeyChangeWaiting).toBeUndefined()
  expect(outcomeType(await exported())).toBe('posted')
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[A55][A56] while the device key is away the old key stays, and the next sign-in after it is back changes it', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  keepKeyring(made)
  renameSync(fileOf(made, 'device.key'), fileOf(made, 'device.away'))
  await suspend(made, 'TEL1')
  renameSync(fileOf(made, 'device.away'), fileOf(made, 'device.key'))
  expect(await opensWithOldKeyring(made, 'TEL1')).toBe(true)
  must(await made.signIn('OFF1'))
  expect(await opensWithOldKeyring(made, 'TEL1')).toBe(false)
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[A56] a new key that could not be proved is given up by nobody, also when the change after it is put off', async () => {
  const made = await foundedEngine()
  await made.engine.close()
  const [file, elsewhere] = [fileOf(made, 'branch.db'), path.join(temporaryFolder(), 'branch.db')]
  renameSync(file, elsewhere)
  symlinkSync(elsewhere, file)
  const later = await startEngine({ directory: made.directory })
  must(await later.signIn('HO1'))
  unlinkSync(file)
  await suspend(later, 'TEL1')
  symlinkSync(elsewhere, file)
  const reader = present(await booksOpenedBy(made.directory, 'OFF1', passphrases.OFF1), 'the books open twice')
  await suspend(later, 'MGR1')
  reader.close()
  expect(outcomeType(await later.signIn('OFF1'))).toBe('posted')
  await expectProven(later, 'OFF1', passphrases.OFF1)
})

interface SlotText {
  opensWith: string
  code: string
  boxKey: string
  [field: string]: unknown
}

const edit = (made: TestEngine, change: (slots: SlotText[]) => void): void => {
  const keyring = JSON.parse(readFileSync(fileOf(made), 'utf8')) as { slots: SlotText[] }
  change(keyring.slots)
  writeFileSync(fileOf(made), JSON.stringify(keyring))
}

test('[A55] a slot from an older keyring, put among the new ones, does not get the next key', async () => {
  const made = await foundedEngine()
  must(await made.signIn('TEL1'))
  const [old] = (JSON.parse(readFileSync(fileOf(made), 'utf8')) as { slots: SlotText[] }).slots.filter(
    ({ code }) => code === 'TEL1',
  )
  must(await made.port.execute({ type: 'session.change-passphrase', current: passphrases.TEL1, next }))
  edit(made, slots => slots.push(present(old, 'there was a slot')))
  must(await made.signIn('HO1'))
  await suspend(made, 'OFF1')
  expect(await booksOpenedBy(made.directory, 'TEL1', passphrases.TEL1)).toBeNull()
  expect(outcomeType(await made.signIn('TEL1', next))).toBe('posted')
})

test('[A55] a slot whose box key somebody has replaced does not get the next key', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  edit(made, slots => {
    for (const slot of slots) if (slot.code === 'OFF1') slot.boxKey = base64url(generateBoxKey().publicKey)
  })
  await suspend(made, 'TEL1')
  expect(readFileSync(fileOf(made), 'utf8')).not.toContain('"OFF1"')
  expect(outcomeType(await made.signIn('MGR1'))).toBe('posted')
})

test('[A55] a suspension that arrives from head office changes the key of this device too', async () => {
  const office = await headOffice('MGR1')
  const laptop = await startEngine()
  must(await join(laptop, office))
  must(await office.port.execute({ type: 'sync.now' }))
  must(await laptop.signIn('MGR1', joinPassphrase))
  await staffCommand(laptop, 'staff.set-passphrase', 'OFF1', { passphrase: passphrases.OFF1 })
  keepKeyring(laptop)
  expect(await opensWithOldKeyring(laptop, 'OFF1')).toBe(true)
  await suspend(office, 'OFF1')
  must(await office.port.execute({ type: 'sync.now' }))
  must(await laptop.port.execute({ type: 'sync.now' }))
  expect(must(await laptop.port.query({ type: 'session' })).codes).toEqual(['MGR1'])
  expect(await opensWithOldKeyring(laptop, 'OFF1')).toBe(false)
  expect(outcomeType(await laptop.signIn('MGR1', joinPassphrase))).toBe('posted')
})

test('[A35][A56] a rescue in the middle of a change holds all that the books need', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  must(await made.signIn('HO1'))
  begin()
  await suspend(made, 'TEL1')
  const cut = copyOf(present(photos[2], 'the keyring was written').directory)
  writeFileSync(path.join(cut, 'branch.db-journal'), 'the pages before the change')
  const later = await startEngine({ directory: cut })
  const saved = must(await later.port.execute({ type: 'rescue.save', folder: temporaryFolder() }))
  expect(saved.files).toContain('branch.db-journal')
})
