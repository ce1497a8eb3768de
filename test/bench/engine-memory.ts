/** `node engine-memory.ts FILE KEYHEX`: opens the books as the engine does, looks at them, and says how much memory that took. */
import { openBooks } from '../../core/storage/books.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'

const [file = '', key = ''] = process.argv.slice(2)
const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
if (!opened.ok) throw new Error(opened.refusal)
const openedBytes = process.memoryUsage.rss()
verifyBooks(opened.value)
console.log(JSON.stringify({ openedBytes, verifiedBytes: process.memoryUsage.rss() }))
opened.value.close()
