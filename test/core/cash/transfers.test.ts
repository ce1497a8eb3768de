import { expect, test } from 'vitest'
import { base64url } from '../../../core/crypto/hash.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { signerOf } from '../../../core/crypto/signing.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { addLog } from '../../../core/storage/records.ts'
import { attentionAnswer } from '../../../core/sync/attention-answer.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'

const KES = 'KES' as const
const thousands = (pieces: number) => count([100_000n, pieces])
const vault = { kind: 'vault' } as const
const drawer = (drawerId: string) => ({ kind: 'drawer', drawerId }) as const

/** The officer's drawer holds 20,000.00, the teller's 5,000.00, the vault the rest. */
function twoDrawers() {
  const branch = makeBranch()
  const { drawerId: officers, accountId } = openForBusiness(branch)
  const opened = branch.must('teller', { type: 'drawer.open', currency: KES, counted: thousands(5) })
  return { branch, officers, accountId, tellers: opened.created.drawerId ?? '' }
}

const sent = (branch: Branch, from: string, pieces: number): string =>
  branch.must('officer', {
    type: 'cash.send',
    from: drawer(from),
    to: vault,
    currency: KES,
    counted: thousands(pieces),
  }).created.transferId ?? ''

const minorOf = ({ books }: Branch, account: string): bigint =>
  BigInt(
    books.db
      .prepare(
        "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = ''",
      )
      .pluck()
      .get(account) as number,
  )

const awaited = ({ books }: Branch) =>
  ledgerBalances(books.db, '1140').map(({ pendingCreditMinor }) => pendingCreditMinor)

test('[C8][C9][G9] cash goes from the drawer into transit, and into the vault once another person has counted it', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 8)
  expect([minorOf(branch, '1120'), minorOf(branch, '1140')]).toEqual([1_700_000n, 800_000n])
  expect(awaited(branch)).toEqual([800_000n])
  const receive = { type: 'cash.receive', transferId, counted: thousands(8) } as const
  expectRefusal(branch.execute('teller', receive), 'not-permitted')
  expect(outcomeType(branch.execute('manager', receive))).toBe('posted')
  expect([minorOf(branch, '1110'), minorOf(branch, '1140')]).toEqual([198_300_000n, 0n])
  expect(awaited(branch)).toEqual([0n])
  expectRefusal(branch.execute('manager', receive), 'transfer-not-open')
  expectBooksToBalance(branch)
})

test('[V8][G9] a transit that awaits more than is on its way is seen, on the transfer and on the account', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 8)
  spoiledOnPurpose(branch, 'something is awaited that nobody sent')
  const { db } = branch.books
  db.exec(
    "UPDATE balance SET pending_credit_minor = pending_credit_minor + 1 WHERE account = '1140' AND sub_account = ''",
  )
  const differences = () => verifyBooks(branch.books).findings.filter(({ type }) => type === 'control-differs')
  expect(differences()).toEqual([
    { type: 'control-differs', where: '1140 awaits 800001 minor units of KES, what is on its way is 800000' },
  ])
  db.prepare('UPDATE balance SET pending_credit_minor = pending_credit_minor + 1 WHERE sub_account = ?').run(transferId)
  expect(differences()).toHaveLength(1)
})

