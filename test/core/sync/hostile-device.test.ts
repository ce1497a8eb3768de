import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import type { JournalRecord } from '../../../core/journal/record.ts'
import { rebuildProjections } from '../../../core/storage/rebuild.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { admitHeld } from '../../../core/sync/admit-held.ts'
import { attentionAnswer } from '../../../core/sync/attention-answer.ts'
import { quarantine } from '../../../core/sync/quarantine.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { insertRecord } from '../../../sync-server/storage/records.ts'
import { appendToStream } from '../../../sync-server/storage/streams.ts'
import { unguarded } from '../verification/tamper.ts'
import { forge } from './support/forge.ts'
import { type HeadAndRogue, headAndRogue } from './support/head-and-rogue.ts'

const reference = [
  'staff',
  'invitation',
  'device',
  'institution',
  'branch',
  'ledger_account',
  'product',
  'savings_account',
]

test('[Y21] what only head office says counts for nothing in the log of another device, and waits there', async () => {
  const { head, rogue, exchange, close, all } = await headAndRogue()
  const before = reference.map(table => all(`SELECT * FROM ${table}`))
  const newId = () => rogue.desk.environment.newId()
  const founding = head.branch.books.db.prepare("SELECT bytes FROM record WHERE type = 'institution.created'").pluck()
  const { body } = JSON.parse(String(founding.get()))
  const [person] = body.staff
  const granted = {
    ...person,
    staffId: newId(),
    code: 'EVIL',
    role: 'head-office',
  }
  const { staffId } = head.branch.desk('manager')
  const invited = {
    inviteId: newId(),
    codeKey: person.publicKey,
    staffId,
    branchId: body.branch.branchId,
  }
  forge(rogue, { type: 'staff.added', body: granted })
  forge(rogue, { type: 'staff.suspended', body: { staffId } })
  forge(rogue, {
    type: 'device.invited',
    body: { ...invited, deviceCode: '77', expiresOn: '2027-01-01' },
  })
  const { logId } = rogue.desk.log
  const admitted = {
    log: logId,
    publicKey: person.publicKey,
    deviceCode: '78',
    inviteId: invited.inviteId,
  }
  forge(rogue, { type: 'device.admitted', body: admitted })
  forge(rogue, {
    type: 'institution.created',
    body: { ...body, institutionId: newId() },
  })
  const { logId: office } = head.branch.desk('head-office').log
  forge(rogue, { type: 'device.revoked', body: { log: office } })
  forge(rogue, { type: 'custody.seized', body: { from: office, to: logId } })
  await exchange()
  expect(reference.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  expect(head.server.main.db.prepare('SELECT count(*) FROM log WHERE revoked_at IS NOT NULL').pluck().get()).toBe(0)
  await close()
})

test('[Y21] a device that is not head office refuses to add, suspend, invite or admit', async () => {
  const { head, rogue, close } = await headAndRogue()
  const { staffId } = head.branch.desk('teller')
  const desk = {
    ...rogue.desk,
    staffId: head.branch.desk('head-office').staffId,
  }
  const refused = (command: Record<string, unknown>) => {
    const parsed = journalCommandSchema.parse({
      key: desk.environment.newId(),
      ...command,
    }) as JournalCommand
    return executeJournalCommand(rogue.books, desk, parsed)
  }
  const notHere = { ok: false, refusal: { type: 'not-head-office' } }
  expect(refused({ type: 'staff.suspend', staffId })).toEqual(notHere)
  expect(refused({ type: 'device.invite', staffId })).toEqual(notHere)
  await close()
})

const line = (account: string, amountMinor: bigint, subAccount?: string) => ({
  account,
  amountMinor,
  currency: 'KES' as const,
  ...(subAccount ? { subAccount } : {}),
})
const aside = 'SELECT seq, reason FROM quarantined_record ORDER BY seq'
const accountState = [
  'balance',
  'hold',
  'account_day',
  'account_holder',
  'standing_instruction',
  'savings_account',
  'line',
]

test('[Y22] [Y23] a record that touches an account in other custody is kept aside whole, and the next one is booked', async () => {
  const { head, rogue, opened, exchange, close, all } = await headAndRogue()
  const { accountId } = opened
  const before = accountState.map(table => all(`SELECT * FROM ${table}`))
  const custody = [{ account: accountId, epoch: 1 }]
  const holdId = rogue.desk.environment.newId()
  const entries = [{ description: 'Mine', lines: [line('1120', 50_000n), line('2110', -50_000n, accountId)] }]
  const forged = [
    forge(rogue, { type: 'savings.deposited', entries, custody }),
    forge(rogue, { type: 'future.invented', entries }),
    forge(rogue, {
      type: 'hold.placed',
      body: { holdId, accountId, amountMinor: '5', currency: 'KES', reason: 'r' },
    }),
  ]
  const harmless = forge(rogue, { type: 'future.harmless' })
  await exchange()
  expect(accountState.map(table => all(`SELECT * FROM ${table}`))).toEqual(before)
  expect(all(aside)).toEqual(forged.map(({ seq }) => [seq, 'custody-violated']))
  expect(all("SELECT seq FROM record WHERE type = 'future.harmless'")).toEqual([[harmless.seq]])
  expect(verifyBooks(head.branch.books).findings).toEqual([])
  expect(verifyBooks(rogue.books).findings.map(({ type }) => type)).toContain('custody-violated')
  await close()
})

test('[Y23] records that no file can book are kept aside, and the pull goes on', async () => {
  const { head, rogue, exchange, close, all } = await headAndRogue()
  const taken = all("SELECT key FROM record WHERE type = 'client.registered'") as [string][]
  const doubled = forge(rogue, { type: 'future.doubled', receipt: 1 })
  const again = forge(rogue, { type: 'future.doubled', receipt: 1 })
  const stolen = forge(rogue, { type: 'future.stolen', key: taken[0]?.[0] ?? '' })
  forge(rogue, { type: 'future.harmless' })
  await exchange()
  expect(all(aside)).toEqual([again, stolen].map(({ seq }) => [seq, 'not-bookable']))
  expect(all('SELECT seq FROM record WHERE type = ?', 'future.doubled')).toEqual([[doubled.seq]])
  expect(all('SELECT count(*) FROM record WHERE type = ?', 'future.harmless')).toEqual([[1]])
  expect(verifyBooks(head.branch.books).findings).toEqual([])
  await close()
})

/** What the device signed, as it stands in its own journal. */
const signedBy = ({ rogue }: HeadAndRogue, { log, seq }: JournalRecord) => {
  const stored = present(recordAt(rogue.books.db, { log, seq }), 'the device has its record')
  const { publicKey } = rogue.desk.log.signer
  return { log, publicKey, seq, hash: stored.hash, signature: stored.signature, bytes: stored.bytes }
}

/** Puts a record on the server that the server would refuse, as one without these limits would have taken it. */
function smuggle(ends: HeadAndRogue, record: JournalRecord): void {
  const { main, environment } = ends.head.server
  const { log: logId, ...signed } = signedBy(ends, record)
  const cursor = insertRecord(main.db, { logId, ...signed, receivedAt: environment.now() }, [])
  for (const stream of record.streams) appendToStream(main.db, stream, cursor, signed.hash)
}

test('[Y29] [Y30] a record beyond all limits is kept aside with its fault, what comes after it goes on, and a person is told', async () => {
  const ends = await headAndRogue()
  const { head, rogue, exchange, close, all } = ends
  const pair = [line('1130', 5n), line('4200', -5n)]
  const long = Array.from({ length: 101 }, () => pair).flat()
  const faulty = forge(rogue, { type: 'future.long', entries: [{ description: 'Long', lines: long }] })
  smuggle(ends, faulty)
  const harmless = forge(rogue, { type: 'future.harmless', entries: [{ description: 'Mine', lines: pair }] })
  await exchange()
  expect(all(aside)).toEqual([[faulty.seq, 'too-many-lines']])
  expect(all("SELECT seq FROM record WHERE type = 'future.harmless'")).toEqual([[harmless.seq]])
  expect(verifyBooks(head.branch.books).findings).toEqual([])
  const { logId } = rogue.desk.log
  expect(attentionAnswer(head.branch.books.db)).toEqual([
    {
      record: { log: logId, seq: faulty.seq },
      deviceCode: '02',
      because: 'too-large',
      isBooked: false,
      type: 'future.long',
      recordedAt: faulty.recordedAt,
      arrivedAt: expect.stringMatching(/^2026-/),
      amountMinor: 505n,
      currency: 'KES',
    },
    {
      record: { log: logId, seq: harmless.seq },
      deviceCode: '02',
      because: 'unknown-type',
      isBooked: true,
      type: 'future.harmless',
      recordedAt: harmless.recordedAt,
      amountMinor: 5n,
      currency: 'KES',
    },
  ])
  expect(admitHeld(head.branch.books.db, '2026-03-03T08:00:00.000Z')).toBe(0)
  await close()
})

/** Leaves a pulled record as a program would have that could not read it: kept aside, and nothing of it in the books. */
function asAnOlderProgram(db: Database, record: ReturnType<typeof signedBy>): void {
  const { position } = present(recordAt(db, record), 'the record was booked')
  unguarded(db, () => {
    for (const table of ['line', 'record'])
      db.exec(`DELETE FROM ${table} WHERE position = ${position};
        UPDATE ${table} SET position = 1 - position WHERE position > ${position};
        UPDATE ${table} SET position = -position WHERE position < 0`)
  })
  rebuildProjections({ db, close: () => undefined })
  quarantine(db, record, 'unreadable', '2026-03-02T07:00:00.000Z')
}

test('[Y29] what an older program could not read is booked after the update, once, and leaves the list', async () => {
  const ends = await headAndRogue()
  const { head, rogue, exchange, close, all } = ends
  const pair = [line('1130', 5n), line('4200', -5n)]
  const many = Array.from({ length: 101 }, () => pair).flat()
  const record = forge(rogue, { type: 'future.early', receipt: 1, entries: [{ description: 'Mine', lines: pair }] })
  const faulty = forge(rogue, { type: 'future.long', entries: [{ description: 'Long', lines: many }] })
  smuggle(ends, record)
  smuggle(ends, faulty)
  forge(rogue, { type: 'future.late', receipt: 2, entries: [{ description: 'Mine', lines: pair }] })
  const { db } = head.branch.books
  await exchange()
  asAnOlderProgram(head.branch.books.db, signedBy(ends, record))
  expect(attentionAnswer(db).map(({ because }) => because)).toEqual(['too-large', 'malformed', 'unknown-type'])
  expect(verifyBooks(head.branch.books).findings).toEqual([])
  expect(admitHeld(db, '2026-03-03T08:00:00.000Z')).toBe(1)
  expect(admitHeld(db, '2026-03-03T08:00:00.000Z')).toBe(0)
  expect(attentionAnswer(db).map(({ because }) => because)).toEqual(['too-large', 'unknown-type', 'unknown-type'])
  expect(all("SELECT seq FROM record WHERE type = 'future.early'")).toEqual([[record.seq]])
  expect(verifyBooks(head.branch.books).findings).toEqual([])
  await close()
})
