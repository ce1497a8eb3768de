import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import type { AuditKind } from '../../../core/audit/audit-kind.ts'
import { sealAuditTrail } from '../../../core/command/seal-audit-trail.ts'
import { attemptsFile } from '../../../core/engine/attempts.ts'
import type { AuditRow } from '../../../core/query/audit-answers.ts'
import type { QueryInput } from '../../../core/query/query.ts'
import { appendAuditEvent } from '../../../core/storage/audit-events.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import {
  countVault,
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  type TestEngine,
  workADay,
} from '../engine/made-engine.ts'
import { booksOpenedBy, expectProven } from '../engine/prove-files.ts'

type Filter = Omit<Extract<QueryInput, { type: 'audit-trail' }>, 'type'>

const trailOf = async ({ port }: TestEngine, filter: Filter = {}): Promise<readonly AuditRow[]> =>
  must(await port.query({ type: 'audit-trail', limit: 200, ...filter })).rows

const told = (rows: readonly AuditRow[]) =>
  rows.map(({ kind, what, refusal, subject, times, staffName }) =>
    [kind, what, refusal, subject?.kind, times > 1 ? times : undefined, staffName?.split(' ')[0]]
      .filter(Boolean)
      .join(' '),
  )

const withdraw = ({ port }: TestEngine, accountId: string, amountMinor = 999_999_00n) =>
  port.execute({ type: 'savings.withdraw', key: newKey(), accountId, amountMinor, currency: 'KES' })

/** Sessions at the counter, the last one locked, with the manager signed in afterwards. */
async function audited() {
  const made = await foundedEngine()
  const { accountId, clientId, deposit } = await workADay(made)
  return { ...made, accountId, clientId, deposit }
}

test('[U1] [U4] [J1] a refusal stands in the trail with its person and subject, and nothing of it in the books', async () => {
  const made = await audited()
  const before = must(await made.port.query({ type: 'journal' })).rows
  expect(outcomeType(await withdraw(made, made.accountId))).toBe('balance-below-minimum')
  expect(must(await made.port.query({ type: 'journal' })).rows).toEqual(before)
  must(await made.signIn('MGR1'))
  const [row] = await trailOf(made, { kind: 'refused' })
  expect(row).toMatchObject({
    what: 'savings.withdraw',
    refusal: 'balance-below-minimum',
    staffName: 'Amina Yusuf',
    deviceCode: '01',
    subject: { kind: 'account', id: made.accountId, name: 'Achieng Odhiambo' },
    times: 1,
    sealedIn: { seq: before.length + 1 },
  })
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[U1] a preview that says no is told once, one that only needs a second person is not', async () => {
  const made = await audited()
  const preview = (amountMinor: bigint) =>
    made.port.query({
      type: 'preview',
      command: { type: 'savings.withdraw', key: newKey(), accountId: made.accountId, amountMinor, currency: 'KES' },
    })
  for (const amountMinor of [100n, 999_999_00n, 888_888_00n]) must(await preview(amountMinor))
  made.time.pass(60)
  must(await made.signIn('MGR1'))
  expect(told(await trailOf(made, { kind: 'foreseen' }))).toEqual([
    'foreseen savings.withdraw balance-below-minimum account Amina',
    'foreseen savings.withdraw balance-below-minimum account Amina',
  ])
})

test('[U2] sessions, views, papers, second signatures and settings stand in the trail, newest first', async () => {
  const made = await audited()
  const { port, accountId, clientId, deposit } = made
  must(await port.query({ type: 'client', clientId }))
  must(await port.query({ type: 'client-photo', clientId }))
  must(await port.query({ type: 'statement', accountId }))
  must(await port.query({ type: 'record', record: deposit.record }))
  must(await port.query({ type: 'document', document: { kind: 'receipt', record: deposit.record, locale: 'en' } }))
  await port.execute({
    type: 'document.produce',
    document: { kind: 'receipt', record: deposit.record, locale: 'en' },
    output: 'printer',
  })
  must(await port.execute({ type: 'device.configure', idleLockMinutes: 5 }))
  must(
    await port.execute({
      type: 'session.cosign',
      code: 'MGR1',
      passphrase: passphrases.MGR1,
      command: { type: 'savings.withdraw', key: newKey(), accountId, amountMinor: 100n, currency: 'KES' },
    }),
  )
  const next = 'a bowl of oranges'
  must(await port.execute({ type: 'session.change-passphrase', current: passphrases.OFF1, next }))
  must(await port.execute({ type: 'session.lock' }))
  must(await made.signIn('MGR1'))
  expect(told(await trailOf(made))).toEqual([
    'signed-in passphrase Daniel',
    'locked Amina',
    'passphrase-changed session.change-passphrase Amina',
    'cosigned savings.withdraw account Daniel',
    'settings-changed device.configure Amina',
    'refused document.produce printer-not-set Amina',
    'viewed receipt record Amina',
    'viewed record record Amina',
    'viewed statement account Amina',
    'viewed client-photo client Amina',
    'viewed client client Amina',
    'signed-in passphrase Amina',
  ])
})

