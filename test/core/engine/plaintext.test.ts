import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import {
  foundedEngine,
  founding,
  must,
  newKey,
  passphrases,
  type TestEngine,
  temporaryFolder,
  workADay,
} from './made-engine.ts'

/** What the day below types in, and what must be readable nowhere. */
const planted = [
  'Achieng',
  'Odhiambo',
  '711223344',
  '27318842',
  'Oginga',
  'canary-note-in-the-hold',
  'canary-in-a-draft',
  'canary-found-by-search',
  founding.institutionName,
  founding.branch.name,
  ...founding.staff.flatMap(({ name, passphrase }) => [name, passphrase]),
]

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))

/** The letters that the word has in base64 whatever follows it: eight or more, so that noise does not hold them by chance. */
const base64Of = (word: string): string => {
  const bytes = Buffer.from(word)
  return bytes.toString('base64').slice(0, Math.floor(bytes.length / 3) * 4)
}

const readable = (folder: string): readonly string[] =>
  filesUnder(folder).flatMap(file => {
    const bytes = readFileSync(file)
    const forms = (word: string) => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(base64Of(word))]
    return planted
      .filter(word => forms(word).some(form => bytes.includes(form)))
      .map(word => `${path.basename(file)}: ${word}`)
  })

async function wholeDay(made: TestEngine): Promise<string> {
  const { accountId } = await workADay(made)
  const run = async (command: object) => must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
  await run({
    type: 'hold.place',
    key: newKey(),
    accountId,
    amountMinor: 1000n,
    currency: 'KES',
    reason: 'other',
    note: 'canary-note-in-the-hold',
  })
  must(await made.port.execute({ type: 'draft.save', form: 'client', body: 'canary-in-a-draft' }))
  await made.port.query({ type: 'search', text: 'canary-found-by-search' })
  await made.port.execute({ type: 'session.sign-in', code: 'TEL1', passphrase: `${passphrases.OFF1} wrong` })
  return accountId
}

test('[A32] after a day of work no file holds a planted name, number, note or passphrase: open, locked, rescued', async () => {
  const rescue = temporaryFolder()
  const made = await foundedEngine()
  await wholeDay(made)
  must(await made.port.execute({ type: 'rescue.save', folder: rescue }))
  expect(readable(made.directory)).toEqual([])
  await made.port.execute({ type: 'session.lock' })
  expect(readable(made.directory)).toEqual([])
  expect(readable(rescue)).toEqual([])
  expect(
    filesUnder(made.directory)
      .map(file => path.basename(file))
      .sort(),
  ).toEqual(['attempts.json', 'branch.db', 'device.key', 'engine.lock', 'keyring.json', 'log.head'])
})

test('[A32] the search for planted words finds them where they are in the clear', async () => {
  const { writeFileSync } = await import('node:fs')
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'leak'), 'xx Achieng xx')
  expect(readable(folder)).toEqual(['leak: Achieng'])
})

test('[A32] the books and their log look like noise: no SQLite header, no table names, no run of text', async () => {
  const made = await foundedEngine()
  await wholeDay(made)
  for (const name of ['branch.db', 'branch.db-wal']) {
    const bytes = readFileSync(path.join(made.directory, name))
    expect(bytes.length).toBeGreaterThan(10_000)
    for (const word of ['SQLite format', 'CREATE TABLE', 'savings', 'staff']) expect(bytes.includes(word)).toBe(false)
    expect(bytes.toString('latin1')).not.toMatch(/[a-z ]{16}/)
  }
})

const named = ['code', 'cost', 'needsKeychain', 'opensWith', 'staffId']
const boxes = ['box', 'boxKey', 'keys', 'publicKey', 'salt', 'voucher']

test('[A32] outside the encryption stand staff codes, ids and public keys, nothing else about people', async () => {
  const made = await foundedEngine()
  const keyring = JSON.parse(readFileSync(path.join(made.directory, 'keyring.json'), 'utf8')) as { slots: object[] }
  expect(Object.keys(keyring).sort()).toEqual(['slots', 'v'])
  for (const slot of keyring.slots) expect([...named, ...boxes]).toEqual(expect.arrayContaining(Object.keys(slot)))
})
