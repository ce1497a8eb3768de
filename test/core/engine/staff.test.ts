import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { outcomeType } from '../../support/expect.ts'
import {
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  type TestEngine,
  temporaryFolder,
} from './made-engine.ts'
import { photographedFolder } from './photographed-folder.ts'

const newcomer = {
  type: 'staff.add',
  code: 'NEW1',
  name: 'Joy Naliaka',
  role: 'teller',
  passphrase: 'a bowl of oranges',
}

const codes = async ({ port }: TestEngine): Promise<readonly string[]> =>
  must(await port.query({ type: 'session' })).codes

const suspend = async (made: TestEngine, code: string): Promise<string> => {
  const staff = must(await made.port.query({ type: 'staff' }))
  const staffId = staff.find(person => person.code === code)?.staffId
  return outcomeType(await made.engine.execute({ type: 'staff.suspend', key: newKey(), staffId }))
}

test('[A29] a new person signs in with the passphrase they were added with', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  must((await made.engine.execute({ ...newcomer, key: newKey() })) as Result<Outcome, Refusal>)
  expect(await codes(made)).toEqual(['HO1', 'MGR1', 'OFF1', 'TEL1', 'NEW1'])
  const opened = must(
    await made.port.execute({ type: 'session.sign-in', code: 'NEW1', passphrase: newcomer.passphrase }),
  )
  expect(opened.signedIn).toMatchObject({ name: 'Joy Naliaka', role: 'teller' })
})

test('[A29][J2] adding a person again under the same key gives the same outcome and one slot', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const command = { ...newcomer, key: newKey() }
  const [first, second] = [await made.engine.execute(command), await made.engine.execute(command)] as Result<
    Outcome,
    Refusal
  >[]
  if (!first || !second) throw new Error('two answers')
  expect(must(second)).toEqual({ ...must(first), replayed: true })
  expect((await codes(made)).filter(code => code === 'NEW1')).toHaveLength(1)
  expect(await made.engine.execute({ ...command, name: 'Somebody Else' })).toMatchObject({
    refusal: { type: 'key-reused' },
  })
})

test.each([
  ['a code that is taken', 'HO1', { code: 'TEL1' }, 'staff-code-taken'],
  ['somebody who may not', 'OFF1', {}, 'not-permitted'],
] as const)('[A6] [A29] a person refused for %s leaves the keyring as it was', async (_why, who, over, expected) => {
  const made = await foundedEngine()
  must(await made.signIn(who))
  const file = path.join(made.directory, 'keyring.json')
  const before = readFileSync(file, 'utf8')
  expect(outcomeType(await made.engine.execute({ ...newcomer, ...over, key: newKey() }))).toBe(expected)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('[A29] power cut between slot and record: the slot opens nothing and is gone at the next sign-in', async () => {
  const directory = temporaryFolder()
  const { folder, photos, begin } = photographedFolder(directory)
  const made = await foundedEngine({ directory, folder })
  must(await made.signIn('HO1'))
  begin()
  must((await made.engine.execute({ ...newcomer, key: newKey() })) as Result<Outcome, Refusal>)
  const cut = present(
    photos.find(({ after }) => after === keyringFile),
    'the slot was written',
  )
  const later = await startEngine({ directory: cut.directory })
  expect(await codes(later)).toContain('NEW1')
  expect(
    outcomeType(await later.port.execute({ type: 'session.sign-in', code: 'NEW1', passphrase: newcomer.passphrase })),
  ).toBe('staff-unknown')
  expect(outcomeType(await later.signIn('HO1'))).toBe('posted')
  expect(await codes(later)).not.toContain('NEW1')
})

test('[A29] a suspended person loses the slot at once, and their passphrase opens nothing', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  expect(await suspend(made, 'TEL1')).toBe('posted')
  expect(await codes(made)).not.toContain('TEL1')
  expect(outcomeType(await made.signIn('TEL1'))).toBe('sign-in-refused')
})

test('[A30] after a change the new passphrase opens and the old one does not', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  const next = 'a stone for the well'
  must(await made.port.execute({ type: 'session.change-passphrase', current: passphrases.OFF1, next }))
  expect(outcomeType(await made.signIn('OFF1'))).toBe('sign-in-refused')
  made.time.pass(1)
  expect(outcomeType(await made.signIn('OFF1', next))).toBe('posted')
  expect(outcomeType(await made.signIn('TEL1'))).toBe('posted')
})

test('[A30] a change with a wrong old passphrase changes nothing, and waits like any wrong try', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  const change = { type: 'session.change-passphrase', current: passphrases.TEL1, next: 'a stone for the well' } as const
  expect(outcomeType(await made.port.execute(change))).toBe('sign-in-refused')
  expect(outcomeType(await made.port.execute({ ...change, current: passphrases.OFF1 }))).toBe('sign-in-too-soon')
  made.time.pass(1)
  expect(outcomeType(await made.signIn('OFF1'))).toBe('posted')
})

test('[G10] a new person works in the branch that is named, which must be one', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const siaya = { type: 'branch.open', key: newKey(), code: '002', name: 'Siaya' }
  const { created } = must(await made.engine.execute(siaya)) as Outcome
  const add = (branchId: string | undefined) => made.engine.execute({ ...newcomer, key: newKey(), branchId })
  expect(outcomeType(await add(newKey()))).toBe('branch-unknown')
  must(await add(created.branchId))
  const staff = must(await made.port.query({ type: 'staff' }))
  expect(staff.find(person => person.code === 'NEW1')?.branchId).toBe(created.branchId)
})