test('[U3] the same view within a minute is one event, and one more with the count when the minute is over', async () => {
  const made = await audited()
  const view = () => made.port.query({ type: 'client', clientId: made.clientId })
  for (let time = 0; time < 5; time++) must(await view())
  made.time.pass(61)
  must(await view())
  must(await made.signIn('MGR1'))
  expect((await trailOf(made, { kind: 'viewed' })).map(({ times }) => times)).toEqual([1, 4, 1])
})

test('[U3] passphrases that were refused while nobody was signed in follow with the next sign-in', async () => {
  const made = await audited()
  must(await made.port.execute({ type: 'session.lock' }))
  for (const code of ['OFF1', 'OFF1', 'NOBODY'])
    await made.port.execute({ type: 'session.sign-in', code, passphrase: 'wrong' }).finally(() => made.time.pass(60))
  expect(JSON.parse(readFileSync(path.join(made.directory, attemptsFile), 'utf8')).tries).not.toEqual([])
  await made.engine.close()
  const again = await startEngine({ directory: made.directory })
  again.time.pass(60)
  must(await again.signIn('MGR1'))
  const rows = await trailOf(again, { kind: 'passphrase-refused' })
  expect(new Set(told(rows).map(text => text.replace(/ \d+/, '')))).toEqual(
    new Set(['passphrase-refused', 'passphrase-refused Amina']),
  )
  expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(3)
  expect(JSON.parse(readFileSync(path.join(made.directory, attemptsFile), 'utf8')).tries).toEqual([])
})

test('[U3] [V12] what was told survives the death of the process, and is sealed by the next session', async () => {
  const made = await audited()
  must(await made.port.query({ type: 'client', clientId: made.clientId }))
  const books = await booksOpenedBy(made.directory, 'OFF1', passphrases.OFF1)
  expect(books?.db.prepare('SELECT kind FROM audit_event ORDER BY n').pluck().all()).toEqual(['signed-in', 'viewed'])
  books?.close()
})

test('[U4] the database refuses to change an event, to lose one that is not in the journal, and to leave a number out', () => {
  const branch = makeBranch()
  const { db } = branch.books
  const event = { at: '2026-03-02T08:00:00.000Z', kind: 'locked', times: 1 }
  const add =
    'INSERT INTO audit_event SELECT n + ?, at, staff_id, kind, what, refusal, subject, times, hash FROM audit_event'
  for (let n = 1; n <= 3; n++) expect(appendAuditEvent(db, event)).toBe(n)
  expect(sealAuditTrail(branch.books, branch.desk('officer'))).toContain('audit')
  expect(appendAuditEvent(db, event)).toBe(4)
  expect(() => db.prepare(add).run(2)).toThrow('the audit trail has no gaps')
  expect(() => db.exec("UPDATE audit_event SET kind = 'viewed'")).toThrow('the audit trail is only added to')
  expect(() => db.exec('DELETE FROM audit_event')).toThrow('leaves the audit trail only into the journal')
  expect(() => db.prepare(add.replace('INSERT', 'INSERT OR REPLACE')).run(0)).toThrow('audit trail')
  expectBooksToBalance(branch)
})

