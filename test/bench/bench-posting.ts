import path from 'node:path'
import { journalCommandSchema } from '../../core/command/command.ts'
import type { Desk } from '../../core/command/desk.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { openBooks } from '../../core/storage/books.ts'
import { depositAt, type GrownBranch } from './grown-branch.ts'
import { percentile, rounded } from './percentile.ts'

/** Milliseconds of `execute(deposit)` on a file of so many records. */
export interface Posting {
  readonly records: number
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  /** p50 divided by that of the bare commit: the figure. Goal 1.5, accepted 2.5. */
  readonly ratio: number
  readonly ratioP99: number
  /** The same of the means: what a long row of operations costs. */
  readonly ratioOfMeans: number
}

export interface Postings {
  readonly rounds: number
  readonly postings: readonly Posting[]
  /** The bare durable commit of the very bytes that were posted. */
  readonly bare: Pick<Posting, 'p50' | 'p99' | 'perSecond'>
  /** The last file's p50 and p99 divided by the first one's. */
  readonly slopeP50: number
  readonly slopeP99: number
}

export interface Bare {
  readonly insert: (bytes: Uint8Array) => void
  readonly close: () => void
}

/** One table, one insert, the same encryption and the same durability: what any program must pay for these bytes. */
export function openBare(file: string, key: Uint8Array): Bare {
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const { db, close } = opened.value
  db.exec('CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const statement = db.prepare('INSERT INTO bare (bytes) VALUES (?)')
  return { insert: bytes => void statement.run(bytes), close }
}

/** One deposit, from the parsed command to the outcome; the time that it took, and the bytes that it became. */
function postOne({ branch, accounts }: GrownBranch, desk: Desk, place: number): { ms: number; bytes: Uint8Array } {
  const command = depositAt(branch, accounts, place)
  const begin = performance.now()
  const posting = executeJournalCommand(branch.books, desk, journalCommandSchema.parse(command))
  const ms = performance.now() - begin
  if (!posting.ok) throw new Error(posting.refusal.type)
  const newest = branch.books.db.prepare('SELECT bytes FROM record ORDER BY position DESC LIMIT 1').pluck()
  return { ms, bytes: newest.get() as Uint8Array }
}

/**
 * In each round one deposit in every file and the bare commit of the bytes of one of them, so that all meet the same disk and the
 * same neighbours. The first rounds only warm up.
 */
export function benchPosting(folder: string, files: readonly GrownBranch[], rounds: number): Postings {
  const [{ key }] = files as readonly [GrownBranch, ...GrownBranch[]]
  const bare = openBare(path.join(folder, 'bare.db'), key)
  const measured = files.map(file => ({
    file,
    desk: file.branch.desk('officer'),
    start: file.records(),
    times: [] as number[],
  }))
  const commits: number[] = []
  for (let round = -warmUpRounds; round < rounds; round++) {
    const posted = measured.map(({ file, desk, start }) => postOne(file, desk, start + warmUpRounds + round))
    const bytes = posted[(round + warmUpRounds) % posted.length]?.bytes ?? new Uint8Array()
    const before = performance.now()
    bare.insert(bytes)
    const after = performance.now()
    if (round < 0) continue
    commits.push(after - before)
    for (const [place, { ms }] of posted.entries()) measured[place]?.times.push(ms)
  }
  bare.close()
  return figures(
    measured.map(({ start, times }) => ({ records: start, times })),
    commits,
  )
}

const warmUpRounds = 300
const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0)

export const summary = (times: readonly number[]) => ({
  p50: rounded(percentile(times, 0.5), 3),
  p99: rounded(percentile(times, 0.99), 3),
  perSecond: Math.round((1000 * times.length) / sum(times)),
})

function figures(
  measured: readonly { records: number; times: readonly number[] }[],
  commits: readonly number[],
): Postings {
  const bare = summary(commits)
  const postings = measured.map(({ records, times }) => ({
    records,
    ...summary(times),
    ratio: rounded(percentile(times, 0.5) / percentile(commits, 0.5), 2),
    ratioP99: rounded(percentile(times, 0.99) / percentile(commits, 0.99), 2),
    ratioOfMeans: rounded(sum(times) / sum(commits), 2),
  }))
  const [first, last] = [postings[0], postings.at(-1)]
  return {
    rounds: commits.length,
    postings,
    bare,
    slopeP50: rounded((last?.p50 ?? 0) / (first?.p50 ?? 1), 2),
    slopeP99: rounded((last?.p99 ?? 0) / (first?.p99 ?? 1), 2),
  }
}
