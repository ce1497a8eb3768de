import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { openSlot, sealSlot } from '../../../core/engine/key-slot.ts'
import { keyringFile, passphraseSlotsOf, readKeyring, writeKeyring } from '../../../core/engine/keyring.ts'
import { withDatabaseKeys } from '../../../core/engine/slot-keys.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice, join, joinPassphrase } from './head-office.ts'
import {
  type Code,
  cheapCost,
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

const change = ({ port }: TestEngine, code: Code, current: string = passphrases[code]) =>
  port.execute({ type: 'session.change-passphrase', current, next })

const largeDeposit = (accountId: string): object => ({
  type: 'savings.deposit',
  key: newKey(),
  accountId,
  amountMinor: 30_000_000n,
  currency: 'KES',
})

const cosign = ({ engine }: TestEngine, passphrase: string, command: object) =>
  engine.execute({ type: 'session.cosign', code: 'MGR1', passphrase, command })

async function signedBy(made: TestEngine, passphrase: string, accountId: string): Promise<Outcome> {
  const command = largeDeposit(accountId)
  must((await cosign(made, passphrase, command)) as Result<unknown, Refusal>)
  return must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
}

test('[A30] who copied the keyring and knows the passphrase of before signs nothing any more', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const [keyring, copy] = [keyringFile, 'keyring.old'].map(name => path.join(made.directory, name))
  copyFileSync(keyring ?? '', copy ?? '')
  must(await made.signIn('MGR1'))
  must(await change(made, 'MGR1'))
  must(await made.signIn('OFF1'))
  copyFileSync(copy ?? '', keyring ?? '')
  const command = largeDeposit(accountId)
  expect(outcomeType(await cosign(made, passphrases.MGR1, command))).toBe('sign-in-refused')
  expect(outcomeType(await made.engine.execute(command))).toBe('approval-needed')
})

test('[A30][A43][V3] signatures of before the change stay right, here and at other devices, and new ones are made with the new key', async () => {
  const office = await headOffice()
  const laptop = await startEngine()
  must(await join(laptop, office))
  must(await laptop.port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: joinPassphrase }))
  const { accountId } = await workADay(office)
  const before = await signedBy(office, passphrases.MGR1, accountId)
  must(await office.signIn('MGR1'))
  must(await change(office, 'MGR1'))
  const [keyed] = must(await office.port.query({ type: 'journal', limit: 1 })).rows
  expect(keyed).toMatchObject({ type: 'staff.keyed' })
  must(await office.signIn('OFF1'))
  const after = await signedBy(office, next, accountId)
  must(await office.port.execute({ type: 'sync.now' }))
  must(await laptop.port.execute({ type: 'sync.now' }))
  for (const { engine } of [office, laptop])
    for (const { record } of [before, after])
      expect(await engine.query({ type: 'record', record })).toMatchObject({
        value: { cosigners: [{ name: 'Daniel Otieno', valid: true }] },
      })
})

test('[A30][A57] who keeps the recovery code gets another with the new passphrase, nobody else does; the older opens nothing', async () => {
  const made = await foundedEngine()
  must(await made.signIn('TEL1'))
  expect(must(await change(made, 'TEL1'))).toEqual({})
  must(await made.signIn('HO1'))
  const { recoveryCode } = must(await change(made, 'HO1'))
  expect(recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  made.time.pass(60)
  expect(must(await made.signIn('HO1', recoveryCode)).recoveryCode).toBeUndefined()
  expect(must(await change(made, 'HO1', recoveryCode)).recoveryCode).not.toBe(recoveryCode)
  expect(must(await made.signIn('HO1', next)).signedIn).toMatchObject({ name: 'Grace Wanjiru' })
})

test('[A30][A57] a slot that somebody made under another person’s code changes none of that person’s keys', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const folder = openInstallationFolder(made.directory)
  const keyring = present(readKeyring(folder), 'there is a keyring')
  const [slot] = passphraseSlotsOf(keyring, 'TEL1')
  const teller = present(slot, 'the teller has a slot')
  const { seed, databaseKeys } = present(await openSlot(teller, passphrases.TEL1, null), 'the slot opens')
  const secrets = { passphrase: passphrases.TEL1, keychainSecret: null, cost: cheapCost }
  const forged = await sealSlot({ code: 'HO1', staffId: teller.staffId }, seed, secrets)
  const slots = [...keyring.slots.filter(other => other !== teller), withDatabaseKeys(forged, databaseKeys)]
  writeKeyring(folder, { ...keyring, slots })
  const before = must(await made.port.query({ type: 'journal', limit: 1 })).rows
  expect(outcomeType(await change(made, 'HO1', passphrases.TEL1))).toBe('sign-in-refused')
  expect(outcomeType(await made.port.execute({ type: 'recovery.renew', passphrase: passphrases.TEL1 }))).toBe(
    'sign-in-refused',
  )
  expect(must(await made.port.query({ type: 'journal', limit: 1 })).rows).toEqual(before)
})

test('[A30][A40] cut off after any step, exactly one of the two passphrases opens, and all is whole', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  must(await made.signIn('HO1'))
  begin()
  must(await change(made, 'HO1'))
  const opened = []
  for (const photo of photos) {
    const later = await startEngine({ directory: photo.directory })
    const results = []
    for (const passphrase of [passphrases.HO1, next]) {
      later.time.pass(60)
      results.push(outcomeType(await later.signIn('HO1', passphrase)))
    }
    opened.push(results.indexOf('posted'))
    expect(results.toSorted()).toEqual(['posted', 'sign-in-refused'])
    expect(outcomeType(await later.signIn('TEL1'))).toBe('posted')
    const { slots } = JSON.parse(readFileSync(path.join(photo.directory, keyringFile), 'utf8'))
    expect(slots).toHaveLength(5)
  }
  expect(opened[0]).toBe(0)
  expect(opened.at(-1)).toBe(1)
})

test('[A30][Y32] at a device that was taken out the passphrase stays as it is: nothing is recorded there', async () => {
  const office = await headOffice()
  const laptop = await startEngine()
  must(await join(laptop, office))
  must(await office.port.execute({ type: 'sync.now' }))
  const session = must(await laptop.signIn('OFF1', joinPassphrase))
  must(await laptop.port.execute({ type: 'sync.now' }))
  const log = present(session.device, 'a session has a device').log
  must((await office.engine.execute({ type: 'device.revoke', key: newKey(), log })) as Result<Outcome, Refusal>)
  must(await office.port.execute({ type: 'sync.now' }))
  await laptop.port.execute({ type: 'sync.now' })
  expect(outcomeType(await change(laptop, 'OFF1', joinPassphrase))).toBe('device-revoked')
  expect(outcomeType(await laptop.signIn('OFF1', joinPassphrase))).toBe('posted')
})
