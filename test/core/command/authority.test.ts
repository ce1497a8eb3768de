import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { cosignMessage } from '../../../core/command/request-hash.ts'
import { fromBase64url } from '../../../core/crypto/hash.ts'
import { isSignedBy } from '../../../core/crypto/signing.ts'
import { rate } from '../../../core/money/rate.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { staffKeyNow } from '../../../core/storage/staff-keys.ts'
import { count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'

const KES = 'KES' as const

describe('who may do what', () => {
  test.each([
    ['auditor', 'not-permitted'],
    ['accountant', 'not-permitted'],
    ['teller', 'drawer-not-open'],
    ['officer', 'posted'],
  ] as const)('[A1] a deposit by the %s gives %s', (role, expected) => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    expect(
      outcomeType(branch.execute(role, { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES })),
    ).toBe(expected)
    expectBooksToBalance(branch)
  })

  test('[A1][A7] a suspended person does nothing any more, and nobody suspends themselves', () => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    const suspend = (role: 'officer' | 'head-office') =>
      ({ type: 'staff.suspend', staffId: branch.desk(role).staffId }) as const
    expectRefusal(branch.execute('officer', suspend('head-office')), 'not-permitted')
    expectRefusal(branch.execute('head-office', suspend('head-office')), 'own-request')
    branch.must('head-office', suspend('officer'))
    expectRefusal(branch.execute('head-office', suspend('officer')), 'staff-suspended')
    expectRefusal(
      branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES }),
      'staff-suspended',
    )
    expectBooksToBalance(branch)
  })

  test('[A3] at head office a grant does not run out', () => {
    const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
    const { accountId } = openForBusiness(branch)
    branch.environment.setClock('2026-09-02T07:00:00.000Z')
    expect(
      outcomeType(
        branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES }),
      ),
    ).toBe('posted')
  })

  test('[A3] elsewhere an expired grant lets cash in and nothing else', () => {
    const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
    spoiledOnPurpose(branch, 'the books say that another log is head office')
    branch.books.db.exec("UPDATE institution SET head_office_log = 'another'")
    const { accountId } = openForBusiness(branch)
    branch.environment.setClock('2026-03-09T07:00:00.000Z')
    const move = { accountId, amountMinor: 50_000n, currency: KES } as const
    expect(outcomeType(branch.execute('officer', { type: 'savings.deposit', ...move }))).toBe('posted')
    expectRefusal(branch.execute('officer', { type: 'savings.withdraw', ...move }), 'grant-expired')
  })
})

describe('a second person', () => {
  test('[A2][A4] signs exactly this command, and the record keeps the signature', () => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    const deposit = { type: 'savings.deposit', accountId, amountMinor: 20_000_001n, currency: KES } as const
    expect(expectRefusal(branch.execute('officer', deposit), 'approval-needed')).toMatchObject({
      limit: 'cashInMinor',
      limitMinor: 20_000_000n,
    })
    const done = branch.must('officer', deposit, 'manager')
    const record = recordAt(branch.books.db, done.record)?.record
    const [cosigner] = record?.cosigners ?? []
    const { staffId, log } = branch.desk('manager')
    const managerKey = staffKeyNow(branch.books.db, { staffId, logId: log.logId }) ?? new Uint8Array()
    const message = cosignMessage(record?.log ?? '', record?.key ?? '', record?.requestHash ?? '')
    const signature = fromBase64url(cosigner?.signature ?? '')
    expect(isSignedBy(managerKey, message, signature)).toBe(true)
    const another = cosignMessage(record?.log ?? '', record?.key ?? '', `${record?.requestHash.slice(1)}A`)
    expect(isSignedBy(managerKey, another, signature)).toBe(false)
    expectBooksToBalance(branch)
  })

  test('[A2][A60] whose own limit is too low does not lift it, and is named', () => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    const deposit = { type: 'savings.deposit', accountId, amountMinor: 60_000_000n, currency: KES } as const
    const { of, limitMinor } = expectRefusal(branch.execute('officer', deposit, 'teller'), 'approval-needed')
    expect({ of, limitMinor }).toEqual({ of: 'Peter Mwangi', limitMinor: 50_000_000n })
    expectBooksToBalance(branch)
  })
})

