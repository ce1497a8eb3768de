import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { recoveryCodeOf } from '../../../core/crypto/recovery-code.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import { takeInstanceLock } from '../../../core/storage/instance-lock.ts'
import { type Ended, runHere, runProgram } from '../../support/run-program.ts'
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

const given = { passphrase: sealedPassphrase }
const runVerify = (args: readonly string[]) => runHere('verify.ts', args, given)

beforeAll(() => writeTestKeyring(sealed, staff))

test('[V11] clean books end with 0, with every head and a trial balance that is equal on both sides', async () => {
  const { status, stdout } = await runVerify([sealed.folder, '--staff', 'OFF1'])
  expect(status).toBe(0)
  expect(stdout).toContain('CLEAN.')
  expect(stdout).toMatch(/device 01 \(this installation\) {2}[a-z2-7]{26}\/\d+\/[0-9a-f]{64}/)
  expect(stdout).toMatch(/KES {2}Total +2,008,100\.00 +2,008,100\.00/)
})

test('[V11] a head of an earlier check is accepted, and missed once it is gone', async () => {
  const earlier = await runVerify([sealed.file, '--staff', 'OFF1'])
  const [head = ''] = /[a-z2-7]{26}\/\d+\/[0-9a-f]{64}/.exec(earlier.stdout) ?? []
  expect(await runVerify([sealed.file, '--staff', 'OFF1', '--head', head])).toMatchObject({ status: 0 })
  const longer = head.replace(/\/\d+\//, '/999/')
  const { status, stdout } = await runVerify([sealed.file, '--staff', 'OFF1', '--head', longer])
  expect(status).toBe(1)
  expect(stdout).toContain('First bad record: Record no. 999 of log')
})

test('[V11] a bad record ends with 1 and is named', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const { depositSeq } = spoiled.day
  verifyTampered(spoiled, sql("UPDATE record SET type = 'savings.withdrawn' WHERE seq = ?", depositSeq))
  const { status, stdout } = runProgram('verify.ts', [spoiled.file, '--staff', 'OFF1'], given)
  expect(status).toBe(1)
  expect(stdout).toContain(`First bad record: Record no. ${depositSeq} of log`)
  expect(stdout).toContain('The column type does not say what the signed bytes say.')
})

test('[V17] a rebuild says what was different, makes it anew, and ends with what the books are then', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const [account = ''] = spoiled.day.accounts
  verifyTampered(spoiled, sql('UPDATE balance SET credit_minor = credit_minor + 1 WHERE sub_account = ?', account))
  expect(await runVerify([spoiled.file, '--staff', 'OFF1'])).toMatchObject({ status: 1 })
  const { status, stdout } = await runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/REBUILT from \d+ records\.\nBefore, this was different:\n/)
  expect(stdout).toContain(`balance ${account}`)
  expect(stdout).toContain('CLEAN.')
  expect(await runVerify([spoiled.file, '--staff', 'OFF1'])).toMatchObject({ status: 0 })
  const again = await runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(again.stdout).toContain('Nothing was different before.')
})

test('[V17] nothing is rebuilt from a journal that is not whole, while an engine works, or with half the check', async () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  await writeTestKeyring(spoiled, staff)
  const { depositSeq } = spoiled.day
  verifyTampered(spoiled, sql('UPDATE record SET signature = zeroblob(64) WHERE seq = ?', depositSeq))
  const before = readFileSync(spoiled.file)
  const refused = await runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('NOT REBUILT.')
  expect(readFileSync(spoiled.file).equals(before)).toBe(true)
  const lock = takeInstanceLock(spoiled.folder)
  const busy = await runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild'])
  expect(busy).toMatchObject({ status: 2, stderr: expect.stringContaining('is working with the file right now') })
  if (lock.ok) lock.value.release()
  const mixed = await runVerify([spoiled.file, '--staff', 'OFF1', '--rebuild', '--quick'])
  expect(mixed.stderr).toContain('Usage:')
})

test('[V11] the passphrase may come from standard input, and the recovery code does as well', async () => {
  const typed = { input: `${sealedPassphrase}\n` }
  expect(runProgram('verify.ts', [sealed.file, '--staff', 'OFF1'], typed).status).toBe(0)
  const written = { passphrase: recoveryCodeOf(recoverySecret) }
  expect(await runHere('verify.ts', [sealed.file, '--staff', 'MGR1'], written)).toMatchObject({ status: 0 })
})

/** Why the program does nothing; it printed nothing else. */
function because({ status, stdout, stderr }: Ended): string {
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).not.toMatch(/\n {4}at /)
  return stderr
}

test('[V11] a wrong passphrase ends the process with 2 and says so, without a stack trace', () => {
  const wrong = runProgram('verify.ts', [sealed.file, '--staff', 'OFF1'], { passphrase: 'wrong' })
  expect(because(wrong)).toContain('does not open the books for OFF1')
})

test('[V11] what cannot be opened ends with 2 and says why', async () => {
  const folder = temporaryFolder()
  const damaged = copySealed(sealed, folder)
  const unopened = async (...args: string[]) => because(await runVerify(args))
  expect(await unopened()).toContain('Usage:')
  expect(await unopened(sealed.file, '--head', 'nonsense')).toContain('Usage:')
  expect(await unopened(path.join(folder, 'nothing.db'))).toContain('There are no books')
  expect(await unopened(damaged.file, '--staff', 'OFF1')).toContain('The keyring')
  expect(await unopened(sealed.file)).toContain('Say with --staff')
  expect(await unopened(sealed.file, '--staff', 'NOBODY')).toContain('does not open the books for NOBODY')
  await writeTestKeyring(damaged, staff, true)
  expect(await unopened(damaged.file, '--staff', 'OFF1')).toContain('Use the recovery code')
  await writeTestKeyring(damaged, staff)
  writeFileSync(damaged.file, 'not a database')
  expect(await unopened(damaged.file, '--staff', 'OFF1')).toContain('The file is damaged')
  rmSync(path.join(folder, keyringFile))
  writeFileSync(path.join(folder, keyringFile), '{')
  expect(await unopened(damaged.file, '--staff', 'OFF1')).toContain('The keyring')
})