test.each([
  // who        from       to         pieces  expected, in order of precedence
  ['teller', 'officers', 'vault', 1, 'drawer-not-yours'],
  ['manager', 'officers', 'vault', 1, 'posted'],
  ['officer', 'vault', 'officers', 1, 'not-permitted'],
  ['accountant', 'vault', 'officers', 1, 'not-permitted'],
  ['officer', 'officers', 'vault', 21, 'drawer-short'],
  ['manager', 'vault', 'tellers', 1_976, 'vault-short'],
  ['manager', 'vault', 'tellers', 1_975, 'posted'],
  ['officer', 'officers', 'tellers', 20, 'posted'],
] as const)('[C8] a %s sending from %s to %s %i notes: %s', (who, from, to, pieces, expected) => {
  const { branch, ...drawers } = twoDrawers()
  const end = (name: 'vault' | 'officers' | 'tellers') => (name === 'vault' ? vault : drawer(drawers[name]))
  const command = {
    type: 'cash.send',
    from: end(from),
    to: end(to),
    currency: KES,
    counted: thousands(pieces),
  } as const
  expect(outcomeType(branch.execute(who, command))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[C8] nothing is sent to where it lies, and not nothing', () => {
  const { branch, officers } = twoDrawers()
  const send = { type: 'cash.send', from: drawer(officers), currency: KES } as const
  expect(() => branch.execute('officer', { ...send, to: drawer(officers), counted: thousands(1) })).toThrow(
    'same-place',
  )
  expect(() => branch.execute('officer', { ...send, to: vault, counted: thousands(0) })).toThrow('not-positive')
  const closed = branch.execute('officer', { ...send, to: drawer(branch.environment.newId()), counted: thousands(1) })
  expectRefusal(closed, 'drawer-not-open')
})

test('[C9] nobody confirms their own transfer, also not as the second person', () => {
  const { branch, officers, tellers } = twoDrawers()
  const send = { type: 'cash.send', from: vault, to: drawer(tellers), currency: KES, counted: thousands(3) } as const
  const transferId = branch.must('manager', send).created.transferId ?? ''
  const short = { type: 'cash.receive', transferId, counted: thousands(2), discrepancy: 'lost', note: 'x' } as const
  expectRefusal(branch.execute('teller', short, 'manager'), 'own-transfer')
  const own = sent(branch, officers, 2)
  expectRefusal(
    branch.execute('officer', { type: 'cash.receive', transferId: own, counted: thousands(2) }),
    'own-transfer',
  )
  expectRefusal(branch.execute('officer', { ...short, counted: thousands(3) }), 'drawer-not-yours')
  expect(outcomeType(branch.execute('teller', { ...short, counted: thousands(3) }))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[C9] the sender, or an overseer, calls back what nobody received', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 4)
  const cancel = { type: 'cash.cancel-transfer', transferId } as const
  expectRefusal(branch.execute('teller', cancel), 'transfer-not-yours')
  branch.must('officer', cancel)
  expect([minorOf(branch, '1120'), minorOf(branch, '1140')]).toEqual([2_500_000n, 0n])
  expectRefusal(
    branch.execute('manager', { type: 'cash.receive', transferId, counted: thousands(4) }),
    'transfer-not-open',
  )
  expectRefusal(branch.execute('officer', cancel), 'transfer-not-open')
  expectBooksToBalance(branch)
})

/** A second device of the branch, which head office has admitted. */
function secondDevice(branch: Branch) {
  const signer = signerOf(branch.environment.randomBytes(32))
  const log = logIdOf(signer.publicKey)
  const { staffId } = branch.desk('manager')
  const { inviteId = '' } = branch.must('head-office', { type: 'device.invite', staffId }).created
  const body = { log, publicKey: base64url(signer.publicKey), deviceCode: '02', inviteId }
  appendCrafted(branch, { type: 'device.admitted', body, streams: ['reference'], entries: [] })
  return { log, signer }
}

test('[C9] what another device of the branch may have received is called back with who oversees', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 4)
  const cancel = { type: 'cash.cancel-transfer', transferId } as const
  secondDevice(branch)
  expectRefusal(branch.execute('officer', cancel), 'second-person-needed')
  branch.must('officer', cancel, 'manager')
  expectBooksToBalance(branch)
})