describe('a request that waits', () => {
  const begin = () => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    const command = {
      key: branch.environment.newId(),
      type: 'savings.deposit',
      accountId,
      amountMinor: 20_000_001n,
      currency: KES,
    } as const
    return { branch, accountId, command }
  }

  test('[A8] is decided anew by another person, once, and posts through the drawer of who asked', () => {
    const { branch, command } = begin()
    const { record: request } = branch.must('officer', { type: 'approval.request', command })
    const decide = { type: 'approval.decide', request, decision: 'approve' } as const
    expectRefusal(branch.execute('teller', decide), 'not-permitted')
    const done = branch.must('manager', decide)
    expect(done).toMatchObject({ type: 'savings.deposited', receipt: 1 })
    expect(recordAt(branch.books.db, done.record)?.record.cause).toEqual([request])
    expectRefusal(branch.execute('head-office', decide), 'approval-decided')
    expectBooksToBalance(branch)
  })

  test('[A60] is refused to who decides in the name of who asked, when that drawer is not open any more', () => {
    const { branch, command } = begin()
    const { record: request } = branch.must('officer', { type: 'approval.request', command })
    const drawerId = branch.books.db.prepare<[], string>('SELECT drawer_id FROM drawer').pluck().get()
    branch.must('officer', { type: 'drawer.close', drawerId: drawerId ?? '', counted: count([100_000n, 20]) })
    const approve = { type: 'approval.decide', request, decision: 'approve' } as const
    const refusal = expectRefusal(branch.execute('manager', approve), 'drawer-not-open')
    expect(refusal).toEqual({ type: 'drawer-not-open', of: 'Amina Yusuf' })
    const own = { ...command, key: branch.environment.newId() }
    expect(expectRefusal(branch.execute('teller', own), 'drawer-not-open')).toEqual({ type: 'drawer-not-open' })
    expectBooksToBalance(branch)
  })

  test('[A8] is refused when nothing but the person stands in the way, or something else does', () => {
    const { branch, command } = begin()
    const small = { ...command, amountMinor: 50_000n }
    expectRefusal(branch.execute('officer', { type: 'approval.request', command: small }), 'approval-not-needed')
    const huge = { ...command, amountMinor: 900_000_000n }
    expectRefusal(branch.execute('officer', { type: 'approval.request', command: huge }), 'amount-above-maximum')
    expectBooksToBalance(branch)
  })

  test('[A8] meets the books of the moment it is approved', () => {
    const { branch, accountId } = begin()
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 10_000_000n, currency: KES })
    const withdraw = {
      key: branch.environment.newId(),
      type: 'savings.withdraw',
      accountId,
      amountMinor: 5_000_001n,
      currency: KES,
    } as const
    const { record: request } = branch.must('officer', { type: 'approval.request', command: withdraw })
    branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 5_000_000n, currency: KES })
    expectRefusal(
      branch.execute('manager', { type: 'approval.decide', request, decision: 'approve' }),
      'balance-below-minimum',
    )
    expectBooksToBalance(branch)
  })

  test('[A9] once declined moves nothing and is not decided again', () => {
    const { branch, command } = begin()
    const { record: request } = branch.must('officer', { type: 'approval.request', command })
    branch.must('manager', {
      type: 'approval.decide',
      request,
      decision: 'decline',
      note: 'ask them to come in the morning',
    })
    expectRefusal(
      branch.execute('manager', { type: 'approval.decide', request, decision: 'approve' }),
      'approval-decided',
    )
    expectBooksToBalance(branch)
  })

  test('[A8] is never decided by the person who asked', () => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    branch.must('manager', { type: 'drawer.open', currency: KES, counted: count([100_000n, 10]) })
    const { created } = branch.must('manager', { type: 'savings.open', clientId, productId: 'current-account' })
    const accountId = created.accountId ?? ''
    const command = {
      key: branch.environment.newId(),
      type: 'savings.deposit',
      accountId,
      amountMinor: 1_000_000_001n,
      currency: KES,
    } as const
    const { record: request } = branch.must('manager', { type: 'approval.request', command })
    const decide = { type: 'approval.decide', request, decision: 'approve' } as const
    expectRefusal(branch.execute('manager', decide), 'own-request')
    expect(outcomeType(branch.execute('head-office', decide))).toBe('posted')
    expectBooksToBalance(branch)
  })

  test('[A46] is done once, whether it was asked for twice or executed meanwhile', () => {
    const { branch, command } = begin()
    const first = branch.must('officer', { type: 'approval.request', command })
    const twice = branch.execute('officer', { type: 'approval.request', command })
    expect(expectRefusal(twice, 'key-reused').record).toEqual(first.record)
    expect(expectRefusal(branch.execute('officer', command, 'manager'), 'key-reused').field).toBe('request')
    branch.must('manager', { type: 'approval.decide', request: first.record, decision: 'approve' })
    expectRefusal(branch.execute('officer', command, 'manager'), 'key-reused')
    const another = { ...command, key: branch.environment.newId() }
    branch.must('officer', another, 'manager')
    expectRefusal(branch.execute('officer', { type: 'approval.request', command: another }), 'key-reused')
    expectBooksToBalance(branch)
  })
})

describe('who is above whom', () => {
  test.each([
    ['manager', 'head-office', 'role-not-below-yours'],
    ['manager', 'manager', 'role-not-below-yours'],
    ['head-office', 'manager', 'posted'],
    ['officer', 'manager', 'not-permitted'],
  ] as const)('[A44] a %s suspending a %s gives %s', (role, other, expected) => {
    const branch = makeBranch()
    const staffId = other === role ? branch.desk('head-office').staffId : branch.desk(other).staffId
    expect(outcomeType(branch.execute(role, { type: 'staff.suspend', staffId }))).toBe(expected)
  })

  test('[A45] a second person who may not approve lifts no limit', () => {
    const branch = makeBranch()
    const { accountId } = openForBusiness(branch)
    const withdraw = { type: 'savings.deposit', accountId, amountMinor: 20_000_001n, currency: KES } as const
    expectRefusal(branch.execute('officer', withdraw, 'teller'), 'approval-needed')
    const { staffId } = branch.desk('manager')
    branch.must('head-office', { type: 'staff.suspend', staffId })
    expectRefusal(branch.execute('officer', withdraw, 'manager'), 'approval-needed')
    expectBooksToBalance(branch)
  })
})

test('[Y28] a log of which the server holds another history takes no more operations', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES } as const
  spoiledOnPurpose(branch, 'the books say that the server froze the log')
  branch.books.db.exec(`INSERT INTO sync_server (id, url, tenant, public_key, head_office_key, request_counter, acknowledged_seq, frozen_evidence, is_revoked)
    VALUES (1, 'http://127.0.0.1', 'main', zeroblob(32), zeroblob(32), 1, 0, 'evidence', 0)`)
  expectRefusal(branch.execute('officer', deposit), 'log-frozen')
  branch.must('head-office', { type: 'staff.suspend', staffId: branch.desk('teller').staffId })
  const rates = {
    currency: 'USD',
    from: businessDate('2026-03-02'),
    buy: rate('128'),
    mid: rate('129'),
    sell: rate('130'),
  } as const
  expectRefusal(branch.execute('head-office', { type: 'rate.publish', ...rates }), 'log-frozen')
})
