import { assert } from '../assert.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { inSavepoint, inTransaction } from '../storage/in-transaction.ts'
import type { JournalCommand } from './command.ts'
import type { Desk } from './desk.ts'
import { type Executed, executeInTransaction } from './execute.ts'
import type { Outcome } from './outcome.ts'

/** What is done whole or not at all: commands of which each may name what those before it have made. */
export type Unit = readonly ((made: Outcome['created']) => JournalCommand)[]

export type DeskFor = (command: JournalCommand) => Desk
export type UnitResult = Result<readonly Executed[], Refusal>

/**
 * Executes units in one transaction, each by itself: one that is refused leaves nothing, and the others stay. Those after the one at which
 * the turn is over are left. Rules: J1, N1, N16.
 */
export function executeUnits(
  books: Books,
  deskFor: DeskFor,
  units: readonly Unit[],
  isOver = never,
): readonly UnitResult[] {
  const executed = inTransaction(books.db, () => ok(each(books, deskFor, units, isOver)))
  assert(executed.ok, 'the transaction of many refuses nothing itself')
  return executed.value
}

/** What `executeUnits` would do at this moment; all of it is taken back. Rule: N7. */
export function tryUnits(
  books: Books,
  deskFor: DeskFor,
  units: readonly Unit[],
  isOver = never,
): readonly UnitResult[] {
  const tried = inTransaction(books.db, () => refuse(each(books, deskFor, units, isOver)))
  assert(!tried.ok, 'what is only tried is taken back')
  return tried.refusal
}

const never = (): boolean => false

function each(books: Books, deskFor: DeskFor, units: readonly Unit[], isOver: () => boolean): readonly UnitResult[] {
  const done: UnitResult[] = []
  for (const unit of units) {
    done.push(inSavepoint(books.db, () => executeSteps(books, deskFor, unit)))
    if (isOver()) break
  }
  return done
}

function executeSteps(books: Books, deskFor: DeskFor, unit: Unit): UnitResult {
  const done: Executed[] = []
  let made: Outcome['created'] = {}
  for (const step of unit) {
    const command = step(made)
    const executed = executeInTransaction(books, deskFor(command), command)
    if (!executed.ok) return executed
    done.push(executed.value)
    made = { ...made, ...executed.value.outcome.created }
  }
  return ok(done)
}
