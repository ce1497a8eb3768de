import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { openRecoverySlot } from '../../../core/engine/key-slot.ts'
import { keyringFile, readKeyring, recoverySlotOf } from '../../../core/engine/keyring.ts'
import { readBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice, join, joinPassphrase } from './head-office.ts'
import { breakableKeychain, type Code, foundedEngine, must, passphrases, startEngine } from './made-engine.ts'

const renew = (code: Code, passphrase: string = passphrases[code]) => ({ type: 'recovery.renew', passphrase }) as const

test('[A57] an overseer renews the recovery code: shown once, opening for its new keeper; the older one opens nothing', async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  const { recoveryCode } = must(await made.port.execute(renew('MGR1')))
  expect(recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(must(await made.port.query({ type: 'session' })).recoveryCode).toBeUndefined()
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  made.time.pass(60)
  expect(must(await made.signIn('MGR1', recoveryCode)).signedIn).toMatchObject({ name: 'Daniel Otieno' })
  expect(must(await made.signIn('HO1')).recoveryCode).toBeUndefined()
})

test('[A57][A55] an older copy of the keyring with the older code does not open the books', async () => {
  const made = await foundedEngine()
  const folder = openInstallationFolder(made.directory)
  copyFileSync(path.join(made.directory, keyringFile), path.join(made.directory, 'old'))
  const opensWith = (name: string, code: string): boolean => {
    const slot = recoverySlotOf(present(readKeyring(folder, name), 'there is a keyring'), 'HO1')
    const [key] = openRecoverySlot(present(slot, 'there is a slot'), code)?.databaseKeys ?? []
    const books = readBooks({ file: folder.pathOf('branch.db'), key: present(key, 'the slot opens') })
    if (books.ok) books.value.close()
    return books.ok
  }
  must(await made.signIn('HO1'))
  expect(opensWith('old', made.recoveryCode)).toBe(true)
  const { recoveryCode } = must(await made.port.execute(renew('HO1')))
  expect(opensWith('old', made.recoveryCode)).toBe(false)
  expect(opensWith(keyringFile, recoveryCode)).toBe(true)
})

test.each<[string, Code, string, string]>([
  ['somebody who does not manage', 'OFF1', passphrases.OFF1, 'not-permitted'],
  ['a wrong passphrase', 'HO1', passphrases.OFF1, 'sign-in-refused'],
])('[A57] %s renews nothing', async (_what, code, passphrase, expected) => {
  const made = await foundedEngine()
  must(await made.signIn(code))
  expect(outcomeType(await made.port.execute(renew(code, passphrase)))).toBe(expected)
  made.time.pass(60)
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('posted')
})

test('[A57] who has the recovery code alone makes no other of it', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1', made.recoveryCode))
  expect(outcomeType(await made.port.execute(renew('HO1', made.recoveryCode)))).toBe('passphrase-wanted')
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('posted')
})

test('[A57][A25] the renewed code brings a lost keychain back', async () => {
  const keychain = breakableKeychain()
  const made = await foundedEngine({ keychain })
  must(await made.signIn('MGR1'))
  const { recoveryCode } = must(await made.port.execute(renew('MGR1')))
  await made.engine.close()
  keychain.lose()
  keychain.comeBack()
  const later = await startEngine({ directory: made.directory, keychain })
  expect(outcomeType(await later.signIn('MGR1', recoveryCode))).toBe('posted')
  expect(outcomeType(await later.signIn('TEL1'))).toBe('posted')
})

test('[A30][A57] a keeper who manages nobody, and lost the answer in which the new code stood, makes another', async () => {
  const office = await headOffice()
  const laptop = await startEngine()
  must(await join(laptop, office))
  const signIn = (passphrase: string) => laptop.port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase })
  expect(must(await signIn(joinPassphrase))).toMatchObject({ keepsRecoveryCode: true })
  const next = 'a ladder in the shade'
  const { recoveryCode: lost = '' } = must(
    await laptop.port.execute({ type: 'session.change-passphrase', current: joinPassphrase, next }),
  )
  must(await laptop.port.execute({ type: 'session.sign-out' }))
  expect(must(await signIn(next))).toMatchObject({ signedIn: { role: 'officer' }, keepsRecoveryCode: true })
  const { recoveryCode } = must(await laptop.port.execute({ type: 'recovery.renew', passphrase: next }))
  expect(outcomeType(await signIn(lost))).toBe('sign-in-refused')
  laptop.time.pass(60)
  expect(outcomeType(await signIn(recoveryCode))).toBe('posted')
})

test('[A57] the session says to the keeper alone that the code is theirs', async () => {
  const made = await foundedEngine()
  expect(must(await made.signIn('HO1')).keepsRecoveryCode).toBe(true)
  expect(must(await made.signIn('MGR1')).keepsRecoveryCode).toBeUndefined()
  must(await made.port.execute(renew('MGR1')))
  expect(must(await made.port.query({ type: 'session' })).keepsRecoveryCode).toBe(true)
  expect(must(await made.signIn('HO1')).keepsRecoveryCode).toBeUndefined()
})
