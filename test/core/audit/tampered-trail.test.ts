import { expect, test } from 'vitest'
import { type AuditEvent, auditHash } from '../../../core/audit/audit-event.ts'
import { sealAuditTrail } from '../../../core/command/seal-audit-trail.ts'
import { appendAuditEvent } from '../../../core/storage/audit-events.ts'
import type { FindingType } from '../../../core/verification/finding.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { type Tampering, unguarded } from '../verification/tamper.ts'

const event = (place: number): Omit<AuditEvent, 'n'> => ({
  at: `2026-03-02T08:00:0${place}.000Z`,
  kind: 'refused',
  what: 'savings.withdraw',
  refusal: 'drawer-short',
  times: 1,
})

/** Three events in the journal, and three more that are not there yet. */
function tellingBranch() {
  const branch = makeBranch()
  for (const place of [1, 2, 3]) appendAuditEvent(branch.books.db, event(place))
  sealAuditTrail(branch.books, branch.desk('officer'))
  for (const place of [4, 5, 6]) appendAuditEvent(branch.books.db, event(place))
  return branch
}

const exec =
  (text: string): Tampering =>
  db =>
    void db.exec(text)

const hashOfSecond = (db: Parameters<Tampering>[0]): Uint8Array =>
  auditHash(db.prepare('SELECT hash FROM audit_event WHERE n = 4').pluck().get() as Uint8Array, {
    ...event(5),
    n: 5,
    refusal: 'vault-short',
  })

test('[U5] a trail that nobody touched is clean, in a quick and in a full check', () => {
  const branch = tellingBranch()
  expectBooksToBalance(branch)
  expect(verifyBooks(branch.books, { depth: 'quick' }).findings).toEqual([])
})

test.each<[what: string, Tampering, FindingType, where: string]>([
  ['changed', exec("UPDATE audit_event SET refusal = 'vault-short' WHERE n = 5"), 'audit-chain-broken', 'event 5'],
  [
    'changed, with its own hash made anew',
    db => void db.prepare("UPDATE audit_event SET refusal = 'vault-short', hash = ? WHERE n = 5").run(hashOfSecond(db)),
    'audit-chain-broken',
    'event 6',
  ],
  ['taken out of the middle', exec('DELETE FROM audit_event WHERE n = 5'), 'audit-event-missing', 'before event 6'],
  ['taken off the end', exec('DELETE FROM audit_event WHERE n = 6'), 'audit-event-missing', 'after event 5'],
  ['all taken away', exec('DELETE FROM audit_event'), 'audit-event-missing', 'after event 3'],
  [
    'put in with any hash',
    exec(
      "INSERT INTO audit_event VALUES (7, '2026-03-02T09:00:00.000Z', NULL, 'locked', NULL, NULL, NULL, 1, zeroblob(32))",
    ),
    'audit-chain-broken',
    'event 7',
  ],
])('[U5] an event that is not in the journal yet, %s, is found', (_what, tamper, type, where) => {
  for (const depth of ['quick', 'full'] as const) {
    const { books } = tellingBranch()
    unguarded(books.db, tamper)
    const { findings } = verifyBooks(books, { depth })
    expect(findings[0]).toMatchObject({ type, where: expect.stringContaining(where) })
  }
})

test('[U5] what was changed before it went into the journal is found there for ever', () => {
  const branch = tellingBranch()
  unguarded(branch.books.db, exec("UPDATE audit_event SET kind = 'viewed' WHERE n = 5"))
  sealAuditTrail(branch.books, branch.desk('officer'))
  const { findings } = verifyBooks(branch.books)
  expect(findings).toMatchObject([{ type: 'audit-chain-broken', record: { seq: 4 }, where: 'events 4 to 6' }])
})

test('[U5] [V9] what the trail is found by is made anew from the journal', () => {
  const branch = tellingBranch()
  unguarded(branch.books.db, exec("DELETE FROM audit_word WHERE word = 'kind refused'"))
  expect(verifyBooks(branch.books).findings).toMatchObject([
    { type: 'projection-differs', where: expect.stringContaining('audit_word') },
  ])
})
