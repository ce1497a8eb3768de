import { parseArgs } from 'node:util'
import { fromHex } from '../crypto/hash.ts'
import type { KnownHead } from '../verification/verification.ts'
import { verifyBooks } from '../verification/verify-books.ts'
import { type OpenedAtTerminal, openAlone, openForReading } from './open-at-terminal.ts'
import { rebuildBooks } from './rebuild-books.ts'
import { printProgress, verificationText } from './verification-text.ts'

const usage = `Usage: npm run verify -- FILE [--staff CODE] [--quick] [--head LOG/NUMBER/HASH]...
       npm run verify -- FILE [--staff CODE] --rebuild
  FILE       branch.db, or the folder that it lies in
  --staff    whose passphrase (or recovery code) opens the books
  --quick    only the newest records
  --head     what an earlier check printed of a log: the books must still hold it
  --rebuild  makes all lines, balances and tables anew from a journal that is whole, and says what was different before
The passphrase is asked for, or read from NEXUM_PASSPHRASE or from standard input.
Ends with 0 when the books are clean, 1 when something is wrong with them, 2 when they cannot be opened.`

/** `LOG/NUMBER/HASH`, as printed by this program; null for anything else. */
function parseHead(text: string): KnownHead | null {
  const [, log, seq, hash] = /^([a-z2-7]{26})\/(\d{1,12})\/([0-9a-f]{64})$/.exec(text) ?? []
  return log && seq && hash ? { log, seq: Number(seq), hash: fromHex(hash) } : null
}

function verify({ books, file, code }: OpenedAtTerminal, knownHeads: readonly KnownHead[], isQuick: boolean): 0 | 1 {
  const verification = verifyBooks(books, { depth: isQuick ? 'quick' : 'full', knownHeads, onProgress: printProgress })
  books.close()
  console.log(verificationText(verification, { file, code, isWritten: false }))
  return verification.isClean ? 0 : 1
}

async function run(): Promise<0 | 1 | 2> {
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { staff: { type: 'string' }, quick: flag, rebuild: flag, head: { type: 'string', multiple: true } },
  })
  const [file] = positionals
  const heads = [values.head ?? []].flat().map(head => (typeof head === 'string' ? parseHead(head) : null))
  const knownHeads = heads.filter(head => head !== null)
  const isRebuild = values.rebuild === true
  const isMixed = isRebuild && (values.quick === true || heads.length > 0)
  if (
    file === undefined ||
    positionals.length > 1 ||
    values.staff === true ||
    knownHeads.length < heads.length ||
    isMixed
  ) {
    console.error(usage)
    return 2
  }
  const staff = typeof values.staff === 'string' ? values.staff : null
  const opened = await (isRebuild ? openAlone(file, staff) : openForReading(file, staff))
  if (opened.ok) return isRebuild ? rebuildBooks(opened.value) : verify(opened.value, knownHeads, values.quick === true)
  console.error(`CANNOT BE OPENED. ${opened.refusal}`)
  return 2
}

process.exitCode = await run()