test('[C9] what was called back here and had been received elsewhere is booked, waits and is listed', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 4)
  const { log, signer } = secondDevice(branch)
  branch.must('officer', { type: 'cash.cancel-transfer', transferId }, 'manager')
  const { db } = branch.books
  const logNo = addLog(db, { logId: log, publicKey: signer.publicKey, deviceCode: '02', own: false })
  const vaultId = db.prepare('SELECT vault_id FROM branch').pluck().get() as string
  const entry = transferEntry('cash-received', {
    debit: { account: '1110', subAccount: vaultId },
    credit: { account: '1140', subAccount: transferId },
    amountMinor: 400_000n,
    currency: KES,
  })
  const counted = [{ faceMinor: '100000', pieces: 4 }]
  const body = { transferId, counted, amountMinor: '400000', differenceMinor: '0' }
  appendCrafted(branch, { type: 'cash.received', body, entries: [entry] }, { log, logNo, signer })
  expect(attentionAnswer(db).map(({ type, because, isBooked }) => [type, because, isBooked])).toEqual([
    ['cash.received', 'not-applicable', true],
  ])
  expect(db.prepare('SELECT outcome FROM cash_transfer').pluck().all()).toEqual(['cancelled'])
  expect(minorOf(branch, '1140')).toBe(-400_000n)
})

test('[C9] what left a drawer that is closed since goes back to the vault, by who keeps it', () => {
  const { branch, officers } = twoDrawers()
  const transferId = sent(branch, officers, 4)
  branch.must('officer', { type: 'drawer.close', drawerId: officers, counted: thousands(16) })
  const cancel = { type: 'cash.cancel-transfer', transferId } as const
  expectRefusal(branch.execute('officer', cancel), 'not-permitted')
  branch.must('manager', cancel)
  expect(minorOf(branch, '1110')).toBe(199_500_000n)
  expectBooksToBalance(branch)
})

test.each([
  // counted  discrepancy  note      who        second           expected                  over or short
  [7, undefined, undefined, 'manager', undefined, 'transfer-count-differs', 0n],
  [7, 'lost', undefined, 'manager', undefined, 'transfer-count-differs', 0n],
  [7, 'lost', 'torn bag', 'manager', undefined, 'posted', -100_000n],
  [9, 'miscounted', 'one more', 'manager', undefined, 'posted', 100_000n],
  [0, 'lost', 'robbed', 'manager', undefined, 'posted', -800_000n],
  [8, 'lost', undefined, 'manager', undefined, 'posted', 0n],
] as const)(
  '[C10] 8 notes sent and %i counted, %s, %s, by %s with %s: %s',
  (pieces, why, note, who, second, expected, difference) => {
    const { branch, officers } = twoDrawers()
    const transferId = sent(branch, officers, 8)
    const said = { ...(why ? { discrepancy: why } : {}), ...(note ? { note } : {}) }
    const result = branch.execute(
      who,
      { type: 'cash.receive', transferId, counted: thousands(pieces), ...said },
      second,
    )
    expect(outcomeType(result)).toBe(expected)
    if (!result.ok && expected === 'transfer-count-differs') expect(result.refusal).toEqual({ type: expected })
    expect(-minorOf(branch, '4910') - minorOf(branch, '5910')).toBe(difference)
    expect(minorOf(branch, '1140')).toBe(expected === 'posted' ? 0n : 800_000n)
    expectBooksToBalance(branch)
  },
)

