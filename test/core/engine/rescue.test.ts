import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { DeskAnswers } from '../../../core/engine/port.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { foundedEngine, must, startEngine, type TestEngine, temporaryFolder, workADay } from './made-engine.ts'

type Rescue = DeskAnswers['rescue.save']

const rescue = async ({ engine }: TestEngine, folder: string): Promise<Rescue> =>
  must((await engine.execute({ type: 'rescue.save', folder })) as Result<Rescue, Refusal>)

test('[A35] with open books a rescue holds them, the keyring and each unsent record, and never the log’s key', async () => {
  const made = await foundedEngine()
  await workADay(made)
  const saved = await rescue(made, temporaryFolder())
  expect(saved).toMatchObject({ files: ['branch.db', 'keyring.json', 'unsent-records.jsonl'], unsentRecords: 7 })
  expect(readdirSync(saved.folder).sort()).toEqual(['branch.db', 'keyring.json', 'unsent-records.jsonl'])
  const lines = readFileSync(path.join(saved.folder, 'unsent-records.jsonl'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(7)
  expect(lines.every(line => /^[\w-]+$/.test(line))).toBe(true)
  expect(readFileSync(path.join(saved.folder, 'branch.db')).includes('SQLite format')).toBe(false)
})

test('[A35] the rescued books open with the same passphrase, up to the log’s key and head that were left behind', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const saved = await rescue(made, temporaryFolder())
  for (const name of ['device.key', 'log.head'])
    writeFileSync(path.join(saved.folder, name), readFileSync(path.join(made.directory, name)))
  const copy = await startEngine({ directory: saved.folder })
  // A rescue holds no count of tries: whoever brings it back waits once.
  copy.time.pass(60)
  must(await copy.signIn('OFF1'))
  expect(must(await copy.port.query({ type: 'account', accountId })).balanceMinor).toBe(250000n)
})

test.each(['locked', 'second-instance', 'damaged-file', 'key-missing', 'no-institution'])(
  '[A35] a rescue works when the engine is: %s',
  async state => {
    const target = temporaryFolder()
    const made = state === 'no-institution' ? await startEngine() : await foundedEngine()
    if (state === 'no-institution')
      return expect(await rescue(made, target)).toMatchObject({ files: [], unsentRecords: null })
    await workADay(made)
    await made.port.execute({ type: 'session.lock' })
    if (state === 'locked')
      return expect(await rescue(made, target)).toMatchObject({ files: ['branch.db', 'keyring.json'] })
    if (state === 'second-instance') {
      const second = await startEngine({ directory: made.directory })
      return expect(await rescue(second, target)).toMatchObject({ files: ['branch.db', 'keyring.json'] })
    }
    writeFileSync(path.join(made.directory, state === 'key-missing' ? 'keyring.json' : 'branch.db'), 'not what it was')
    if (state === 'damaged-file') spoiledOnPurpose(made, 'the file is no database any more')
    expect(outcomeType(await made.signIn('OFF1'))).toBe('storage-unavailable')
    const saved = await rescue(made, target)
    expect(readFileSync(path.join(saved.folder, 'branch.db'))).toEqual(
      readFileSync(path.join(made.directory, 'branch.db')),
    )
  },
)

test('[A35] two rescues to one folder lie side by side', async () => {
  const made = await foundedEngine()
  const target = temporaryFolder()
  const [one, two] = [await rescue(made, target), await rescue(made, target)]
  expect(one.folder).not.toBe(two.folder)
  expect(readdirSync(target)).toHaveLength(2)
})

test.each(['relative/folder', '/nowhere/at/all', '/etc/hostname', '/nowhere/a\0b'])(
  '[A35] %j is no folder to rescue to',
  async folder => {
    const { engine } = await foundedEngine()
    expect(await engine.execute({ type: 'rescue.save', folder })).toMatchObject({
      refusal: { type: 'field-invalid', field: 'folder', rule: 'not-a-folder' },
    })
  },
)

test.each(['\\\\thief\\share', '//thief/share', '\\\\?\\UNC\\thief\\share', '/\\thief/share'])(
  '[A69] %j is on the network: nothing is rescued or exported to it',
  async folder => {
    const { port, signIn } = await foundedEngine()
    const refusal = { type: 'field-invalid', field: 'folder', rule: 'network-folder' }
    expect(await port.execute({ type: 'rescue.save', folder })).toMatchObject({ refusal })
    must(await signIn('HO1'))
    expect(await port.execute({ type: 'export.books', folder, order: { format: 'all' } })).toMatchObject({ refusal })
  },
)

test('[A35] what lies in the folder already is left as it is', async () => {
  const made = await foundedEngine()
  const target = temporaryFolder()
  mkdirSync(path.join(target, 'photos'))
  writeFileSync(path.join(target, 'branch.db'), 'somebody else’s')
  await rescue(made, target)
  expect(readFileSync(path.join(target, 'branch.db'), 'utf8')).toBe('somebody else’s')
})
