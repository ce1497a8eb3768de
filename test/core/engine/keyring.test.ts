import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionAnswer } from '../../../core/query/session-answers.ts'
import { outcomeType } from '../../support/expect.ts'
import { foundedEngine, passphrases, startEngine } from './made-engine.ts'

interface SlotText {
  code: string
  staffId: string
  salt: string
  box: string
  opensWith: string
  [field: string]: unknown
}

const edit = (directory: string, change: (slots: SlotText[]) => void): void => {
  const file = path.join(directory, 'keyring.json')
  const keyring = JSON.parse(readFileSync(file, 'utf8')) as { slots: SlotText[] }
  change(keyring.slots)
  writeFileSync(file, JSON.stringify(keyring))
}

const slotOf = (slots: SlotText[], code: string): SlotText => slots.find(slot => slot.code === code) as SlotText

type Changed = (off: SlotText, manager: SlotText) => Partial<SlotText>

test.each<[string, Changed]>([
  ['takes the name of another code', () => ({ code: 'TEL1' })],
  ['takes the id of another person', (_own, other) => ({ staffId: other.staffId })],
  ['holds the box of another slot', (_own, other) => ({ box: other.box })],
  ['has another salt', (_own, other) => ({ salt: other.salt })],
  ['asks for less work', () => ({ cost: { N: 2, r: 1, p: 1 } })],
  ['says that it needs a keychain', () => ({ needsKeychain: true })],
])('[A24] a slot that %s opens nothing', async (_what, changed) => {
  const { directory, signIn } = await foundedEngine()
  edit(directory, slots => {
    const other = slotOf(slots, 'MGR1')
    const taken = Object.assign(slotOf(slots, 'OFF1'), changed(slotOf(slots, 'OFF1'), other))
    if (taken.code === 'TEL1') slots.splice(0, slots.length, taken)
  })
  expect(outcomeType(await signIn('OFF1'))).toBe('sign-in-refused')
  expect(outcomeType(await signIn('TEL1', passphrases.OFF1))).toBe('sign-in-refused')
})

test('[A24] a box with any one character changed opens nothing', async () => {
  const { directory, signIn, time } = await foundedEngine()
  const original = readFileSync(path.join(directory, 'keyring.json'), 'utf8')
  await fc.assert(
    fc.asyncProperty(fc.nat(), async place => {
      writeFileSync(path.join(directory, 'keyring.json'), original)
      edit(directory, slots => {
        const slot = slotOf(slots, 'OFF1')
        const at = place % (slot.box.length - 1)
        slot.box = `${slot.box.slice(0, at)}${slot.box[at] === 'A' ? 'B' : 'A'}${slot.box.slice(at + 1)}`
      })
      time.pass(120)
      expect(outcomeType(await signIn('OFF1'))).toBe('sign-in-refused')
    }),
    { seed: 24, numRuns: 60 },
  )
  writeFileSync(path.join(directory, 'keyring.json'), original)
  time.pass(120)
  expect(outcomeType(await signIn('OFF1'))).toBe('posted')
})

test.each([
  ['is cut short', (text: string) => text.slice(0, 100)],
  ['is empty', () => ''],
  ['has a part nobody knows', (text: string) => text.replace('"v": 1', '"v": 1, "also": 2')],
  ['asks for a gigabyte of memory', (text: string) => text.replace(/"N": \d+/, '"N": 1073741824')],
  ['holds another thing altogether', () => '[1,2,3]'],
])('[A24][A34] a keyring that %s cannot be read, and is told from one that is missing', async (_what, change) => {
  const first = await foundedEngine()
  await first.engine.close()
  const file = path.join(first.directory, 'keyring.json')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  const { port, signIn } = await startEngine({ directory: first.directory })
  expect(await port.query({ type: 'session' })).toMatchObject({
    value: { state: 'unavailable', problem: 'key-unreadable', codes: [] },
  })
  expect(await signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'key-unreadable' } })
})

test('[A24] the slots of one institution open nothing of another', async () => {
  const [mine, theirs] = [await foundedEngine(), await foundedEngine()]
  writeFileSync(path.join(mine.directory, 'keyring.json'), readFileSync(path.join(theirs.directory, 'keyring.json')))
  expect(await mine.signIn('OFF1')).toMatchObject({ refusal: { type: 'storage-unavailable', code: 'key-unreadable' } })
  const { value } = (await mine.port.query({ type: 'session' })) as { value: SessionAnswer }
  expect(value).toMatchObject({ state: 'unavailable', problem: 'key-unreadable' })
})

test('[A24] each person has a slot of their own: nobody opens with a colleague’s passphrase', async () => {
  const { signIn, time } = await foundedEngine()
  for (const code of ['HO1', 'MGR1', 'OFF1', 'TEL1'] as const)
    for (const other of ['HO1', 'MGR1', 'OFF1', 'TEL1'] as const) {
      time.pass(120)
      expect(outcomeType(await signIn(code, passphrases[other]))).toBe(code === other ? 'posted' : 'sign-in-refused')
    }
})