test('[U4] a hundred events go into the journal by themselves, and closing the day takes the rest along', async () => {
  const made = await audited()
  for (let n = 0; n < 99; n++)
    await made.port.execute({
      type: 'operation.reverse',
      key: newKey(),
      record: { ...made.deposit.record, seq: 900 + n },
      reason: 'wrong-amount',
    } as never)
  const sealsNow = async () =>
    must(await made.port.query({ type: 'journal', text: 'audit.sealed', limit: 200 })).rows.length
  expect(await sealsNow()).toBe(1)
  const [drawer] = must(await made.port.query({ type: 'drawers' }))
  must(
    await made.port.execute({
      type: 'drawer.close',
      key: newKey(),
      drawerId: drawer?.drawerId ?? '',
      counted: [
        { faceMinor: 250_000n, pieces: 1 },
        { faceMinor: 100_000n, pieces: 20 },
      ],
    } as never),
  )
  await countVault(made, 'OFF1')
  const sealed = await sealsNow()
  must(await made.port.query({ type: 'client', clientId: made.clientId }))
  must(await made.port.execute({ type: 'day.close', key: newKey() }))
  expect(await sealsNow()).toBe(sealed + 1)
  await expectProven(made, 'OFF1', passphrases.OFF1)
})

test('[U6] the trail is the same page by page as at once, across the events that are not in the journal yet', async () => {
  const made = await audited()
  for (const seq of [1, 2, 3, 4])
    must(await made.port.query({ type: 'record', record: { ...made.deposit.record, seq } }))
  must(await made.signIn('MGR1'))
  for (const seq of [1, 2, 3]) must(await made.port.query({ type: 'record', record: { ...made.deposit.record, seq } }))
  const whole = await trailOf(made)
  const paged: AuditRow[] = []
  let before: Filter['before']
  do {
    const page = must(await made.port.query({ type: 'audit-trail', limit: 3, ...(before ? { before } : {}) }))
    paged.push(...page.rows)
    before = page.next
  } while (before)
  expect(paged).toEqual(whole)
  expect(whole.map(({ n }) => n)).toEqual(whole.map((_, place) => whole.length - place))
})

test.each<[what: string, filter: (made: Awaited<ReturnType<typeof audited>>) => Filter, expected: readonly string[]]>([
  ['a kind', () => ({ kind: 'locked' as AuditKind }), ['locked Amina']],
  ['a name', () => ({ about: 'achieng' }), ['viewed account account Amina', 'viewed client client Amina']],
  ['a subject', ({ clientId }) => ({ about: `client/${clientId}` }), ['viewed client client Amina']],
  ['nobody at all', () => ({ about: 'zzzz' }), []],
  ['the time before it', () => ({ to: '2020-01-01T00:00:00.000Z' }), []],
  ['the time after it', () => ({ from: '2100-01-01T00:00:00.000Z' }), []],
])('[U6] the trail is looked through by %s', async (_what, filter, expected) => {
  const made = await audited()
  must(await made.port.query({ type: 'client', clientId: made.clientId }))
  must(await made.port.query({ type: 'account', accountId: made.accountId }))
  must(await made.port.execute({ type: 'session.lock' }))
  must(await made.signIn('MGR1'))
  expect(told(await trailOf(made, filter(made)))).toEqual(expected)
})

test('[U7] a teller does not read the trail, and is told in it', async () => {
  const made = await audited()
  expect(outcomeType(await made.port.query({ type: 'audit-trail' }))).toBe('not-permitted')
  must(await made.signIn('MGR1'))
  expect(told(await trailOf(made, { kind: 'refused' }))).toEqual(['refused audit-trail not-permitted Amina'])
})

test('[U1] [J9] no name, amount or typed word is in a sealed record', async () => {
  const made = await audited()
  must(await made.port.query({ type: 'client', clientId: made.clientId }))
  await withdraw(made, made.accountId, 123_456_789n)
  must(await made.port.execute({ type: 'session.lock' }))
  const books = present(await booksOpenedBy(made.directory, 'OFF1', passphrases.OFF1), 'the slot opens the books')
  const sealed = books.db.prepare("SELECT CAST(bytes AS TEXT) FROM record WHERE type = 'audit.sealed'").pluck().all()
  books.close()
  const bytes = sealed.join()
  expect(bytes).not.toMatch(/Achieng|Odhiambo|Amina|123456789|254711/)
  expect(bytes).toContain(made.accountId)
})
