import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commandSchema } from '../../../core/engine/command-schema.ts'
import { querySchema } from '../../../core/query/query.ts'
import { outcomeType } from '../../support/expect.ts'
import { foundedEngine, newKey, startEngine, temporaryFolder, workADay } from './made-engine.ts'
import { validCommands, validQueries } from './valid-inputs.ts'

const takenWhileLocked = ['session.lock', 'session.sign-out', 'session.active', 'folder.choose', 'rescue.save']
const asksForKeys = ['session.sign-in', 'institution.create', 'device.join']

test('[A21] the samples cover every command and every query that there is', () => {
  expect(validCommands().map(({ type }) => type)).toEqual(commandTypes())
  expect(validQueries().map(({ type }) => type)).toEqual(querySchema.options.map(({ shape }) => shape.type.value))
})

const commandTypes = (): string[] =>
  (commandSchema as unknown as typeof querySchema).options.map(({ shape }) => shape.type.value)

test.each(['locked', 'signed out', 'never signed in'])(
  '[A21] %s, the engine refuses every command and query of the working day',
  async how => {
    const made = await foundedEngine()
    if (how !== 'never signed in') {
      await workADay(made)
      await made.port.execute({ type: how === 'locked' ? 'session.lock' : 'session.sign-out' })
    }
    const rescueFolder = temporaryFolder()
    for (const command of validCommands(rescueFolder)) {
      const type = outcomeType(await made.engine.execute(command))
      if (takenWhileLocked.includes(command.type)) expect(`${command.type} ${type}`).toBe(`${command.type} posted`)
      else if (asksForKeys.includes(command.type)) expect(['sign-in-refused', 'institution-exists']).toContain(type)
      else expect(`${command.type} ${type}`).toBe(`${command.type} locked`)
    }
    for (const query of validQueries())
      expect(`${query.type} ${outcomeType(await made.engine.query(query))}`).toBe(
        `${query.type} ${query.type === 'session' ? 'posted' : 'locked'}`,
      )
  },
)

test('[A21] locking closes the books: SQLite has folded its log back into the file', async () => {
  const made = await foundedEngine()
  await workADay(made)
  expect(existsSync(path.join(made.directory, 'branch.db-wal'))).toBe(true)
  await made.port.execute({ type: 'session.lock' })
  expect(readdirSync(made.directory).filter(name => name.startsWith('branch.db'))).toEqual(['branch.db'])
})

test('[A21] before there is an institution, everything but founding and joining says so', async () => {
  const { engine } = await startEngine()
  for (const command of validCommands(temporaryFolder())) {
    if ([...takenWhileLocked, 'institution.create', 'device.join'].includes(command.type)) continue
    expect(`${command.type} ${outcomeType(await engine.execute(command))}`).toBe(`${command.type} no-institution`)
  }
  for (const query of validQueries().filter(({ type }) => type !== 'session'))
    expect(outcomeType(await engine.query(query))).toBe('no-institution')
})

test('[A21] what waits for its turn when the session ends is not begun', async () => {
  const { port, signIn } = await foundedEngine()
  await signIn('HO1')
  const adding = port.execute({
    type: 'staff.add',
    key: newKey(),
    code: 'NEW1',
    name: 'Joy',
    role: 'teller',
    passphrase: 'a bowl of oranges',
  })
  const changing = port.execute({ type: 'session.change-passphrase', current: 'whatever', next: 'a bowl of oranges' })
  await port.execute({ type: 'session.lock' })
  expect([outcomeType(await adding), outcomeType(await changing)]).toEqual(['locked', 'locked'])
})

test('[A21] a closed engine refuses everything, and a sign-in that was under way opens nothing', async () => {
  const { engine, signIn, directory } = await foundedEngine()
  const underWay = signIn('OFF1')
  await engine.close()
  await underWay
  expect(outcomeType(await engine.query({ type: 'session' }))).toBe('engine-failed')
  expect(outcomeType(await signIn('OFF1'))).toBe('engine-failed')
  expect(readdirSync(directory).filter(name => name.startsWith('branch.db'))).toEqual(['branch.db'])
})
