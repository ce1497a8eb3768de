import path from 'node:path'
import { journalCommandSchema } from '../../core/command/command.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { openBooks } from '../../core/storage/books.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'
import { depositAt, type GrownBranch, growBranch } from './grown-branch.ts'
import { percentile, rounded } from './percentile.ts'

/** Milliseconds and operations a second of `execute(deposit)` beside the bare durable commit of the same bytes. */
export interface Posting {
  readonly records: number
  readonly executeP50: number
  readonly executeP99: number
  readonly bareP50: number
  readonly bareP99: number
  readonly executePerSecond: number
  readonly barePerSecond: number
  /** executeP50 / bareP50: the figure. Goal 1.5, accepted 2.5. */
  readonly ratio: number
  /** The same of the means: what a long row of operations costs. */
  readonly ratioOfMeans: number
}

export interface Postings {
  readonly rounds: number
  readonly postings: readonly Posting[]
  /** p50 and p99 at the largest number of records, divided by those at the smallest. */
  readonly slopeP50: number
  readonly slopeP99: number
  readonly fileBytesPerRecord: number
  /** A full verification of the largest file. */
  readonly verifiedPerSecond: number
}

interface Bare {
  readonly insert: (bytes: Uint8Array) => void
  readonly growTo: (rows: number, bytes: Uint8Array) => void
  readonly close: () => void
}

/** One table, one insert, the same encryption and the same durability: what any program must pay for these bytes. */
function openBare(file: string, key: Uint8Array): Bare {
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const { db, close } = opened.value
  db.exec('CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const statement = db.prepare('INSERT INTO bare (bytes) VALUES (?)')
  const rows = () => Number(db.prepare('SELECT max(position) FROM bare').pluck().get() ?? 0)
  const growTo = db.transaction((wanted: number, bytes: Uint8Array) => {
    for (let row = rows(); row < wanted; row++) statement.run(bytes)
  })
  return { insert: bytes => void statement.run(bytes), growTo: (wanted, bytes) => growTo(wanted, bytes), close }
}

/** Each posting and the bare commit of its bytes in turn, so that both meet the same disk and the same neighbours. */
function measure({ branch, accounts, records }: GrownBranch, bare: Bare, rounds: number): Posting {
  const newest = branch.books.db.prepare('SELECT bytes FROM record ORDER BY position DESC LIMIT 1').pluck()
  const desk = branch.desk('officer')
  const start = records()
  const execute: number[] = []
  const commit: number[] = []
  bare.growTo(start, newest.get() as Uint8Array)
  for (let round = 0; round < rounds; round++) {
    const command = depositAt(branch, accounts, start + round)
    const begin = performance.now()
    const posting = executeJournalCommand(branch.books, desk, journalCommandSchema.parse(command))
    const posted = performance.now()
    if (!posting.ok) throw new Error(posting.refusal.type)
    const bytes = newest.get() as Uint8Array
    const before = performance.now()
    bare.insert(bytes)
    commit.push(performance.now() - before)
    execute.push(posted - begin)
  }
  return posting(start, execute, commit)
}

function posting(records: number, execute: readonly number[], commit: readonly number[]): Posting {
  const [executeP50, executeP99] = [percentile(execute, 0.5), percentile(execute, 0.99)]
  const [bareP50, bareP99] = [percentile(commit, 0.5), percentile(commit, 0.99)]
  const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0)
  return {
    records,
    executeP50: rounded(executeP50, 3),
    executeP99: rounded(executeP99, 3),
    bareP50: rounded(bareP50, 3),
    bareP99: rounded(bareP99, 3),
    executePerSecond: Math.round((1000 * execute.length) / sum(execute)),
    barePerSecond: Math.round((1000 * commit.length) / sum(commit)),
    ratio: rounded(executeP50 / bareP50, 2),
    ratioOfMeans: rounded(sum(execute) / sum(commit), 2),
  }
}

/** Measures at each size on one growing file. The caller removes the folder. */
export function benchPosting(
  folder: string,
  sizes: readonly number[],
  rounds: number,
): Postings & { readonly grown: GrownBranch } {
  const grown = growBranch(folder)
  const bare = openBare(path.join(folder, 'bare.db'), grown.key)
  measure(grown, bare, Math.min(rounds, 300))
  const postings = sizes.map(size => {
    grown.growTo(size)
    return measure(grown, bare, rounds)
  })
  bare.close()
  const [first, last] = [postings[0], postings.at(-1)]
  const start = performance.now()
  const { isClean, counts } = verifyBooks(grown.branch.books)
  if (!isClean) throw new Error('the measured books are not clean')
  const pages = Number(grown.branch.books.db.pragma('page_count', { simple: true }))
  return {
    rounds,
    postings,
    slopeP50: rounded((last?.executeP50 ?? 0) / (first?.executeP50 ?? 1), 2),
    slopeP99: rounded((last?.executeP99 ?? 0) / (first?.executeP99 ?? 1), 2),
    fileBytesPerRecord: Math.round((pages * 4096) / counts.records),
    verifiedPerSecond: Math.round((1000 * counts.records) / (performance.now() - start)),
    grown,
  }
}
