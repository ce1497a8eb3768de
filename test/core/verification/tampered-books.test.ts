import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { openBooks } from '../../../core/storage/books.ts'
import type { FindingType } from '../../../core/verification/finding.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { copySealed, type SealedBranch, sealBranch } from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'
import { sql, type Tampering, verifyTampered } from './tamper.ts'

const sealed = sealBranch(folderForAll())
const [account = ''] = sealed.day.accounts
const [client = ''] = sealed.day.clients
const exec =
  (text: string): Tampering =>
  db => {
    db.exec(text)
  }

/** Each: what is done beside the records, and what the check must say, with a word that names the place. */
const tamperings: readonly (readonly [title: string, Tampering, FindingType, where: string])[] = [
  [
    '[V9] a changed balance',
    sql('UPDATE balance SET credit_minor = credit_minor + 1 WHERE sub_account = ?', account),
    'projection-differs',
    account,
  ],
  [
    '[V9] a past day of a ledger account',
    sql(
      "INSERT INTO ledger_day SELECT account, currency, branch, '2026-03-01', 5, 0 FROM balance WHERE account = '3100'",
    ),
    'projection-differs',
    'ledger_day 3100',
  ],
  [
    '[V8] a control account without its last cent',
    sql("UPDATE balance SET credit_minor = credit_minor - 1 WHERE account = '2110' AND sub_account = ''"),
    'control-differs',
    '2110',
  ],
  [
    '[V8] [G9] a control account that holds less than is held on its sub-accounts',
    sql("UPDATE balance SET pending_debit_minor = pending_debit_minor - 1 WHERE account = '2110' AND sub_account = ''"),
    'control-differs',
    '2110',
  ],
  [
    '[V8] [G9] an account on which more is held than its holds say',
    sql(
      "UPDATE balance SET pending_debit_minor = pending_debit_minor + 1 WHERE account = '2110' AND sub_account <> ''",
    ),
    'control-differs',
    '2110',
  ],
  [
    '[V8] a balance beside the chart',
    sql("UPDATE balance SET account = '9999' WHERE account = '3100'"),
    'account-not-in-chart',
    '9999',
  ],
  [
    '[V9] a balance that was taken out',
    sql('DELETE FROM balance WHERE sub_account = ?', account),
    'projection-differs',
    `balance ${account}`,
  ],
  [
    '[V9] an account given to somebody else',
    sql('UPDATE savings_account SET client_id = ? WHERE account_id = ?', client.replace(/.$/, '0'), account),
    'projection-differs',
    `savings_account ${account} (client_id)`,
  ],
  ['[V9] a hold that was let go', sql('UPDATE hold SET resolved_position = 9'), 'projection-differs', 'hold'],
  [
    '[V9] a client who is not found by name any more',
    sql("UPDATE client_search SET words = 'nobody' WHERE client_id = ?", client),
    'projection-differs',
    `client_search ${client}`,
  ],
  [
    '[V9] a larger limit for the teller',
    sql("UPDATE staff SET limits = replace(limits, '0000', '00000') WHERE code = 'TEL1'"),
    'projection-differs',
    'staff',
  ],
  [
    '[V9] client numbers that begin anew',
    sql("UPDATE number_series SET last = 0 WHERE series LIKE 'client/%'"),
    'projection-differs',
    'number_series client/',
  ],
  [
    '[V6] an altered attachment',
    sql('UPDATE blob SET bytes = zeroblob(80) WHERE subject = ?', client),
    'blob-altered',
    '',
  ],
  ['[V6] an attachment that was taken out', sql('DELETE FROM blob WHERE subject = ?', client), 'blob-missing', ''],
  [
    '[V6] an attachment under another name',
    exec("INSERT INTO blob VALUES ('00', 'nobody', 'photo', x'00', 1)"),
    'blob-altered',
    '00',
  ],
  ["[V2] the log's key", sql('UPDATE log SET public_key = randomblob(32)'), 'log-key-wrong', ''],
  [
    '[V4] lines without a record',
    exec(
      `INSERT INTO line VALUES (999, 0, 0, '1110', NULL, 'KES', 5, NULL, '2026-03-02', '2026-03-02'),
        (999, 0, 1, '3100', NULL, 'KES', -5, NULL, '2026-03-02', '2026-03-02')`,
    ),
    'line-without-record',
    '999',
  ],
  ['[V7] a dropped index', exec('DROP INDEX record_by_key'), 'schema-object-missing', 'index record_by_key'],
  [
    '[V7] an added trigger',
    exec('CREATE TRIGGER quiet AFTER INSERT ON setting BEGIN DELETE FROM draft; END'),
    'schema-object-added',
    'trigger quiet',
  ],
  ['[V7] an added table', exec('CREATE TABLE note (text TEXT)'), 'schema-object-added', 'table note'],
  ['[V7] a dropped projection', exec('DROP TABLE reprint'), 'schema-object-missing', 'table reprint'],
]

