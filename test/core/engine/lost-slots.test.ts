import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keyringFile } from '../../../core/engine/keyring.ts'
import { outcomeType } from '../../support/expect.ts'
import { staffIdOf } from './head-office.ts'
import { type Code, foundedEngine, must, newKey, startEngine, type TestEngine } from './made-engine.ts'

interface SlotText {
  code: string
  opensWith: string
  keys: { mac: string }[]
}

const fileOf = ({ directory }: TestEngine): string => path.join(directory, keyringFile)
const slotsOf = (made: TestEngine): SlotText[] =>
  (JSON.parse(readFileSync(fileOf(made), 'utf8')) as { slots: SlotText[] }).slots
const namesOf = (made: TestEngine): string[] =>
  slotsOf(made).map(({ code, opensWith, keys }) => `${code} ${opensWith} ${keys.length}`)

function edit(made: TestEngine, change: (slots: SlotText[]) => SlotText[]): void {
  const keyring = JSON.parse(readFileSync(fileOf(made), 'utf8')) as { slots: SlotText[] }
  writeFileSync(fileOf(made), JSON.stringify({ ...keyring, slots: change(keyring.slots) }))
}

const damage = (whose: Code, slots: SlotText[]): SlotText[] =>
  slots.map(slot =>
    slot.code === whose
      ? { ...slot, keys: slot.keys.map(key => ({ ...key, mac: key.mac.replace(/^./, c => (c === 'A' ? 'B' : 'A')) })) }
      : slot,
  )

const staffCommand = async (made: TestEngine, type: 'staff.suspend', code: Code) =>
  must(await made.port.execute({ type, key: newKey(), staffId: await staffIdOf(made, code) }))

test('[A67] in a keyring that was cut down to one slot, its owner’s suspension leaves the key, and the whole keyring opens again', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const whole = readFileSync(fileOf(made))
  edit(made, slots => slots.filter(({ code }) => code === 'TEL1'))
  await staffCommand(made, 'staff.suspend', 'TEL1')
  expect(namesOf(made)).toEqual(['TEL1 passphrase 1'])
  expect(must(await made.port.query({ type: 'session' }))).toMatchObject({
    isKeyChangeWaiting: true,
    lostSlots: ['HO1', 'MGR1', 'OFF1'],
  })
  expect(outcomeType(await made.signIn('TEL1'))).toBe('staff-suspended')
  writeFileSync(fileOf(made), whole)
  await made.engine.close()
  const later = await startEngine({ directory: made.directory })
  later.time.pass(120)
  expect(must(await later.signIn('HO1'))).not.toHaveProperty('isKeyChangeWaiting')
  expect(namesOf(later)).not.toContain('TEL1 passphrase 1')
  must(await later.signIn('HO1', made.recoveryCode))
})

test('[A68] a slot that is not as it was sealed is named to everybody, and the key does not change without who works with the books', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const whole = readFileSync(fileOf(made))
  edit(made, slots => damage('HO1', slots))
  await staffCommand(made, 'staff.suspend', 'TEL1')
  expect(namesOf(made)).toContain('HO1 passphrase 1')
  expect(must(await made.port.query({ type: 'session' }))).toMatchObject({
    isKeyChangeWaiting: true,
    lostSlots: ['HO1'],
  })
  writeFileSync(fileOf(made), whole)
  const answer = must(await made.signIn('HO1'))
  expect(answer).not.toHaveProperty('isKeyChangeWaiting')
  expect(answer).not.toHaveProperty('lostSlots')
  expect(namesOf(made)).toEqual(['HO1 passphrase 1', 'MGR1 passphrase 1', 'OFF1 passphrase 1', 'HO1 recovery-code 1'])
})

test('[A68] a colleague’s damaged slot goes with the next change of the key; they are named until they have a passphrase again', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  edit(made, slots => damage('OFF1', slots))
  expect(must(await made.port.query({ type: 'session' })).lostSlots).toEqual(['OFF1'])
  await staffCommand(made, 'staff.suspend', 'TEL1')
  expect(namesOf(made)).not.toContain('OFF1 passphrase 1')
  expect(must(await made.signIn('MGR1')).lostSlots).toEqual(['OFF1'])
  const passphrase = 'seven herons at dawn'
  const staffId = await staffIdOf(made, 'OFF1')
  must(await made.port.execute({ type: 'staff.set-passphrase', key: newKey(), staffId, passphrase }))
  expect(must(await made.port.query({ type: 'session' }))).not.toHaveProperty('lostSlots')
  must(await made.signIn('OFF1', passphrase))
})
