import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { breakableKeychain, type StartOptions, startEngine, type TestEngine, temporaryFolder } from './made-engine.ts'

const fixture = path.resolve(import.meta.dirname, '../../fixtures/first-issue/installation')

/** As the program of the first issue showed it at the founding. */
export const recoveryCode = 'S4YI-3TT3-2AP7-G7KZ-4MQY-NHMH-PYQK-PQLD'

/** An installation that the program of the first issue made and worked with for a day, with its keychain. */
export function firstIssue(): string {
  const directory = temporaryFolder()
  cpSync(fixture, directory, { recursive: true })
  return directory
}

export async function startFirstIssue(
  directory = firstIssue(),
  keychain = breakableKeychain(),
  options: StartOptions = {},
): Promise<TestEngine> {
  const started = await startEngine({ directory, keychain, ...options })
  started.time.pass(120)
  return started
}

interface Slots {
  readonly slots: readonly { readonly code: string; readonly opensWith: string }[]
  readonly olderSlots?: readonly { readonly code: string; readonly opensWith: string }[]
}

export const keyringOf = (directory: string): Slots =>
  JSON.parse(readFileSync(path.join(directory, 'keyring.json'), 'utf8')) as Slots

export const nameOf = ({ code, opensWith }: Slots['slots'][number]): string => `${code} ${opensWith}`
