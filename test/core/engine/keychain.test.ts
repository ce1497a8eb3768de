import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Keychain } from '../../../core/engine/keychain.ts'
import { outcomeType } from '../../support/expect.ts'
import { breakableKeychain, foundedEngine, founding, must, newKey, passphrases, startEngine } from './made-engine.ts'

test('[A25] a copy of the files without the keychain opens with no passphrase', async () => {
  const first = await foundedEngine({ keychain: breakableKeychain() })
  await first.engine.close()
  const thief = await startEngine({ directory: first.directory })
  expect(await thief.port.query({ type: 'session' })).toMatchObject({
    value: { state: 'unavailable', problem: 'keychain-gone' },
  })
  expect(await thief.signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'keychain-gone' } })
  const file = path.join(first.directory, 'keyring.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"needsKeychain": true/g, '"needsKeychain": false'))
  expect(outcomeType(await thief.signIn('OFF1'))).toBe('sign-in-refused')
})

test('[A25] when the keychain is gone the recovery code opens, and nobody else’s passphrase is lost', async () => {
  const keychain = breakableKeychain()
  const { port, signIn, recoveryCode, engine, directory } = await foundedEngine({ keychain })
  await engine.close()
  keychain.lose()
  const later = await startEngine({ directory, keychain })
  expect(await later.signIn('TEL1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'keychain-gone' } })
  keychain.comeBack()
  expect(await later.signIn('TEL1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'keychain-gone' } })
  expect(outcomeType(await later.signIn('HO1', recoveryCode.toLowerCase().replaceAll('-', ' ')))).toBe('posted')
  expect(outcomeType(await later.signIn('TEL1'))).toBe('posted')
  expect(port).toBeDefined()
  expect(signIn).toBeDefined()
})

test('[A25] the recovery code opens where there is no keychain at all any more, and a new passphrase then does too', async () => {
  const keychain = breakableKeychain()
  const { engine, directory, recoveryCode } = await foundedEngine({ keychain })
  await engine.close()
  const bare = await startEngine({ directory })
  expect(outcomeType(await bare.signIn('HO1', recoveryCode))).toBe('posted')
  const changed = await bare.port.execute({
    type: 'session.change-passphrase',
    current: recoveryCode,
    next: 'a stone for the well',
  })
  expect(outcomeType(changed)).toBe('posted')
  await bare.engine.close()
  const again = await startEngine({ directory })
  expect(outcomeType(await again.signIn('HO1', 'a stone for the well'))).toBe('posted')
})

test('[A25] a recovery code opens for its keeper alone, and counts as a try when it is wrong', async () => {
  const { signIn, recoveryCode, time } = await foundedEngine()
  expect(outcomeType(await signIn('MGR1', recoveryCode))).toBe('sign-in-refused')
  expect(
    outcomeType(
      await signIn(
        'HO1',
        recoveryCode.replace(/^./, letter => (letter === 'A' ? 'B' : 'A')),
      ),
    ),
  ).toBe('sign-in-refused')
  time.pass(60)
  expect(outcomeType(await signIn('HO1', recoveryCode))).toBe('posted')
})

const foundWith = async (passphrase: string, keychain = breakableKeychain(), isKeychainThere = false) => {
  const { engine } = await startEngine(isKeychainThere ? { keychain } : {})
  const staff = founding.staff.map(person => (person.code === 'TEL1' ? { ...person, passphrase } : person))
  return engine.execute({ type: 'institution.create', key: newKey(), founding: { ...founding, staff } })
}

test.each([
  // passphrase       keychain  refused because
  ['12345', true, 'too-short'],
  ['123456', true, null],
  ['123456', false, 'too-short'],
  ['12345678', false, 'needs-letters'],
  ['12345678901', false, 'needs-letters'],
  ['481516234299', false, null],
  ['123456789012', true, null],
  ['sevenlt', false, 'too-short'],
  ['eight ok', false, null],
])('[A26] the passphrase %s with a keychain %s: %s', async (passphrase, isKeychainThere, rule) => {
  const result = await foundWith(passphrase, breakableKeychain(), isKeychainThere)
  if (rule === null) expect(outcomeType(result)).toBe('posted')
  else expect(result).toMatchObject({ refusal: { type: 'field-invalid', field: 'founding.staff.3.passphrase', rule } })
})

test.each([
  ['123456789012', 'too-simple'],
  ['987654321098', 'too-simple'],
  ['abcdefghij', 'too-simple'],
  ['aaaabbbb', 'too-simple'],
  ['horsehorse', 'too-simple'],
  ['Qwertyuiop', 'too-common'],
  [' sunshine ', 'too-common'],
  ['  six6  ', 'too-short'],
  ['my TEL1 key', 'names-owner'],
  ['tumaini microfinance!', 'names-owner'],
])('[A51] without a keychain the passphrase %s is refused: %s', async (passphrase, rule) => {
  const refusal = { type: 'field-invalid', field: 'founding.staff.3.passphrase', rule }
  expect(await foundWith(passphrase)).toMatchObject({ refusal })
})

test('[A26] the same holds for a changed passphrase and a new person', async () => {
  const { port, signIn } = await foundedEngine()
  await signIn('HO1')
  expect(
    await port.execute({ type: 'session.change-passphrase', current: passphrases.HO1, next: '12345678' }),
  ).toMatchObject({
    refusal: { type: 'field-invalid', field: 'next', rule: 'needs-letters' },
  })
  expect(
    await port.execute({
      type: 'staff.add',
      key: newKey(),
      code: 'NEW1',
      name: 'Joy',
      role: 'teller',
      passphrase: '12345678',
    }),
  ).toMatchObject({ refusal: { type: 'field-invalid', field: 'passphrase', rule: 'needs-letters' } })
})

test('[A26] a keychain that takes a secret and does not give it back counts as none', async () => {
  const forgetful = { ...breakableKeychain(), reveal: () => Promise.resolve(null) }
  const { engine } = await startEngine({ keychain: forgetful })
  const staff = founding.staff.map(person => ({ ...person, passphrase: '123456' }))
  const create = { type: 'institution.create', key: newKey(), founding }
  expect(outcomeType(await engine.execute({ ...create, founding: { ...founding, staff } }))).toBe('field-invalid')
  expect(outcomeType(await engine.execute(create))).toBe('posted')
  expect(
    outcomeType(await engine.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: passphrases.OFF1 })),
  ).toBe('posted')
})

test('[A25] a keychain that goes while the engine runs is told as soon as somebody signs in', async () => {
  const keychain = breakableKeychain()
  const { port, signIn } = await foundedEngine({ keychain })
  keychain.lose()
  expect(outcomeType(await signIn('OFF1'))).toBe('storage-unavailable')
  expect(await port.query({ type: 'session' })).toMatchObject({
    value: { state: 'unavailable', problem: 'keychain-gone' },
  })
})

test('[A62] whatever is done with the keychain’s secret, and however it ends, it is wiped', async () => {
  const inner = breakableKeychain()
  const given: Uint8Array[] = []
  const keychain: Keychain = {
    ...inner,
    reveal: async box => {
      const secret = await inner.reveal(box)
      if (secret) given.push(secret)
      return secret
    },
  }
  const { port, signIn, engine, recoveryCode, time } = await foundedEngine({ keychain })
  const isWiped = (): boolean => given.length > 0 && given.splice(0).every(secret => secret.every(byte => byte === 0))
  expect(isWiped()).toBe(true)
  const current = passphrases.HO1
  must(await signIn('HO1'))
  const staffId = must(await port.query({ type: 'staff' })).find(({ code }) => code === 'OFF1')?.staffId
  const asked: [object, string][] = [
    [{ type: 'session.sign-in', code: 'HO1', passphrase: current }, 'posted'],
    [{ type: 'session.change-passphrase', current: 'a guess', next: 'a stone for the well' }, 'sign-in-refused'],
    [{ type: 'session.change-passphrase', current, next: 'a stone for the well' }, 'posted'],
    [{ type: 'recovery.renew', passphrase: 'a stone for the well' }, 'posted'],
    [{ type: 'recovery.renew', passphrase: recoveryCode }, 'sign-in-refused'],
    [{ type: 'staff.set-passphrase', key: newKey(), staffId, passphrase: 'a bowl of oranges' }, 'posted'],
    [{ type: 'session.sign-in', code: 'HO1', passphrase: recoveryCode }, 'sign-in-refused'],
  ]
  for (const [command, expected] of asked) {
    expect([command, outcomeType(await engine.execute(command))]).toEqual([command, expected])
    expect([command, isWiped()]).toEqual([command, true])
    time.pass(60)
  }
})
