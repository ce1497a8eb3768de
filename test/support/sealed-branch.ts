import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { present } from '../../core/assert.ts'
import { booksFile } from '../../core/engine/installation.ts'
import { sealRecoverySlot, sealSlot } from '../../core/engine/key-slot.ts'
import { writeKeyring } from '../../core/engine/keyring.ts'
import { withDatabaseKeys } from '../../core/engine/slot-keys.ts'
import { openInstallationFolder } from '../../core/storage/installation-folder.ts'
import { grantByCode } from '../../core/storage/reference.ts'
import { type Branch, makeBranch } from './branch.ts'
import { liveThroughDay, type RealisticDay } from './realistic-day.ts'

/** An encrypted file on the disk with a day in it, closed; whoever holds the key may do with it what they like. */
export interface SealedBranch {
  readonly folder: string
  readonly file: string
  readonly key: Uint8Array
  readonly branch: Branch
  readonly day: RealisticDay
}

export const sealedPassphrase = 'correct horse battery'

export function sealBranch(folder: string): SealedBranch {
  const file = path.join(folder, booksFile)
  const key = Uint8Array.from({ length: 32 }, (_, place) => place * 7)
  const branch = makeBranch({ file: { file, key } })
  const day = liveThroughDay(branch)
  branch.books.close()
  return { folder, file, key, branch, day }
}

/** Another copy of the file in a folder of its own, to be spoiled. */
export const copySealed = (sealed: SealedBranch, folder: string): SealedBranch => {
  const file = path.join(folder, booksFile)
  copyFileSync(sealed.file, file)
  return { ...sealed, folder, file }
}

export const recoverySecret = Uint8Array.from({ length: 20 }, (_, place) => place)

/** A keyring for the officer, and for the manager who also has the recovery code; the passphrase work is as small as it gets. */
export async function writeTestKeyring(
  { folder, key, branch }: SealedBranch,
  staff: Readonly<Record<string, string>>,
  needsKeychain = false,
) {
  const cost = { N: 2, r: 8, p: 1 }
  const keychainSecret = needsKeychain ? new Uint8Array(32) : null
  const slots = await Promise.all(
    Object.entries(staff).map(([code, staffId]) =>
      sealSlot({ code, staffId }, branch.seedOf(staffId), { passphrase: sealedPassphrase, keychainSecret, cost }),
    ),
  )
  const owners = Object.entries(staff).map(([code, staffId]) => ({ code, staffId }))
  const keeper = present(owners.at(-1), 'somebody keeps the recovery code')
  writeKeyring(openInstallationFolder(folder), {
    v: 1,
    slots: [
      ...slots,
      sealRecoverySlot(keeper, { seed: branch.seedOf(keeper.staffId), keychainSecret }, recoverySecret),
    ].map(slot => withDatabaseKeys(slot, [key])),
  })
}

export const staffIdOf = ({ books }: Branch, code: string): string =>
  present(grantByCode(books.db, code), 'the person is on the staff').staffId
