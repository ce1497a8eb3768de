import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

/** One paper of a receipt: the position of its record, where it went, and 0 for the original or the number of the copy. */
export interface PrintedPaper {
  readonly position: number
  readonly output: string
  readonly copy: number
}

type Parameters = { position: number; output: string; copy: number }

const insert = prepared<Parameters, unknown>((db, param) =>
  db
    .insertInto('printed_paper')
    .values({
      position: param('position'),
      output: param('output'),
      copy: param('copy'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const remove = prepared<Parameters, unknown>((db, param) =>
  db
    .deleteFrom('printed_paper')
    .where('position', '=', param('position'))
    .where('output', '=', param('output'))
    .where('copy', '=', param('copy')),
)

/** Remembers the paper before it is given; false when it was given before. */
export const takePaper = (db: Database, paper: PrintedPaper): boolean => insert.run(db, { ...paper }) === 1

/** The paper was certainly not made after all. */
export const returnPaper = (db: Database, paper: PrintedPaper): void => {
  remove.run(db, { ...paper })
}
