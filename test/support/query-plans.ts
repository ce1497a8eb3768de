import type { Database } from 'better-sqlite3'

/** How SQLite carries out a statement, one line a step: `SEARCH` goes by an index, `SCAN` through the whole table. */
export interface QueryPlan {
  readonly sql: string
  readonly steps: readonly string[]
}

/** The plans of all statements that are prepared on this connection while `work` runs; it must not have run on it before. */
export function plansOf(db: Database, work: () => void): readonly QueryPlan[] {
  const prepare = db.prepare.bind(db)
  const seen = new Set<string>()
  Object.assign(db, {
    prepare: (sql: string) => {
      seen.add(sql)
      return prepare(sql)
    },
  })
  try {
    work()
  } finally {
    Object.assign(db, { prepare })
  }
  return [...seen].map(sql => ({
    sql,
    steps: (prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...anyParameters(sql)) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  }))
}

/** A plan does not depend on what is bound, but something must be. */
const anyParameters = (sql: string): readonly number[] => [...sql.matchAll(/\?/g)].map(() => 1)