test('[C10] a teller takes a difference only with who oversees and did not send it', () => {
  const { branch, officers, tellers } = twoDrawers()
  const send = {
    type: 'cash.send',
    from: drawer(officers),
    to: drawer(tellers),
    currency: KES,
    counted: thousands(3),
  } as const
  const transferId = branch.must('officer', send).created.transferId ?? ''
  const receive = {
    type: 'cash.receive',
    transferId,
    counted: thousands(2),
    discrepancy: 'lost',
    note: 'a note less',
  } as const
  expectRefusal(branch.execute('teller', receive), 'second-person-needed')
  expectRefusal(branch.execute('teller', receive, 'accountant'), 'second-person-needed')
  expect(outcomeType(branch.execute('teller', receive, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[B4] over cash sent today and not received, the day is closed with who oversees', () => {
  const { branch, officers, tellers } = twoDrawers()
  sent(branch, officers, 4)
  branch.must('officer', { type: 'drawer.close', drawerId: officers, counted: thousands(16) })
  branch.must('teller', { type: 'drawer.close', drawerId: tellers, counted: thousands(5) })
  countVault(branch)
  const [left, ...more] = expectRefusal(branch.execute('teller', { type: 'day.close' }), 'cash-uncounted').cash
  expect([left?.kind, left?.name, left?.amountMinor, left?.way]).toEqual([
    'transfer',
    'Amina Yusuf',
    400_000n,
    'receive',
  ])
  expect(more).toEqual([])
  expect(outcomeType(branch.execute('teller', { type: 'day.close' }, 'manager'))).toBe('posted')
})

test('[A45] who was suspended after signing oversees neither the day nor a drawer', () => {
  const { branch, officers, tellers, accountId } = twoDrawers()
  const { record } = branch.must('officer', {
    type: 'savings.deposit',
    accountId,
    amountMinor: 100_000n,
    currency: KES,
  })
  sent(branch, officers, 4)
  branch.must('head-office', { type: 'staff.suspend', staffId: branch.desk('manager').staffId })
  const reversed = branch.must('teller', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
  expect(reversed.balances.map(({ subAccount }) => subAccount)).toEqual([tellers, accountId])
  branch.must('officer', { type: 'drawer.close', drawerId: officers, counted: thousands(17) })
  branch.must('teller', { type: 'drawer.close', drawerId: tellers, counted: thousands(4) })
  expectRefusal(branch.execute('teller', { type: 'day.close' }, 'manager'), 'cash-uncounted')
  expectBooksToBalance(branch)
})

test('[C11] a bank account is head office’s to add, on an asset account of its own', () => {
  const branch = makeBranch()
  const add = {
    type: 'bank-account.add',
    account: '1130',
    bankName: 'Lake Bank',
    number: '01-2345',
    currency: KES,
  } as const
  expectRefusal(branch.execute('manager', add), 'not-permitted')
  for (const [account, refusal] of [
    ['9999', 'ledger-account-unknown'],
    ['1100', 'ledger-account-is-header'],
    ['1110', 'ledger-account-controlled'],
    ['5400', 'ledger-account-type-differs'],
    ['1390', 'ledger-account-in-use'],
    ['1410', 'ledger-account-controlled'],
  ] as const)
    expectRefusal(branch.execute('head-office', { ...add, account }), refusal)
  branch.must('head-office', add)
  expectRefusal(branch.execute('head-office', add), 'ledger-account-in-use')
  expectBooksToBalance(branch)
})

test('[C11][C9] the vault sends to the bank and gets from it, each with a slip and two people', () => {
  const { branch } = twoDrawers()
  const add = {
    type: 'bank-account.add',
    account: '1130',
    bankName: 'Lake Bank',
    number: '01-2345',
    currency: KES,
  } as const
  const bank = { kind: 'bank', bankAccountId: branch.must('head-office', add).created.bankAccountId ?? '' } as const
  const go = (from: typeof bank | typeof vault, to: typeof bank | typeof vault, pieces: number): void => {
    const counted = thousands(pieces)
    const send = { type: 'cash.send', from, to, currency: KES, counted } as const
    const transferId = branch.must('manager', send).created.transferId ?? ''
    branch.must('head-office', { type: 'cash.receive', transferId, counted, slip: 'SLIP-17/3' })
  }
  go(vault, bank, 100)
  expect([minorOf(branch, '1130'), minorOf(branch, '1110')]).toEqual([10_000_000n, 187_500_000n])
  go(bank, vault, 40)
  expect([minorOf(branch, '1130'), minorOf(branch, '1110')]).toEqual([6_000_000n, 191_500_000n])
  const usd = branch.must('head-office', { ...add, account: '1380', currency: 'USD' }).created.bankAccountId ?? ''
  const wrong = { type: 'cash.send', from: vault, to: { kind: 'bank', bankAccountId: usd }, currency: KES } as const
  expectRefusal(branch.execute('manager', { ...wrong, counted: thousands(1) }), 'currency-differs')
  expectBooksToBalance(branch)
})
