import type { Database, Statement } from 'better-sqlite3'
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  type Expression,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import { assert } from '../assert.ts'
import type { Tables } from './tables.ts'

/** Kysely compiles; better-sqlite3 executes. This handle has no connection, so it can never open a transaction of its own. */
const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S

/** A row as code sees it: column names in camel case, `...Minor` as bigint, other integers as safe numbers. */
export type Row<R> = { readonly [K in keyof R & string as Camel<K>]: R[K] }

type Value = string | number | bigint | Uint8Array | null
type Parameters = { readonly [name: string]: Value }

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export interface Prepared<P extends Parameters, R> {
  /** Executes and returns how many rows changed. */
  readonly run: (db: Database, parameters: P) => number
  readonly all: (db: Database, parameters: P) => readonly Row<R>[]
  readonly get: (db: Database, parameters: P) => Row<R> | undefined
}

type Build<P extends Parameters, R> = (
  db: Kysely<Tables>,
  param: <K extends keyof P & string>(name: K) => Expression<P[K]>,
) => Compilable<R>

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * A statement that is compiled once and prepared once per connection. Parameters are named in `P` and bound at each call.
 *
 *     const recordBySeq = prepared<{ seq: number }, { hash: Uint8Array }>((db, param) =>
 *       db.selectFrom('record').select('hash').where('seq', '=', param('seq')))
 */
export function prepared<P extends Parameters, R>(build: Build<P, R>): Prepared<P, R> {
  const compiled = build(compiler, name => sql`${new Placeholder(name)}`).compile()
  const { text, names } = withLiterals(compiled)
  const statements = new WeakMap<Database, Readied>()
  const readied = (db: Database): Readied => {
    const known = statements.get(db)
    if (known) return known
    const made = ready(db, text)
    statements.set(db, made)
    return made
  }
  const bind = (parameters: Parameters): Value[] => names.map(name => parameters[name] ?? null)
  return {
    run: (db, parameters) => readied(db).statement.run(...bind(parameters)).changes,
    all: (db, parameters) => {
      const { statement, decode } = readied(db)
      return (statement.all(...bind(parameters)) as Value[][]).map(row => decode(row) as Row<R>)
    },
    get: (db, parameters) => {
      const { statement, decode } = readied(db)
      const row = statement.get(...bind(parameters)) as Value[] | undefined
      return row && (decode(row) as Row<R>)
    },
  }
}

/**
 * The text with Kysely's own constants written into it and the named parameters left to bind. SQLite plans a statement anew each
 * time a bound LIMIT changes, which costs more than running it.
 */
function withLiterals({ sql: compiledText, parameters }: CompiledQuery): { text: string; names: readonly string[] } {
  const names: string[] = []
  let place = 0
  const text = compiledText.replace(/\?/g, () => {
    const value = parameters[place++]
    if (!(value instanceof Placeholder)) return literal(value)
    names.push(value.name)
    return '?'
  })
  assert(place === parameters.length, 'a question mark in a statement is a parameter')
  return { text, names }
}

function literal(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === null) return 'NULL'
  assert(typeof value === 'string', 'a constant in a statement is a number, a text or null')
  return `'${value.replaceAll("'", "''")}'`
}

interface Readied {
  readonly statement: Statement
  readonly decode: (row: readonly Value[]) => Record<string, Value>
}

function ready(db: Database, text: string): Readied {
  const statement = db.prepare(text)
  if (!statement.reader) return { statement, decode: () => ({}) }
  statement.raw(true).safeIntegers(true)
  const columns = statement.columns().map(({ name }) => ({
    name: camel(name),
    isAmount: name.endsWith('_minor'),
  }))
  const decode = (row: readonly Value[]): Record<string, Value> => {
    const decoded: Record<string, Value> = {}
    columns.forEach(({ name, isAmount }, place) => {
      const value = row[place] ?? null
      decoded[name] = typeof value === 'bigint' && !isAmount ? safeNumber(value) : value
    })
    return decoded
  }
  return { statement, decode }
}

function safeNumber(value: bigint): number {
  const number = Number(value)
  assert(Number.isSafeInteger(number), 'an integer that is not an amount is safe')
  return number
}
