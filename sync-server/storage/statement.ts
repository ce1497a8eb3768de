import type { Database, Statement } from 'better-sqlite3'

type Value = string | number | Uint8Array | null

/** A statement with its parameters and row typed, prepared once per database. */
export interface Typed<P extends object, R> {
  readonly run: (db: Database, parameters: P) => { readonly changes: number; readonly lastInsertRowid: number | bigint }
  readonly get: (db: Database, parameters: P) => R | undefined
  readonly all: (db: Database, parameters: P) => readonly R[]
  readonly each: (db: Database, parameters: P) => IterableIterator<R>
}

export function statement<P extends { readonly [name: string]: Value }, R = unknown>(sql: string): Typed<P, R> {
  const ready = new WeakMap<Database, Statement<[P], R>>()
  const of = (db: Database): Statement<[P], R> => {
    const known = ready.get(db)
    if (known) return known
    const made = db.prepare<[P], R>(sql)
    ready.set(db, made)
    return made
  }
  return {
    run: (db, parameters) => of(db).run(parameters),
    get: (db, parameters) => of(db).get(parameters),
    all: (db, parameters) => of(db).all(parameters),
    each: (db, parameters) => of(db).iterate(parameters),
  }
}
