import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { SessionAnswer } from '../../../core/query/session-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { type InstallationFolder, openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { outcomeType } from '../../support/expect.ts'
import { foundedEngine, founding, must, newKey, startEngine, temporaryFolder } from './made-engine.ts'

/** A folder whose computer loses power at the n-th change: that change and all after it never happen. */
function folderThatFailsAt(directory: string, failing: number): { folder: InstallationFolder; changes: () => number } {
  const real = openInstallationFolder(directory)
  let changes = 0
  const orFail =
    <A extends unknown[]>(change: (...parts: A) => void) =>
    (...parts: A): void => {
      changes += 1
      if (changes >= failing) throw new Error('power cut')
      change(...parts)
    }
  const folder = {
    ...real,
    write: orFail(real.write),
    rename: orFail(real.rename),
    remove: orFail(real.remove),
    makeFolder: orFail(real.makeFolder),
    flush: orFail(real.flush),
  }
  return { folder, changes: () => changes }
}

const create = { type: 'institution.create', key: newKey(), founding }

test('[A20] cut off at any of its steps, a founding leaves no institution or a whole one', async () => {
  const whole = folderThatFailsAt(temporaryFolder(), Number.POSITIVE_INFINITY)
  const complete = await startEngine({ folder: whole.folder })
  must(await complete.engine.execute(create))
  const steps = whole.changes()
  const found: string[] = []
  for (let failing = 1; failing <= steps; failing++) {
    const directory = temporaryFolder()
    const cut = await startEngine({ directory, folder: folderThatFailsAt(directory, failing).folder })
    expect(outcomeType(await cut.engine.execute(create))).toBe('engine-failed')
    await cut.engine.close()
    const next = await startEngine({ directory })
    const { state } = must(await next.port.query({ type: 'session' }))
    found.push(state)
    if (state === 'no-institution') must(await next.engine.execute(create))
    expect(outcomeType(await next.signIn('OFF1'))).toBe('posted')
    expect(readdirSync(directory).filter(name => name.startsWith('founding'))).toEqual([])
  }
  const firstWhole = found.indexOf('signed-out')
  expect(found.slice(0, firstWhole).every(state => state === 'no-institution')).toBe(true)
  expect(found.slice(firstWhole).every(state => state === 'signed-out')).toBe(true)
  expect(firstWhole).toBeGreaterThan(3)
})

test('[A20] a second founding is refused, whoever asks; the same one asked again gets its answer again', async () => {
  const { engine } = await startEngine()
  const first = must((await engine.execute(create)) as Result<SessionAnswer, Refusal>)
  expect(first.recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  expect(await engine.execute(create)).toMatchObject({ ok: true, value: { recoveryCode: first.recoveryCode } })
  expect(outcomeType(await engine.execute({ ...create, key: newKey() }))).toBe('institution-exists')
})

test('[A20] a double click founds once', async () => {
  const { engine } = await startEngine()
  const [one, two] = (await Promise.all([engine.execute(create), engine.execute(create)])) as Result<
    SessionAnswer,
    Refusal
  >[]
  expect(one).toEqual(two)
})

test('[A20] the recovery code is in no later answer', async () => {
  const { engine, port, signIn, recoveryCode } = await foundedEngine()
  const told: unknown[] = [await port.query({ type: 'session' })]
  engine.subscribe(event => told.push(event))
  told.push(await signIn('HO1'), await port.query({ type: 'session' }), await port.execute({ type: 'session.lock' }))
  expect(JSON.stringify(told, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
    recoveryCode,
  )
})

test('[A20] the folder of the installation is made where it is missing', async () => {
  const { engine } = await startEngine({ directory: path.join(temporaryFolder(), 'a', 'b') })
  expect(outcomeType(await engine.execute(create))).toBe('posted')
})

test('[A20] the files of an installation are their owner’s alone', async () => {
  const { directory, signIn } = await foundedEngine()
  must(await signIn('OFF1'))
  const names = readdirSync(directory).filter(name => name !== 'engine.lock')
  expect(names).toContain('branch.db-wal')
  for (const name of names)
    expect(`${name} ${(statSync(path.join(directory, name)).mode & 0o077).toString(8)}`).toBe(`${name} 0`)
})

test('[G15] the window knows with which month fiscal years begin', async () => {
  const { engine, port, signIn } = await startEngine()
  must(await engine.execute({ ...create, founding: { ...founding, fiscalYearStartMonth: 7 } }))
  must(await signIn('OFF1'))
  expect(must(await port.query({ type: 'session' })).institution?.yearStartMonth).toBe(7)
})
