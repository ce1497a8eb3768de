import { describe, expect, test } from 'vitest'
import { describeFinding } from '../../../core/verification/describe-finding.ts'
import { copySealed, sealBranch } from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'
import { editBytes, rechain, sql, type Tampering, verifyTampered } from './tamper.ts'

const sealed = sealBranch(folderForAll())
const seq = sealed.day.depositSeq

const both =
  (...steps: readonly Tampering[]): Tampering =>
  db => {
    for (const step of steps) step(db)
  }

const replaced = (from: RegExp, to: string) => (): Tampering => editBytes(seq, text => text.replace(from, to))
const flipped = (column: 'hash' | 'signature', place: number) => (): Tampering => db => {
  const bytes = db.prepare(`SELECT ${column} FROM record WHERE seq = ?`).pluck().get(seq) as Uint8Array
  bytes[place] = (bytes[place] ?? 0) ^ 1
  db.prepare(`UPDATE record SET ${column} = ? WHERE seq = ?`).run(bytes, seq)
}
const column = (assignment: string) => (): Tampering => sql(`UPDATE record SET ${assignment} WHERE seq = ?`, seq)
const line = (assignment: string) => (): Tampering =>
  sql(
    `UPDATE line SET ${assignment} WHERE line_no = 1 AND entry_no = 0 AND position = (SELECT position FROM record WHERE seq = ?)`,
    seq,
  )

/** Each: what is done to one deposit, and the first thing that the check must say about that very record. */
const tamperings: readonly (readonly [title: string, tampering: () => Tampering, first: string])[] = [
  ['[V2] the type in the bytes', replaced(/savings\.deposited/, 'savings.depositee'), 'hash-wrong'],
  ['[V2] the amount in the bytes', replaced(/"250000"/, '"250001"'), 'hash-wrong'],
  ['[V2] the date in the bytes', replaced(/"businessDate":"2026-03-02"/, '"businessDate":"2026-03-03"'), 'hash-wrong'],
  ['[V2] the sequence number in the bytes', replaced(/"seq":\d/, '"seq":9'), 'hash-wrong'],
  ['[V2] the key in the bytes', replaced(/"key":"./, '"key":"f'), 'hash-wrong'],
  ['[V2] a brace of the bytes', replaced(/\}$/, ']'), 'hash-wrong'],
  [
    '[V2] the amount in the bytes, with all hashes made anew',
    () => both(replaced(/"250000"/, '"250001"')(), rechain),
    'signature-wrong',
  ],
  ['[V2] the first byte of the hash', flipped('hash', 0), 'hash-wrong'],
  ['[V2] the last byte of the hash', flipped('hash', 31), 'hash-wrong'],
  ['[V2] the first byte of the signature', flipped('signature', 0), 'signature-wrong'],
  ['[V2] the last byte of the signature', flipped('signature', 63), 'signature-wrong'],
  ['[V4] the column key', column("key = 'f' || substr(key, 2)"), 'column-differs'],
  ['[V4] the column type', column("type = 'savings.withdrawn'"), 'column-differs'],
  ['[V4] the column class', column("class = 'request'"), 'column-differs'],
  ['[V4] the column actor', column('actor = branch'), 'column-differs'],
  ['[V4] the column branch', column('branch = actor'), 'column-differs'],
  ['[V4] the column business_date', column("business_date = '2026-03-03'"), 'column-differs'],
  ['[V4] the column value_date', column("value_date = '2026-03-01'"), 'column-differs'],
  ['[V4] the column recorded_at', column("recorded_at = '2026-03-02T08:00:00.000Z'"), 'column-differs'],
  ['[V4] the column receipt', column('receipt = receipt + 100'), 'column-differs'],
  ['[V4] the amount of a line', line('amount_minor = amount_minor - 1'), 'line-differs'],
  ['[V4] the account of a line', line("account = '2120'"), 'line-differs'],
  ['[V4] the sub-account of a line', line('sub_account = NULL'), 'line-differs'],
  ['[V4] the currency of a line', line("currency = 'USD'"), 'line-differs'],
  ['[V4] the booking date of a line', line("booking_date = '2026-03-01'"), 'line-differs'],
  ['[V4] the value date of a line', line("value_date = '2026-03-01'"), 'line-differs'],
  ['[V4] the running balance of a line', line('balance_minor = balance_minor + 1'), 'running-balance-wrong'],
]

describe('one record that was changed is the first that the check names', () => {
  test.each(tamperings)('%s', (_title, tampering, first) => {
    const { firstBadRecord, findings } = verifyTampered(copySealed(sealed, temporaryFolder()), tampering())
    expect(firstBadRecord).toMatchObject({ type: first, record: { seq } })
    expect(findings.map(describeFinding)[0]).toContain(`Record no. ${seq} of log`)
  })
})

const lineOfDeposit = `position = (SELECT position FROM record WHERE seq = ?)`

const moved: readonly (readonly [title: string, tampering: () => Tampering, first: object])[] = [
  [
    '[V1] a record taken out with its lines',
    () => both(sql(`DELETE FROM line WHERE ${lineOfDeposit}`, seq), sql('DELETE FROM record WHERE seq = ?', seq)),
    { type: 'record-missing' },
  ],
  [
    '[V4] a line taken out',
    () => sql(`DELETE FROM line WHERE line_no = 1 AND ${lineOfDeposit}`, seq),
    { type: 'line-differs' },
  ],
  [
    '[V4] a line put in beside the others',
    () =>
      sql(
        `INSERT INTO line SELECT position, 1, 0, account, NULL, currency, 5, NULL, booking_date, value_date FROM line WHERE line_no = 0 AND ${lineOfDeposit}`,
        seq,
      ),
    { type: 'line-differs' },
  ],
  [
    '[V1] two records that changed places',
    () =>
      both(
        sql('UPDATE record SET seq = -1 * seq - 2 WHERE seq IN (?, ?)', seq, seq + 1),
        sql('UPDATE record SET seq = ? WHERE seq = ?', seq + 1, -seq - 2),
        sql('UPDATE record SET seq = ? WHERE seq = ?', seq, -seq - 3),
      ),
    { type: 'record-missing' },
  ],
]

test.each(moved)('%s', (_title, tampering, first) => {
  const { firstBadRecord } = verifyTampered(copySealed(sealed, temporaryFolder()), db => {
    db.pragma('ignore_check_constraints = ON')
    tampering()(db)
  })
  expect(firstBadRecord).toMatchObject({ ...first, record: { seq } })
})
