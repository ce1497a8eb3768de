import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { terminalNotesFile } from '../../../core/engine/terminal-notes.ts'
import { runHere } from '../../support/run-program.ts'
import {
  foundedEngine,
  must,
  passphrases,
  startEngine,
  type TestEngine,
  temporaryFolder,
  workADay,
} from '../engine/made-engine.ts'

const atTerminal = (program: string, args: readonly string[], code: 'MGR1' | 'OFF1' = 'MGR1') =>
  runHere(program, [...args, '--staff', code], { passphrase: passphrases[code] })

async function closedInstallation() {
  const made = await foundedEngine()
  await workADay(made)
  await made.engine.close()
  return made.directory
}

async function trailAfter(directory: string): Promise<{ told: readonly string[]; engine: TestEngine }> {
  const engine = await startEngine({ directory })
  engine.time.pass(60)
  must(await engine.signIn('HO1'))
  const { rows } = must(await engine.port.query({ type: 'audit-trail', limit: 10 }))
  const told = rows.map(({ kind, what, staffName }) => [kind, what, staffName].filter(Boolean).join(' '))
  return { told, engine }
}

test('[U8] what was checked, made anew and exported at the terminal follows with the next sign-in, once', async () => {
  const directory = await closedInstallation()
  expect(await atTerminal('verify.ts', [directory, '--depth', 'quick'], 'OFF1')).toMatchObject({ status: 0 })
  expect(await atTerminal('verify.ts', [directory, '--rebuild'])).toMatchObject({ status: 0 })
  const to = path.join(temporaryFolder(), 'export')
  expect(await atTerminal('export.ts', [directory, '--to', to, '--format', 'csv'])).toMatchObject({ status: 0 })
  const { told, engine } = await trailAfter(directory)
  expect(told.slice(0, 4)).toEqual([
    'signed-in passphrase Grace Wanjiru',
    'exported terminal.csv Daniel Otieno',
    'verified terminal.rebuild Daniel Otieno',
    'verified terminal.quick Amina Yusuf',
  ])
  expect(existsSync(path.join(directory, terminalNotesFile))).toBe(false)
  await engine.engine.close()
  const again = await trailAfter(directory)
  expect(again.told.filter(text => text.includes('terminal'))).toHaveLength(3)
})

test('[U8] a note that somebody changed is told of nobody, and what is no note is nothing', async () => {
  const directory = await closedInstallation()
  await atTerminal('verify.ts', [directory, '--depth', 'quick'])
  const file = path.join(directory, terminalNotesFile)
  writeFileSync(file, readFileSync(file, 'utf8').replace('terminal.quick', 'terminal.full'))
  const { told, engine } = await trailAfter(directory)
  expect(told.slice(0, 2)).toEqual(['signed-in passphrase Grace Wanjiru', 'verified terminal.full'])
  await engine.engine.close()
  writeFileSync(file, '{"v":1,"notes":[{"staff":"me"}]}')
  const after = await trailAfter(directory)
  expect(after.told.filter(text => text.includes('terminal'))).toEqual(['verified terminal.full'])
})

test('[U8] where nothing can be written the check is made, and says that it was not noted', async () => {
  const directory = await closedInstallation()
  // A folder of that name stands in the way of the file, also for whoever runs the tests as root.
  mkdirSync(path.join(directory, `${terminalNotesFile}.new`))
  const { status, stdout } = await atTerminal('verify.ts', [directory, '--depth', 'quick'])
  expect(status).toBe(0)
  expect(stdout).toContain('NOT NOTED')
})
