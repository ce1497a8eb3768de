import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { openSlot } from '../../../core/engine/key-slot.ts'
import { passphraseSlotsOf, readKeyring } from '../../../core/engine/keyring.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { forgetHolds } from '../../support/older-program.ts'
import { foundedEngine, must, newKey, passphrases, startEngine, workADay } from './made-engine.ts'

test('[J13] the first sign-in after an update applies what the older program could not', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const place = { type: 'hold.place', key: newKey(), accountId, amountMinor: 5_000n, currency: 'KES', reason: 'other' }
  must((await made.engine.execute(place)) as Result<unknown, Refusal>)
  await made.engine.close()
  const folder = openInstallationFolder(made.directory)
  const [slot] = passphraseSlotsOf(present(readKeyring(folder), 'there is a keyring'), 'OFF1')
  const keys = await openSlot(present(slot, 'the officer has a slot'), passphrases.OFF1, null)
  const books = openBooks({ file: folder.pathOf('branch.db'), key: present(keys?.databaseKeys[0], 'the slot opens') })
  if (!books.ok) throw new Error(books.refusal)
  forgetHolds(books.value.db)
  books.value.close()
  const updated = await startEngine({ directory: made.directory })
  must(await updated.signIn('OFF1'))
  expect(must(await updated.port.query({ type: 'account', accountId }))).toMatchObject({ heldMinor: 5_000n })
})
