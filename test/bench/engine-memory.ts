/**
 * `node engine-memory.ts FILE KEYHEX`: opens the books as the engine does, proves them from beginning to end, and says how long that
 * took and how much memory the process had before and after.
 */
import { openBooks } from '../../core/storage/books.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'

const [file = '', key = ''] = process.argv.slice(2)
const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
if (!opened.ok) throw new Error(opened.refusal)
const openedBytes = process.memoryUsage.rss()
const start = performance.now()
const { isClean, counts } = verifyBooks(opened.value)
const verifiedPerSecond = Math.round((1000 * counts.records) / (performance.now() - start))
if (!isClean) throw new Error('the measured books are not clean')
const pages = Number(opened.value.db.pragma('page_count', { simple: true }))
const fileBytesPerRecord = Math.round((pages * 4096) / counts.records)
const verifiedBytes = process.memoryUsage.rss()
console.log(JSON.stringify({ openedBytes, verifiedBytes, verifiedPerSecond, fileBytesPerRecord }))
opened.value.close()
