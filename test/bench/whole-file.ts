/**
 * `node whole-file.ts FILE KEYHEX`: opens the books as the engine does, proves them from beginning to end and makes their projections
 * anew, each beside the least that any program would have to do for it. Prints one line of JSON.
 */
import type { Database } from 'better-sqlite3'
import { present } from '../../core/assert.ts'
import { chainHash, genesisHash, isHashSigned } from '../../core/journal/chain.ts'
import { openBooks } from '../../core/storage/books.ts'
import { rebuildProjections } from '../../core/storage/rebuild.ts'
import { ownLog } from '../../core/storage/reference.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'
import { rounded } from './percentile.ts'

export interface WholeFile {
  readonly records: number
  readonly openedBytes: number
  readonly verifiedBytes: number
  readonly fileBytesPerRecord: number
  readonly verifiedPerSecond: number
  /** SHA-256 of the chain and Ed25519 of every record, nothing else. */
  readonly signaturesPerSecond: number
  readonly rebuiltPerSecond: number
  /** Records whose lines go into one empty table with the same key, in one transaction of the same encrypted file. */
  readonly insertedPerSecond: number
  /** signaturesPerSecond / verifiedPerSecond, insertedPerSecond / rebuiltPerSecond: the figures. */
  readonly verifyRatio: number
  readonly rebuildRatio: number
}

const [file = '', key = ''] = process.argv.slice(2)
const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
if (!opened.ok) throw new Error(opened.refusal)
const books = opened.value
const { db } = books
const openedBytes = process.memoryUsage.rss()

const records = Number(db.prepare('SELECT count(*) FROM record').pluck().get())
const perSecond = (work: () => void): number => {
  const start = performance.now()
  work()
  return Math.round((1000 * records) / (performance.now() - start))
}

const verifiedPerSecond = perSecond(() => {
  if (!verifyBooks(books).isClean) throw new Error('the measured books are not clean')
})
const verifiedBytes = process.memoryUsage.rss()
const fileBytesPerRecord = Math.round((Number(db.pragma('page_count', { simple: true })) * 4096) / records)
const signaturesPerSecond = perSecond(() => checkSignatures(db))
const insertedPerSecond = bareInserts(db)
const rebuiltPerSecond = perSecond(() => {
  if (!rebuildProjections(books).ok) throw new Error('the measured books cannot be rebuilt')
})
const wholeFile: WholeFile = {
  records,
  openedBytes,
  verifiedBytes,
  fileBytesPerRecord,
  verifiedPerSecond,
  signaturesPerSecond,
  rebuiltPerSecond,
  insertedPerSecond,
  verifyRatio: rounded(signaturesPerSecond / verifiedPerSecond, 2),
  rebuildRatio: rounded(insertedPerSecond / rebuiltPerSecond, 2),
}
console.log(JSON.stringify(wholeFile))
books.close()

function checkSignatures(connection: Database): void {
  const { publicKey } = present(ownLog(connection), 'the books have a log')
  let before: Uint8Array = genesisHash
  const rows = connection.prepare('SELECT bytes, signature FROM record ORDER BY position').raw().iterate()
  for (const [bytes, signature] of rows as IterableIterator<[Uint8Array, Uint8Array]>) {
    before = chainHash(before, bytes)
    if (!isHashSigned(publicKey, before, signature)) throw new Error('every record is signed')
  }
}

/** The lines are read before the clock starts, so many that they stay in memory. */
function bareInserts(connection: Database): number {
  const columns =
    'position, entry_no, line_no, account, sub_account, currency, amount_minor, balance_minor, booking_date, value_date'
  const lines = connection
    .prepare(`SELECT ${columns} FROM line ORDER BY position LIMIT 200000`)
    .raw()
    .all() as unknown[][]
  connection.exec(`CREATE TABLE bare (${columns}, PRIMARY KEY (position, entry_no, line_no)) WITHOUT ROWID`)
  const insert = connection.prepare(`INSERT INTO bare VALUES (${columns.replace(/\w+/g, '?')})`)
  const start = performance.now()
  connection.transaction(() => {
    for (const line of lines) insert.run(line)
  })()
  const elapsedMs = performance.now() - start
  connection.exec('DROP TABLE bare')
  const linesPerRecord = Number(connection.prepare('SELECT count(*) FROM line').pluck().get()) / records
  return Math.round((1000 * lines.length) / linesPerRecord / elapsedMs)
}
