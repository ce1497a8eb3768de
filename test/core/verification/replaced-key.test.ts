import { expect, test } from 'vitest'
import type { Desk } from '../../../core/command/desk.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { base64url } from '../../../core/crypto/hash.ts'
import { signerOf } from '../../../core/crypto/signing.ts'
import { recordAnswer } from '../../../core/query/record-answer.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'

/** An officer's deposit that the manager signs, before and after the manager is given a new passphrase, and so a new key. */
function branchWithReplacedKey() {
  const branch = makeBranch()
  const { books, environment, desk, currency } = branch
  const { accountId } = openForBusiness(branch)
  const { staffId } = desk('manager')
  const fresh = signerOf(environment.randomBytes(32))
  const deposit = (who: Desk) => {
    const identity = { key: environment.newId(), type: 'savings.deposit', accountId } as const
    const executed = executeJournalCommand(books, who, { ...identity, amountMinor: 20_000_001n, currency })
    if (!executed.ok) throw new Error(executed.refusal.type)
    return executed.value.outcome.record
  }
  const before = deposit(desk('officer', 'manager'))
  const newcomer = { staffId, publicKey: base64url(fresh.publicKey) }
  const set = {
    key: environment.newId(),
    type: 'staff.set-passphrase',
    staffId,
    passphrase: 'not in the books',
  } as const
  executeJournalCommand(books, { ...desk('head-office'), newcomer }, set)
  const withNewKey = () => deposit({ ...desk('officer'), cosigner: { staffId, sign: fresh.sign } })
  const withOldKey = () => deposit(desk('officer', 'manager'))
  const isValid = (record: typeof before): boolean | undefined => {
    const answer = recordAnswer(books.db, record)
    return answer.ok ? answer.value.cosigners[0]?.valid : undefined
  }
  return { branch, before, withNewKey, withOldKey, isValid }
}

test('[V3][A43] signatures made before a new key and with it are both right', () => {
  const { branch, before, withNewKey, isValid } = branchWithReplacedKey()
  const after = withNewKey()
  expect([isValid(before), isValid(after)]).toEqual([true, true])
  expectBooksToBalance(branch)
  expect(verifyBooks(branch.books, { depth: 'quick' }).isClean).toBe(true)
})

test.each(['full', 'quick'] as const)(
  '[V3] a signature made with a key that was replaced before is found: %s',
  depth => {
    const { branch, withOldKey, isValid } = branchWithReplacedKey()
    const record = withOldKey()
    spoiledOnPurpose(branch, 'a second person signs with a key that was replaced')
    expect(isValid(record)).toBe(false)
    expect(verifyBooks(branch.books, { depth }).firstBadRecord).toMatchObject({ type: 'cosignature-wrong', record })
  },
)

test('[V9] a key that somebody put into the table beside the journal is found', () => {
  const { branch } = branchWithReplacedKey()
  const { db } = branch.books
  spoiledOnPurpose(branch, 'a key is another than its record says')
  db.prepare('UPDATE staff_key SET public_key = zeroblob(32) WHERE since_position > 2').run()
  expect(verifyBooks(branch.books).findings).toMatchObject([{ type: 'projection-differs' }])
})
