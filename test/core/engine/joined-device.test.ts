import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { outcomeType } from '../../support/expect.ts'
import { type HeadOffice, headOffice, join, joinPassphrase, staffIdOf } from './head-office.ts'
import { must, newKey, passphrases, startEngine, type TestEngine, workADay } from './made-engine.ts'
import { expectProven } from './prove-files.ts'

/** Both talk to the server until each has what the other sent. */
async function exchange(...ends: readonly TestEngine[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const { port } of ends) must(await port.execute({ type: 'sync.now' }))
}

/** The manager's laptop, admitted by head office; the manager is signed in and has let the officer sign in there too. */
async function managersLaptop(): Promise<{ office: HeadOffice; laptop: TestEngine }> {
  const office = await headOffice('MGR1')
  const laptop = await startEngine()
  must(await join(laptop, office))
  must(await office.port.execute({ type: 'sync.now' }))
  must(await laptop.signIn('MGR1', joinPassphrase))
  const staffId = await staffIdOf(laptop, 'OFF1')
  const set = { type: 'staff.set-passphrase', key: newKey(), staffId, passphrase: passphrases.OFF1 }
  must((await laptop.engine.execute(set)) as Result<Outcome, Refusal>)
  return { office, laptop }
}

test('[A39] a colleague given a passphrase on a joined device signs in there, and at head office as before', async () => {
  const { office, laptop } = await managersLaptop()
  expect(must(await laptop.port.query({ type: 'staff' })).filter(person => person.signsInHere)).toMatchObject([
    { code: 'MGR1' },
    { code: 'OFF1' },
  ])
  expect(must(await laptop.signIn('OFF1')).signedIn).toMatchObject({ name: 'Amina Yusuf', role: 'officer' })
  await exchange(laptop, office)
  expect(outcomeType(await office.signIn('OFF1'))).toBe('posted')
  expect(outcomeType(await office.signIn('HO1'))).toBe('posted')
})

test('[A43][V3] who joined signs as second person there, and every installation proves the signature', async () => {
  const { office, laptop } = await managersLaptop()
  const { accountId } = await workADay(laptop)
  const command = { type: 'savings.deposit', key: newKey(), accountId, amountMinor: 30_000_000n, currency: 'KES' }
  expect(outcomeType(await laptop.engine.execute(command))).toBe('approval-needed')
  const cosign = { type: 'session.cosign', code: 'MGR1', passphrase: joinPassphrase, command }
  expect(await laptop.engine.execute(cosign)).toMatchObject({ value: { cosignedBy: 'Daniel Otieno' } })
  const { record } = must((await laptop.engine.execute(command)) as Result<Outcome, Refusal>)
  await exchange(laptop, office)
  for (const { engine } of [laptop, office])
    expect(await engine.query({ type: 'record', record })).toMatchObject({
      value: { cosigners: [{ name: 'Daniel Otieno', valid: true }] },
    })
  await expectProven(laptop, 'MGR1', joinPassphrase)
  await expectProven(office, 'MGR1', passphrases.MGR1)
})

test('[A42] who joins gets a recovery code of this device, once; it opens here and nowhere else', async () => {
  const office = await headOffice()
  const laptop = await startEngine()
  const { recoveryCode = '' } = must(await join(laptop, office))
  expect(recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(must(await laptop.port.query({ type: 'session' })).recoveryCode).toBeUndefined()
  expect(must(await laptop.signIn('OFF1', joinPassphrase)).recoveryCode).toBeUndefined()
  expect(must(await laptop.signIn('OFF1', recoveryCode)).signedIn).toMatchObject({ name: 'Amina Yusuf' })
  expect(outcomeType(await office.signIn('OFF1', recoveryCode))).toBe('sign-in-refused')
})

test('[A41] the only person of a joined device is suspended: a colleague there becomes the keeper of its recovery code', async () => {
  const { office, laptop } = await managersLaptop()
  const staffId = await staffIdOf(office, 'MGR1')
  must((await office.engine.execute({ type: 'staff.suspend', key: newKey(), staffId })) as Result<Outcome, Refusal>)
  must(await office.port.execute({ type: 'sync.now' }))
  await laptop.port.execute({ type: 'sync.now' })
  expect(must(await laptop.port.query({ type: 'session' }))).toMatchObject({ state: 'signed-out', codes: ['OFF1'] })
  const { recoveryCode = '' } = must(await laptop.signIn('OFF1'))
  expect(must(await laptop.signIn('OFF1', recoveryCode)).signedIn).toMatchObject({ code: 'OFF1' })
})
