import type { Database } from 'better-sqlite3'
import type { JournalRecord } from '../journal/record.ts'
import { prepared, type Row } from './run.ts'
import type { RecordTable } from './tables/journal-tables.ts'

/**
 * The journal is looked through by blocks of so many positions: for each is kept which types, people and dates stand in it. A new
 * record mostly finds its words there already, so that posting writes no page for it, where an index of the records would write three.
 */
const blockSize = 64
const blockOf = (position: number): number => Math.floor(position / blockSize)

const typeWord = (type: string): string => `type ${type}`
const actorWord = (staffId: string): string => `actor ${staffId}`
const dateWord = (date: string): string => `date ${date}`

const keepWords = prepared<{ type: string; actor: string; date: string; block: number }, unknown>((db, param) =>
  db
    .insertInto('journal_word')
    .values([
      { word: param('type'), block: param('block') },
      { word: param('actor'), block: param('block') },
      { word: param('date'), block: param('block') },
    ])
    .onConflict(conflict => conflict.doNothing()),
)
const blocksOf = prepared<{ from: string; to: string; block: number; limit: number }, { block: number }>((db, param) =>
  db
    .selectFrom('journal_word')
    .select('block')
    .distinct()
    .where('word', '>=', param('from'))
    .where('word', '<', param('to'))
    .where('block', '<=', param('block'))
    .orderBy('block', 'desc')
    .limit(param('limit')),
)
const blocksOfWord = prepared<{ word: string; block: number; limit: number }, { block: number }>((db, param) =>
  db
    .selectFrom('journal_word')
    .select('block')
    .where('word', '=', param('word'))
    .where('block', '<=', param('block'))
    .orderBy('block', 'desc')
    .limit(param('limit')),
)
const blocksOfDays = prepared<{ from: string; to: string }, { block: number }>((db, param) =>
  db
    .selectFrom('journal_word')
    .select('block')
    .distinct()
    .where('word', '>=', param('from'))
    .where('word', '<=', param('to'))
    .orderBy('block'),
)
const nextWord = prepared<{ after: string }, { word: string | null }>((db, param) =>
  db
    .selectFrom('journal_word')
    .select(eb => eb.fn.min('word').as('word'))
    .where('word', '>', param('after')),
)
const recordsIn = prepared<{ from: number; before: number }, Listed>((db, param) =>
  db
    .selectFrom('record')
    .select(['position', 'type', 'actor', 'business_date', 'receipt', 'seq'])
    .where('position', '>=', param('from'))
    .where('position', '<', param('before'))
    .orderBy('position', 'desc'),
)
/** A cross join keeps its order in SQLite: one look into the index for each log. */
const bySeq = prepared<{ number: number }, { position: number }>((db, param) =>
  db
    .selectFrom('log')
    .crossJoin('record')
    .select('record.position')
    .whereRef('record.log_no', '=', 'log.log_no')
    .where('record.seq', '=', param('number')),
)
const byReceipt = prepared<{ number: number }, { position: number }>((db, param) =>
  db
    .selectFrom('log')
    .crossJoin('record')
    .select('record.position')
    .whereRef('record.log_no', '=', 'log.log_no')
    .where('record.receipt', '=', param('number')),
)

type Listed = Pick<RecordTable, 'position' | 'type' | 'actor' | 'business_date' | 'receipt' | 'seq'>

/** What a record may be found by; one of these is enough. */
export interface JournalFilter {
  readonly types: readonly string[]
  readonly actors: readonly string[]
  /** The beginning of a business date. */
  readonly date: string | null
  /** A receipt's or a record's own number. */
  readonly number: number | null
}

/** The runs of the journal in which records of these business dates stand, oldest first. */
export const runsOfDays = (
  db: Database,
  { from, to }: { readonly from: string; readonly to: string },
): readonly { readonly from: number; readonly before: number }[] =>
  blocksOfDays
    .all(db, { from: dateWord(from), to: dateWord(to) })
    .map(({ block }) => ({ from: block * blockSize, before: (block + 1) * blockSize }))

/** Remembers in which block of the journal the record's type, person and business date stand. */
export function keepJournalWords(db: Database, position: number, { type, actor, businessDate }: JournalRecord): void {
  const words = { type: typeWord(type), actor: actorWord(actor), date: dateWord(businessDate) }
  keepWords.run(db, { ...words, block: blockOf(position) })
}

/** Every type that a record in this file has: one look into the index for each. */
export function recordTypes(db: Database): readonly string[] {
  const prefix = typeWord('')
  const types: string[] = []
  for (let word = nextWord.get(db, { after: prefix })?.word; word?.startsWith(prefix); ) {
    types.push(word.slice(prefix.length))
    word = nextWord.get(db, { after: word })?.word
  }
  return types
}

/**
 * The newest records before a position that fit the filter, newest first, at most `limit`. Looks at no more than one block for each
 * record that it finds, however rare they are and however long the journal. Rule: Q5.
 */
export function positionsMatching(
  db: Database,
  filter: JournalFilter,
  { before, limit }: { readonly before: number; readonly limit: number },
): readonly number[] {
  const found = new Set(numbered(db, filter, before))
  let inBlocks = 0
  for (const block of newestBlocks(db, filter, blockOf(before - 1), limit + 1)) {
    if (inBlocks >= limit) break
    const end = Math.min(before, (block + 1) * blockSize)
    for (const record of recordsIn.all(db, { from: block * blockSize, before: end }))
      if (fits(record, filter)) {
        found.add(record.position)
        inBlocks++
      }
  }
  return [...found].sort((a, b) => b - a).slice(0, limit)
}

function numbered(db: Database, { number }: JournalFilter, before: number): readonly number[] {
  if (number === null) return []
  return [...bySeq.all(db, { number }), ...byReceipt.all(db, { number })]
    .map(({ position }) => position)
    .filter(position => position < before)
}

/** Any block past the first has a record that fits, so as many as the records that are wanted, and one, are enough. */
function newestBlocks(db: Database, { types, actors, date }: JournalFilter, block: number, limit: number) {
  const words = [...types.map(typeWord), ...actors.map(actorWord)]
  const range = date === null ? [] : blocksOf.all(db, { from: dateWord(date), to: `${dateWord(date)}~`, block, limit })
  const blocks = [...words.flatMap(word => blocksOfWord.all(db, { word, block, limit })), ...range]
  return [...new Set(blocks.map(one => one.block))].sort((a, b) => b - a).slice(0, limit)
}

const fits = (record: Row<Listed>, { types, actors, date, number }: JournalFilter): boolean =>
  types.includes(record.type) ||
  actors.includes(record.actor) ||
  (date !== null && record.businessDate.startsWith(date)) ||
  (number !== null && (record.receipt === number || record.seq === number))
