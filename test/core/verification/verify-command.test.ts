import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { recoveryCodeOf } from '../../../core/crypto/recovery-code.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import { takeInstanceLock } from '../../../core/storage/instance-lock.ts'
import {
  copySealed,
  recoverySecret,
  sealBranch,
  sealedPassphrase,
  writeTestKeyring,
} from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'
import { sql, verifyTampered } from './tamper.ts'

const sealed = sealBranch(folderForAll())
const staff = { OFF1: sealed.branch.desk('officer').staffId, MGR1: sealed.branch.desk('manager').staffId }
const program = path.resolve(import.meta.dirname, '../../../core/cli/verify.ts')

// Each check is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

interface Given {
  readonly input?: string
  readonly passphrase?: string
}

function runVerify(args: readonly string[], { input = '', passphrase }: Given = { passphrase: sealedPassphrase }) {
  const { NEXUM_PASSPHRASE: _, ...environment } = process.env
  const env = passphrase === undefined ? environment : { ...environment, NEXUM_PASSPHRASE: passphrase }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env, input })
  return { status, stdout, stderr }
}

beforeAll(() => writeTestKeyring(sealed, staff))

test('[V11] clean books end with 0, with every head and a trial balance that is equal on both sides', () => {
  const { status, stdout } = runVerify([sealed.folder, '--staff', 'OFF1'])
  expect(status).toBe(0)
  expect(stdout).toContain('CLEAN.')
  expect(stdout).toMatch(/device 01 \(this installation\) {2}[a-z2-7]{26}\/\d+\/[0-9a-f]{64}/)
  expect(stdout).toMatch(/KES {2}Total +2,008,100\.00 +2,008,100\.00/)
})

test('[V11] a head of an earlier check is accepted, and missed once it is gone', () => {
  const [head = ''] = /[a-z2-7]{26}\/\d+\/[0-9a-f]{64}/.exec(runVerify([sealed.file, '--staff', 'OFF1']).stdout) ?? []
  expect(runVerify([sealed.file, '--staff', 'OFF1', '--head', head]).status).toBe(0)
  const longer = head.replace(/\/\d+\//, '/999/')
  const { status, stdout } = runVerify([sealed.file, '--staff', 'OFF1', '--head', longer])
  expect(status).toBe(1)
  expect(stdout).toContain('First bad record: Record no. 999 of log')
})

test('[V11] a bad record ends with 1 and is named', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const { depositSeq } = spoiled.day
  verifyTampered(spoiled, sql("UPDATE record SET type = 'savings.withdrawn' WHERE seq = ?", depositSeq))
  const { status, stdout } = runVerify([spoiled.file, '--staff', 'OFF1'])
  expect(status).toBe(1)
  expect(stdout).toContain(`First bad record: Record no. ${depositSeq} of log`)
  expect(stdout).toContain('The column type does not say what the signed bytes say.')
})

test('[V17] a rebuild says what was different, makes it anew, and ends with what the books are then', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const [account = ''] = spoiled.day.accounts
  verifyTampered(spoiled, sql('UPDATE balance SET credit_minor = credit_minor + 1 WHERE sub_account = ?', account))
  expect(runVerify([spoiled.file, '--staff', 'OFF1']).status).toBe(1)
  const { status, stdout } = runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/REBUILT from \d+ records\.\nBefore, this was different:\n/)
  expect(stdout).toContain(`balance ${account}`)
  expect(stdout).toContain('CLEAN.')
  expect(runVerify([spoiled.file, '--staff', 'OFF1']).status).toBe(0)
  expect(runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild']).stdout).toContain('Nothing was different before.')
})

test('[V17] nothing is rebuilt from a journal that is not whole, while an engine works, or with half the check', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const { depositSeq } = spoiled.day
  verifyTampered(spoiled, sql('UPDATE record SET signature = zeroblob(64) WHERE seq = ?', depositSeq))
  const before = readFileSync(spoiled.file)
  const refused = runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('NOT REBUILT.')
  expect(readFileSync(spoiled.file).equals(before)).toBe(true)
  const lock = takeInstanceLock(spoiled.folder)
  const busy = runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(busy).toMatchObject({ status: 2, stderr: expect.stringContaining('is working with the file right now') })
  if (lock.ok) lock.value.release()
  expect(runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild', '--quick']).stderr).toContain('Usage:')
})

test('[V11] the passphrase may come from standard input, and the recovery code does as well', () => {
  expect(runVerify([sealed.file, '--staff', 'OFF1'], { input: `${sealedPassphrase}\n` }).status).toBe(0)
  expect(runVerify([sealed.file, '--staff', 'MGR1'], { passphrase: recoveryCodeOf(recoverySecret) }).status).toBe(0)
})

test('[V11] what cannot be opened ends with 2 and says why, without a stack trace', async () => {
  const folder = temporaryFolder()
  const damaged = copySealed(sealed, folder)
  const because = (args: readonly string[], given?: Given) => {
    const { status, stdout, stderr } = runVerify(args, given)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toMatch(/\n {4}at /)
    return stderr
  }
  expect(because([])).toContain('Usage:')
  expect(because([sealed.file, '--head', 'nonsense'])).toContain('Usage:')
  expect(because([path.join(folder, 'nothing.db')])).toContain('There are no books')
  expect(because([damaged.file, '--staff', 'OFF1'])).toContain('The keyring')
  expect(because([sealed.file])).toContain('Say with --staff')
  expect(because([sealed.file, '--staff', 'OFF1'], { passphrase: 'wrong' })).toContain(
    'does not open the books for OFF1',
  )
  expect(because([sealed.file, '--staff', 'NOBODY'])).toContain('does not open the books for NOBODY')
  await writeTestKeyring(damaged, staff, true)
  expect(because([damaged.file, '--staff', 'OFF1'])).toContain('Use the recovery code')
  await writeTestKeyring(damaged, staff)
  writeFileSync(damaged.file, 'not a database')
  expect(because([damaged.file, '--staff', 'OFF1'])).toContain('The file is damaged')
  rmSync(path.join(folder, keyringFile))
  writeFileSync(path.join(folder, keyringFile), '{')
  expect(because([damaged.file, '--staff', 'OFF1'])).toContain('The keyring')
})
