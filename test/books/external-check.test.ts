import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { toolsHere } from '../support/installed-tools.ts'
import { runHere } from '../support/run-program.ts'
import { sealBranch, sealedPassphrase, writeTestKeyring } from '../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../support/temporary-folder.ts'

const sealed = sealBranch(folderForAll())

beforeAll(() => writeTestKeyring(sealed, { OFF1: sealed.branch.desk('officer').staffId }))

describe('npm run verify -- --depth external', () => {
  const verify = (...args: string[]) =>
    runHere('verify.ts', [sealed.file, '--staff', 'OFF1', ...args], { passphrase: sealedPassphrase })

  test('[X17] ends with 0 when every tool that is installed has our balances, and says which are missing', async () => {
    const { status, stdout } = await verify('--depth', 'external')
    const installed = toolsHere.filter(({ isMissing }) => !isMissing)
    expect(status).toBe(installed.length === 0 ? 3 : 0)
    expect(stdout).toContain('CLEAN. The journal is whole and signed')
    for (const { name, isMissing } of toolsHere)
      expect(stdout).toMatch(
        new RegExp(isMissing ? `${name} +is not installed here` : `${name} +accepts the export, and its \\d+ balances`),
      )
  })

  test('[X17] ends with 3 when none of the tools is installed, and names the packages', async () => {
    vi.stubEnv('PATH', '/nowhere')
    const { status, stdout } = await verify('--depth', 'external')
    expect(status).toBe(3)
    expect(stdout).toContain('NOT CHECKED EXTERNALLY.')
    for (const { name } of toolsHere) expect(stdout).toContain(`sudo apt-get install -y ${name}`)
  })

  test('[X17] ends with 1 when a tool refuses the books, or has other balances', async () => {
    const programs = path.join(temporaryFolder(), 'bin')
    mkdirSync(programs)
    const program = (name: string, body: string): void => {
      writeFileSync(path.join(programs, name), `#!/bin/sh\n${body}\n`)
      chmodSync(path.join(programs, name), 0o755)
    }
    program('ledger', 'echo "Assets:001:1130-Cash-at-bank\tKES 1.00"')
    program('hledger', 'test "$1" = --version || { echo "line 7: this is not right" >&2; exit 1; }')
    vi.stubEnv('PATH', programs)
    const { status, stdout } = await verify('--depth', 'external')
    expect(status).toBe(1)
    expect(stdout).toMatch(/hledger +REFUSES the export:\n +line 7: this is not right/)
    expect(stdout).toMatch(/ledger +has OTHER BALANCES:\n/)
    expect(stdout).toContain('NOT AGREED.')
  })

  test('[V11][X17] the depths are quick, full and external, and nothing else', async () => {
    const quick = await verify('--depth', 'quick')
    expect(quick).toMatchObject({ status: 0, stdout: expect.stringContaining('Only the newest records were checked.') })
    expect(await verify('--quick')).toEqual(quick)
    for (const args of [
      ['--depth', 'deep'],
      ['--depth'],
      ['--depth', 'full', '--quick'],
      ['--depth', 'full', '--rebuild'],
    ])
      expect(await verify(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') })
  })
})
