import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { openBooks } from '../storage/books.ts'
import type { Findings } from './finding.ts'

type Objects = ReadonlyMap<string, string>

/** Tables, indexes and triggers with the text that made them; what SQLite keeps for itself has no text. */
const objectsOf = (db: Database): Objects => {
  const rows = db
    .prepare(
      "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
    )
    .all() as { type: string; name: string; sql: string }[]
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql]))
}

let made: Objects | undefined

/** What this program makes of a new file. */
function expectedObjects(): Objects {
  if (made) return made
  const books = openBooks({ file: ':memory:', key: null })
  assert(books.ok, 'books open in memory')
  made = objectsOf(books.value.db)
  books.value.close()
  return made
}

/** Every table, index and guard is the one that this program makes: none is missing, altered or added. Rule: V7. */
export function checkSchema(db: Database, findings: Findings): void {
  const expected = expectedObjects()
  const present = objectsOf(db)
  for (const [name, sql] of expected) {
    const found = present.get(name)
    if (found === undefined) findings.add({ type: 'schema-object-missing', where: name })
    else if (found !== sql) findings.add({ type: 'schema-object-altered', where: name })
  }
  for (const name of present.keys()) if (!expected.has(name)) findings.add({ type: 'schema-object-added', where: name })
}
