import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { runHere } from '../../support/run-program.ts'
import {
  copySealed,
  type SealedBranch,
  sealBranch,
  sealedPassphrase,
  writeTestKeyring,
} from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'
import { foundedEngine, must, newKey, passphrases, workADay } from '../engine/made-engine.ts'

const sealed = sealBranch(folderForAll())
const staff = Object.fromEntries(
  (['officer', 'auditor', 'manager'] as const).map(role => [
    { officer: 'OFF1', auditor: 'AUD1', manager: 'MGR1' }[role],
    sealed.branch.desk(role).staffId,
  ]),
)
beforeAll(() => writeTestKeyring(sealed, staff))

async function exported(file: string, code: string, passphrase = sealedPassphrase) {
  const folder = temporaryFolder()
  const ended = await runHere('export.ts', [file, '--to', path.join(folder, 'export'), '--staff', code], { passphrase })
  return { ...ended, isThere: readdirSync(folder).includes('export') }
}

const verified = (file: string, code: string, passphrase = sealedPassphrase) =>
  runHere('verify.ts', [file, '--staff', code], { passphrase })

const refusedWith = (why: string) => ({ status: 2, isThere: false, stdout: '', stderr: expect.stringContaining(why) })

test('[X18] at a terminal, too, only who audits exports the books', async () => {
  expect(await exported(sealed.file, 'OFF1')).toMatchObject(
    refusedWith('NOT EXPORTED. OFF1 may not export books: somebody who audits them may'),
  )
  expect(await exported(sealed.file, 'AUD1')).toMatchObject({ status: 0, isThere: true })
})

/** The same books after a record of head office; the keyring is as it was. */
function recorded(command: object): SealedBranch {
  const copy = copySealed(sealed, temporaryFolder())
  copyFileSync(path.join(sealed.folder, 'keyring.json'), path.join(copy.folder, 'keyring.json'))
  const books = openBooks(copy)
  if (!books.ok) throw new Error(books.refusal)
  const key = newKey()
  const done = executeJournalCommand(books.value, sealed.branch.desk('head-office'), { key, ...command } as never)
  if (!done.ok) throw new Error(done.refusal.type)
  books.value.close()
  return copy
}

test('[X18][V11] who was suspended gets neither export nor check, whatever keyring lies beside the books', async () => {
  const auditor = sealed.branch.desk('auditor').staffId
  const { file } = recorded({ type: 'staff.suspend', staffId: auditor })
  expect(await exported(file, 'AUD1')).toMatchObject(refusedWith('NOT EXPORTED. This person is suspended.'))
  expect(await verified(file, 'AUD1')).toMatchObject({ status: 2, stdout: '' })
  expect(await verified(file, 'OFF1')).toMatchObject({ status: 0 })
})

test('[X18][V11] a slot that was never recorded, or was replaced, gets neither', async () => {
  const copy = copySealed(sealed, temporaryFolder())
  const branch = { ...sealed.branch, seedOf: () => new Uint8Array(32) }
  await writeTestKeyring({ ...copy, branch }, staff)
  expect(await exported(copy.file, 'AUD1')).toMatchObject(refusedWith('NOT EXPORTED. This passphrase is not in force'))
  expect(await verified(copy.file, 'OFF1')).toMatchObject({ status: 2, stdout: '' })
})

test('[X18][A52][A53] nothing is signed for books that are older than the head, and without a head only the recovery code exports', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const at = (name: string): string => path.join(made.directory, name)
  await made.port.execute({ type: 'session.lock' })
  copyFileSync(at('branch.db'), at('older'))
  must(await made.signIn('OFF1'))
  must(
    await made.port.execute({ type: 'savings.deposit', key: newKey(), accountId, amountMinor: 100n, currency: 'KES' }),
  )
  await made.engine.close()
  copyFileSync(at('branch.db'), at('newer'))
  copyFileSync(at('older'), at('branch.db'))
  const manager = [made.directory, 'MGR1', passphrases.MGR1] as const
  expect(await exported(...manager)).toMatchObject(refusedWith('NOT EXPORTED. These books are older'))
  expect(await verified(...manager)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('These books are older'),
  })
  copyFileSync(at('newer'), at('branch.db'))
  expect(await exported(...manager)).toMatchObject({ status: 0, stdout: expect.stringContaining('is signed by') })
  rmSync(at('log.head'))
  expect(await exported(...manager)).toMatchObject(refusedWith('The head of the log (log.head)'))
  const keeper = await exported(made.directory, 'HO1', made.recoveryCode)
  expect(keeper).toMatchObject({ status: 0, stdout: expect.stringContaining('is signed by this installation') })
})
