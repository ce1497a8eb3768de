import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { type InstallationFolder, openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { staffIdOf } from './head-office.ts'
import {
  breakableKeychain,
  type Code,
  foundedEngine,
  must,
  newKey,
  startEngine,
  type TestEngine,
  temporaryFolder,
} from './made-engine.ts'

const suspend = async (made: TestEngine, code: Code): Promise<void> => {
  const staffId = await staffIdOf(made, code)
  must((await made.engine.execute({ type: 'staff.suspend', key: newKey(), staffId })) as Result<Outcome, Refusal>)
}

const recoverySlots = ({ directory }: TestEngine): readonly { code: string }[] =>
  JSON.parse(readFileSync(path.join(directory, 'keyring.json'), 'utf8')).slots.filter(
    ({ opensWith }: { opensWith: string }) => opensWith === 'recovery-code',
  )

const secondPassphrase = 'nine herons over reeds'

/** Head office has two people, of whom the first keeps the recovery code; the second is signed in. */
async function twoAtHeadOffice(options: Parameters<typeof foundedEngine>[0] = {}) {
  const made = await foundedEngine(options)
  must(await made.signIn('HO1'))
  const second = { code: 'HO2', name: 'Joy Naliaka', role: 'head-office', passphrase: secondPassphrase }
  must((await made.engine.execute({ type: 'staff.add', key: newKey(), ...second })) as Result<Outcome, Refusal>)
  must(await made.port.execute({ type: 'session.sign-in', code: 'HO2', passphrase: secondPassphrase }))
  return made
}

/** The keeper was suspended; the colleague who did it is signed in still. */
async function keeperSuspended(options: Parameters<typeof foundedEngine>[0] = {}) {
  const made = await twoAtHeadOffice(options)
  await suspend(made, 'HO1')
  return made
}

test('[A41] when the keeper is suspended, the next manager who signs in keeps a new code, shown once', async () => {
  const made = await keeperSuspended()
  expect(recoverySlots(made)).toMatchObject([{ code: 'HO1' }])
  const answer = must(await made.signIn('MGR1'))
  expect(answer.recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(recoverySlots(made)).toMatchObject([{ code: 'MGR1' }])
  expect(must(await made.port.query({ type: 'session' })).recoveryCode).toBeUndefined()
  expect(must(await made.signIn('MGR1')).recoveryCode).toBeUndefined()
  expect(must(await made.signIn('MGR1', answer.recoveryCode)).signedIn).toMatchObject({ name: 'Daniel Otieno' })
})

test('[A41] the code of a suspended keeper opens nothing, before another has one and after', async () => {
  const made = await keeperSuspended()
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  expect(outcomeType(await made.signIn('MGR1', made.recoveryCode))).toBe('sign-in-refused')
  made.time.pass(60)
  must(await made.signIn('MGR1'))
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
})

test('[A41] somebody who does not manage is not made the keeper while somebody who does can sign in', async () => {
  const made = await keeperSuspended()
  expect(must(await made.signIn('TEL1')).recoveryCode).toBeUndefined()
  expect(recoverySlots(made)).toMatchObject([{ code: 'HO1' }])
  expect(must(await made.signIn('MGR1')).recoveryCode).toBeDefined()
})

test('[A41] a keeper with a new passphrase gets a new code with it, and the old code opens nothing', async () => {
  const made = await twoAtHeadOffice()
  const passphrase = 'a ladder in the shade'
  const staffId = await staffIdOf(made, 'HO1')
  const set = { type: 'staff.set-passphrase', key: newKey(), staffId, passphrase }
  must((await made.engine.execute(set)) as Result<Outcome, Refusal>)
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  made.time.pass(60)
  const answer = must(await made.signIn('HO1', passphrase))
  expect(answer.recoveryCode).toBeDefined()
  expect(outcomeType(await made.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  made.time.pass(60)
  const change = { type: 'session.change-passphrase', current: answer.recoveryCode ?? '', next: 'a basket of limes' }
  must(await made.signIn('HO1', answer.recoveryCode))
  expect(outcomeType(await made.engine.execute(change))).toBe('posted')
  expect(outcomeType(await made.signIn('HO1', 'a basket of limes'))).toBe('posted')
})

test('[A41][A25] the new code brings a lost keychain back, as the first one did', async () => {
  const keychain = breakableKeychain()
  const made = await keeperSuspended({ keychain })
  const { recoveryCode = '' } = must(await made.signIn('MGR1'))
  await made.engine.close()
  keychain.lose()
  keychain.comeBack()
  const later = await startEngine({ directory: made.directory, keychain })
  expect(outcomeType(await later.signIn('TEL1'))).toBe('storage-unavailable')
  expect(outcomeType(await later.signIn('MGR1', recoveryCode))).toBe('posted')
  expect(outcomeType(await later.signIn('TEL1'))).toBe('posted')
})

test('[A41] a disk that does not take the new slot ends the sign-in: no code is shown that opens nothing', async () => {
  const directory = temporaryFolder()
  const real = openInstallationFolder(directory)
  let isFull = false
  const folder: InstallationFolder = {
    ...real,
    write: (name, bytes) => {
      if (isFull && name === 'keyring.json') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      real.write(name, bytes)
    },
  }
  const made = await keeperSuspended({ directory, folder })
  isFull = true
  expect(outcomeType(await made.signIn('MGR1'))).toBe('storage-full')
  expect(must(await made.port.query({ type: 'session' })).state).toBe('unavailable')
  isFull = false
  expect(must(await made.signIn('MGR1')).recoveryCode).toBeDefined()
})

test('[A41][A25] the code of a suspended keeper still brings a lost keychain back, and opens no books', async () => {
  const keychain = breakableKeychain()
  const made = await keeperSuspended({ keychain })
  await made.engine.close()
  keychain.lose()
  keychain.comeBack()
  const later = await startEngine({ directory: made.directory, keychain })
  expect(await later.signIn('MGR1')).toMatchObject({ refusal: { code: 'keychain-gone' } })
  expect(outcomeType(await later.signIn('HO1', made.recoveryCode))).toBe('sign-in-refused')
  later.time.pass(60)
  expect(must(await later.signIn('MGR1')).recoveryCode).toBeDefined()
})