test.each(tamperings)('%s is found and named', (_title, tampering, type, where) => {
  const { findings, isClean } = verifyTampered(copySealed(sealed, temporaryFolder()), tampering)
  expect(isClean).toBe(false)
  expect(findings).toContainEqual(expect.objectContaining({ type, where: expect.stringContaining(where) }))
})

function guardFindings({ file, key }: SealedBranch, change: (db: Database) => void): readonly string[] {
  const opened = openBooks({ file, key })
  const books = present(opened.ok ? opened.value : null, 'the file opens')
  change(books.db)
  const { findings } = verifyBooks(books)
  books.close()
  return findings.map(({ type, where }) => `${type} ${where}`)
}

test.each(['record_refuses_update', 'line_refuses_delete', 'record_is_dense', 'record_balances'])(
  '[V7] the guard %s is missed when it was dropped, and recognised when it was weakened',
  guard => {
    const { file, key } = copySealed(sealed, temporaryFolder())
    const spoiled = { ...sealed, file, key }
    expect(guardFindings(spoiled, db => db.exec(`DROP TRIGGER ${guard}`))).toEqual([
      `schema-object-missing trigger ${guard}`,
    ])
    const weak = `CREATE TRIGGER ${guard} BEFORE DELETE ON record WHEN 0 BEGIN SELECT 1; END`
    expect(guardFindings(spoiled, db => db.exec(`DROP TRIGGER IF EXISTS ${guard}; ${weak}`))).toEqual([
      `schema-object-altered trigger ${guard}`,
    ])
  },
)

test('[V7] without its lines the journal is not walked through', () => {
  const { findings } = verifyTampered(
    copySealed(sealed, temporaryFolder()),
    exec('DROP TABLE line; CREATE TABLE line (amount)'),
  )
  expect(findings).toContainEqual({ type: 'schema-object-altered', where: 'table line' })
})

test('[V10] records cut off at the end are missed by whoever knows the head', () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  const head = verifyTampered(spoiled, () => undefined).logs[0]
  const known = { log: head?.logId ?? '', seq: head?.seq ?? 0, hash: head?.hash ?? new Uint8Array() }
  const cut: Tampering = db => {
    db.exec('DELETE FROM line WHERE position = (SELECT max(position) FROM record)')
    db.exec('DELETE FROM record WHERE position = (SELECT max(position) FROM record)')
  }
  const { firstBadRecord } = verifyTampered(spoiled, cut, [known])
  expect(firstBadRecord).toMatchObject({ type: 'head-missing', record: { log: known.log, seq: known.seq } })
})

test('[V10] another record in the place of a known one is found', () => {
  const spoiled = copySealed(sealed, temporaryFolder())
  const [log] = verifyTampered(spoiled, () => undefined).logs
  const known = { log: log?.logId ?? '', seq: 3, hash: new Uint8Array(32) }
  const { firstBadRecord } = verifyTampered(spoiled, () => undefined, [known])
  expect(firstBadRecord).toMatchObject({ type: 'head-differs', record: { log: known.log, seq: 3 } })
})
