import type { Database, Transaction } from 'better-sqlite3'
import { assert } from '../assert.ts'
import type { Result } from '../result.ts'

class Refused extends Error {
  readonly result: Result<never, unknown>
  constructor(result: Result<never, unknown>) {
    super('refused')
    this.result = result
  }
}

type Work = () => Result<unknown, unknown>
const transactions = new WeakMap<Database, Transaction<(work: Work) => unknown>>()

const transactionOf = (db: Database): Transaction<(work: Work) => unknown> => {
  const known = transactions.get(db)
  if (known) return known
  const made = db.transaction((work: Work) => {
    const result = work()
    if (!result.ok) throw new Refused(result)
    return result
  })
  transactions.set(db, made)
  return made
}

/**
 * Runs `work` in one `BEGIN IMMEDIATE` transaction; a refusal rolls it back, so nothing that was tried remains. Never nested: a
 * nested one would be a savepoint that somebody else's rollback takes along.
 */
export function inTransaction<T, R>(db: Database, work: () => Result<T, R>): Result<T, R> {
  assert(!db.inTransaction, 'a write starts its own transaction')
  return refusedOr(() => transactionOf(db).immediate(work) as Result<T, R>)
}

/** One of several works in a transaction that is open: a refusal takes back what this one wrote, and nothing of the others. */
export function inSavepoint<T, R>(db: Database, work: () => Result<T, R>): Result<T, R> {
  assert(db.inTransaction, 'a savepoint lies in a transaction')
  return refusedOr(() => transactionOf(db)(work) as Result<T, R>)
}

function refusedOr<T, R>(run: () => Result<T, R>): Result<T, R> {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<T, R>
    throw error
  }
}
