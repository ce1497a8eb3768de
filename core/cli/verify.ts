import { parseArgs } from 'node:util'
import { fromHex } from '../crypto/hash.ts'
import type { KnownHead, Verification } from '../verification/verification.ts'
import { verifyBooks } from '../verification/verify-books.ts'
import { auditExternally } from './external-audit.ts'
import { externalExit, externalText } from './external-text.ts'
import { headWords, notShown } from './no-place.ts'
import { notNoted, type OpenedAtTerminal, openAlone, openForReading } from './open-at-terminal.ts'
import { rebuildBooks } from './rebuild-books.ts'
import { printProgress, verificationText } from './verification-text.ts'

const usage = `Usage: npm run verify -- FILE [--staff CODE] [--depth quick|full|external] [--head LOG/NUMBER/HASH]...
       npm run verify -- FILE [--staff CODE] --rebuild
  FILE       branch.db, or the folder that it lies in
  --staff    whose passphrase (or recovery code) opens the books
  --depth    quick: the newest records and the balances; full: everything (when nothing is said); external: everything, and
             hledger, ledger and beancount, where installed, must read the exported books and have the same balances
  --quick    the same as --depth quick
  --head     what an earlier check printed of a log: the books must still hold it
  --rebuild  makes all lines, balances and tables anew from a journal that is whole, and says what was different before
The passphrase is asked for, or read from NEXUM_PASSPHRASE or from standard input.
Ends with 0 when the books are clean, 1 when something is wrong with them, 2 when they cannot be opened, 3 when an external check was
asked for and none of its tools is installed.`

const depths = ['quick', 'full', 'external'] as const
type AskedDepth = (typeof depths)[number]

/** `LOG/NUMBER/HASH`, as printed by this program; null for anything else. */
function parseHead(text: string): KnownHead | null {
  const [, log, seq, hash] = /^([a-z2-7]{26})\/(\d{1,12})\/([0-9a-f]{64})$/.exec(text) ?? []
  return log && seq && hash ? { log, seq: Number(seq), hash: fromHex(hash) } : null
}

function verify(opened: OpenedAtTerminal, knownHeads: readonly KnownHead[], asked: AskedDepth): 0 | 1 | 2 | 3 {
  const { books, file, code } = opened
  const depth = asked === 'quick' ? 'quick' : 'full'
  const verification = verifyBooks(books, { depth, knownHeads, onProgress: printProgress })
  const stranger = notShown(opened, verification)
  if (stranger !== null) return refused(opened, stranger)
  console.log(verificationText(verification, { file, code, isWritten: false }))
  const older = headWords(opened)
  if (older !== null) console.log(`\nNOT THE BOOKS OF THIS INSTALLATION AS IT LAST WAS. ${older}`)
  const isNoted = opened.note('verified', `terminal.${asked}${verification.isClean ? '' : '-findings'}`)
  if (!isNoted) console.log(notNoted)
  const status = asked === 'external' ? askOthers(books, verification) : verification.isClean ? 0 : 1
  books.close()
  return older !== null && status === 0 ? 1 : status
}

function refused({ books }: OpenedAtTerminal, why: string): 2 {
  books.close()
  console.error(`CANNOT BE OPENED. ${why}`)
  return 2
}

/** Only clean books are shown to others: of the rest it is known already that they are not right. */
function askOthers(books: OpenedAtTerminal['books'], verification: Verification): 0 | 1 | 2 | 3 {
  if (!verification.isClean) {
    console.log('\nNot shown to other programs: the books are not clean.')
    return 1
  }
  const audited = auditExternally(books, verification, new Date().toISOString())
  if (!audited.ok) {
    console.error(audited.refusal.text)
    return audited.refusal.status
  }
  console.log(externalText(audited.value))
  return externalExit(audited.value)
}

interface Asked {
  readonly file: string
  readonly staff: string | null
  readonly knownHeads: readonly KnownHead[]
  readonly depth: AskedDepth
  readonly isRebuild: boolean
}

/** Null when it was not called rightly. */
function parseCall(): Asked | null {
  const flag = { type: 'boolean' } as const
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { staff: text, depth: text, quick: flag, rebuild: flag, head: { ...text, multiple: true } },
  })
  const [file] = positionals
  const heads = [values.head ?? []].flat().map(head => (typeof head === 'string' ? parseHead(head) : null))
  const knownHeads = heads.filter(head => head !== null)
  const isQuick = values.quick === true
  const isRebuild = values.rebuild === true
  const depth = depths.find(one => one === (values.depth ?? (isQuick ? 'quick' : 'full')))
  const isMixed =
    (isRebuild && (isQuick || values.depth !== undefined || heads.length > 0)) || (isQuick && depth !== 'quick')
  const isWhole = knownHeads.length === heads.length && values.staff !== true && positionals.length === 1
  if (file === undefined || depth === undefined || isMixed || !isWhole) return null
  return { file, staff: typeof values.staff === 'string' ? values.staff : null, knownHeads, depth, isRebuild }
}

async function run(): Promise<0 | 1 | 2 | 3> {
  const asked = parseCall()
  if (!asked) {
    console.error(usage)
    return 2
  }
  const { file, staff, knownHeads, depth, isRebuild } = asked
  const opened = await (isRebuild ? openAlone(file, staff) : openForReading(file, staff))
  if (opened.ok) return isRebuild ? rebuildBooks(opened.value) : verify(opened.value, knownHeads, depth)
  console.error(`CANNOT BE OPENED. ${opened.refusal}`)
  return 2
}

process.exitCode = await run()
