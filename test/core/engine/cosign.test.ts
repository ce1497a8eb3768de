import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { outcomeType } from '../../support/expect.ts'
import { type Code, foundedEngine, must, newKey, passphrases, type TestEngine, workADay } from './made-engine.ts'

/** Above every officer's limit, within a manager's: the opening float of the drawer does not matter for money in. */
async function largeDeposit(made: TestEngine): Promise<object> {
  const { accountId } = await workADay(made)
  return { type: 'savings.deposit', key: newKey(), accountId, amountMinor: 30_000_000n, currency: 'KES' }
}

const cosign = ({ engine }: TestEngine, command: object, code: Code = 'MGR1', passphrase: string = passphrases[code]) =>
  engine.execute({ type: 'session.cosign', code, passphrase, command })

test('[A28] a command above the limit goes through once a second person has signed it on the same laptop', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  expect(outcomeType(await made.engine.execute(command))).toBe('approval-needed')
  expect(await cosign(made, command)).toEqual({ ok: true, value: { cosignedBy: 'Daniel Otieno' } })
  const outcome = must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
  const answer = must(
    (await made.engine.query({ type: 'record', record: outcome.record })) as Result<RecordAnswer, Refusal>,
  )
  expect(answer.cosigners).toEqual([{ name: 'Daniel Otieno', valid: true }])
})

test('[A28] the signature is for this command: another amount or another key still needs approval', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  must(await cosign(made, command))
  expect(outcomeType(await made.engine.execute({ ...command, amountMinor: 30_000_001n }))).toBe('approval-needed')
  expect(outcomeType(await made.engine.execute({ ...command, key: newKey() }))).toBe('approval-needed')
  expect(outcomeType(await made.engine.execute(command))).toBe('posted')
})

test('[A28] a preview of a signed command shows it allowed', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  expect(await made.engine.query({ type: 'preview', command })).toMatchObject({ value: { allowed: false } })
  must(await cosign(made, command))
  expect(await made.engine.query({ type: 'preview', command })).toMatchObject({ value: { allowed: true } })
})

test('[A28] a lock forgets every signature that was not used', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  must(await cosign(made, command))
  await made.port.execute({ type: 'session.lock' })
  must(await made.signIn('OFF1'))
  expect(outcomeType(await made.engine.execute(command))).toBe('approval-needed')
})

test.each<[string, Code, string, string]>([
  ['the person themselves', 'OFF1', passphrases.OFF1, 'cosign-own-operation'],
  ['a colleague who may not approve', 'TEL1', passphrases.TEL1, 'not-permitted'],
  ['somebody who does not know the passphrase', 'MGR1', 'a guess', 'sign-in-refused'],
  ['a manager', 'MGR1', passphrases.MGR1, 'posted'],
  ['head office', 'HO1', passphrases.HO1, 'posted'],
])('[A28] the second signature of %s', async (_who, code, passphrase, expected) => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  expect(outcomeType(await cosign(made, command, code, passphrase))).toBe(expected)
})

test('[A22][A28] guessing a manager’s passphrase for a signature has the same waits as signing in', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  expect(await cosign(made, command, 'MGR1', 'a guess')).toMatchObject({
    refusal: { type: 'sign-in-refused', waitSeconds: 1 },
  })
  expect(await cosign(made, command)).toMatchObject({ refusal: { type: 'sign-in-too-soon', waitSeconds: 1 } })
  expect(await made.signIn('MGR1')).toMatchObject({ refusal: { type: 'sign-in-too-soon', waitSeconds: 1 } })
})

test('[A28] a suspended manager signs nothing', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const staff = must(await made.port.query({ type: 'staff' }))
  const staffId = staff.find(({ code }) => code === 'MGR1')?.staffId
  must((await made.engine.execute({ type: 'staff.suspend', key: newKey(), staffId })) as Result<Outcome, Refusal>)
  const command = await largeDeposit(made)
  expect(outcomeType(await cosign(made, command))).toBe('sign-in-refused')
})

test('[A28] the recovery code opens the books and signs nothing for anybody', async () => {
  const made = await foundedEngine()
  const command = await largeDeposit(made)
  expect(outcomeType(await cosign(made, command, 'HO1', made.recoveryCode))).toBe('passphrase-wanted')
  expect(outcomeType(await made.engine.execute(command))).toBe('approval-needed')
})
