import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import { outcomeType } from '../../support/expect.ts'
import { firstIssue, keyringOf, nameOf, recoveryCode, startFirstIssue } from './first-issue-installation.ts'
import { breakableKeychain, must, newKey, type TestEngine } from './made-engine.ts'

/** The clerk of the day that is open there takes a deposit. */
async function deposit({ port }: TestEngine): Promise<Outcome> {
  const [hit] = must(await port.query({ type: 'search', text: '27318842', limit: 20 }))
  const client = must(await port.query({ type: 'client', clientId: hit?.clientId ?? '' }))
  const accountId = client.accounts[0]?.accountId ?? ''
  const taken = { type: 'savings.deposit', accountId, amountMinor: 125000n, currency: 'KES' } as const
  return must(await port.execute({ ...taken, key: newKey() }))
}

test('[A66][J14] people of the first issue sign in as ever, and work goes on in the same books', async () => {
  const directory = firstIssue()
  const started = await startFirstIssue(directory)
  expect(await started.port.query({ type: 'session' })).toMatchObject({
    value: { state: 'signed-out', codes: ['HO1', 'MGR1', 'OFF1', 'TEL1'] },
  })
  must(await started.signIn('OFF1'))
  const { balances } = await deposit(started)
  expect(balances.map(({ account, afterMinor }) => `${account} ${afterMinor}`)).toEqual(['1120 2375000', '2110 375000'])
  expect(keyringOf(directory).slots.map(nameOf)).toEqual(['OFF1 passphrase'])
  must(await started.signIn('HO1'))
  expect(must(await started.port.execute({ type: 'books.verify', depth: 'full' }))).toMatchObject({ isClean: true })
})

test('[A66] each slot of the first issue is made anew at its owner’s sign-in, and so is the recovery code at its keeper’s', async () => {
  const directory = firstIssue()
  const started = await startFirstIssue(directory)
  expect(must(await started.signIn('MGR1')).recoveryCode).toBeUndefined()
  const answer = must(await started.signIn('HO1'))
  expect(answer.recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(keyringOf(directory).slots.map(nameOf)).toEqual(['MGR1 passphrase', 'HO1 passphrase', 'HO1 recovery-code'])
  expect(keyringOf(directory).olderSlots?.map(nameOf)).toEqual(['OFF1 passphrase', 'TEL1 passphrase'])
  expect(outcomeType(await started.signIn('HO1', recoveryCode))).toBe('sign-in-refused')
  started.time.pass(120)
  for (const code of ['OFF1', 'TEL1', 'OFF1', 'TEL1', 'MGR1', 'HO1'] as const) must(await started.signIn(code))
  expect(keyringOf(directory).olderSlots).toBeUndefined()
  must(await started.signIn('HO1', answer.recoveryCode))
})

test('[A66] wrong passphrases of the first issue open nothing and wait, and a changed slot opens nothing', async () => {
  const directory = firstIssue()
  const file = path.join(directory, 'keyring.json')
  const keyring = readFileSync(file, 'utf8')
  writeFileSync(file, keyring.replace('"needsKeychain": true', '"needsKeychain": false'))
  const started = await startFirstIssue(directory)
  expect(outcomeType(await started.signIn('HO1'))).toBe('sign-in-refused')
  expect(outcomeType(await started.signIn('OFF1', 'another passphrase'))).toBe('sign-in-refused')
  expect(outcomeType(await started.signIn('OFF1'))).toBe('sign-in-too-soon')
})

test('[A66][A25] without its keychain an installation of the first issue opens by the recovery code, which brings it back', async () => {
  const directory = firstIssue()
  const keychain = breakableKeychain()
  keychain.lose()
  const started = await startFirstIssue(directory, keychain)
  expect(await started.signIn('OFF1')).toMatchObject({ refusal: { code: 'keychain-gone' } })
  keychain.comeBack()
  expect(must(await started.signIn('HO1', recoveryCode)).recoveryCode).toBeDefined()
  must(await started.signIn('OFF1'))
  must(await started.signIn('HO1'))
})

test('[A66][A53] once somebody has signed in, a head that is missing is missing', async () => {
  const directory = firstIssue()
  const first = await startFirstIssue(directory)
  must(await first.signIn('OFF1'))
  await first.engine.close()
  rmSync(path.join(directory, 'log.head'))
  const second = await startFirstIssue(directory)
  expect(await second.signIn('TEL1')).toMatchObject({ refusal: { code: 'head-missing' } })
})
