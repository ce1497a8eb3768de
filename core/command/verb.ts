import type { Permission } from '../authority/roles.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { AlwaysTwo, LimitedAmount } from '../decision/second-person.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { splitOverdrawn } from '../savings/split-overdrawn.ts'
import { overdraftPlaces } from '../storage/account-places.ts'
import type { Books } from '../storage/books.ts'
import { checkLimit, whereSigned } from './authorize.ts'
import { checkBookable } from './check-bookable.ts'
import type { CommandOf, JournalCommand } from './command.ts'

/** What one person may not decide alone; null where there is no such thing. */
export type Held = LimitedAmount | AlwaysTwo | null

interface VerbParts<C, S, X> {
  /** The type of the record that the command becomes. */
  readonly recordType: string
  readonly permission: Permission
  /** The permission of a command that does something else than most of its type. */
  readonly permissionOf?: (command: C) => Permission
  /** Only head office records this. */
  readonly isHeadOfficeOnly?: true
  /** Finishes what was begun before a period was closed, or closes the year itself. */
  readonly booksIntoClosed?: true
  /** Reads the state that the decision needs. */
  readonly load: (books: Books, command: C, context: X) => Result<S, Refusal>
  /** What one person may not decide alone. */
  readonly limit?: (state: S, command: C, context: X) => Held | readonly Held[]
  /** Pure: the same state, command and context always give the same decision or refusal. */
  readonly decide: (state: S, command: C, context: X) => Result<Decision, Refusal>
}

/** A verb as the shell sees it. `needsOpenDay` verbs are never asked while no business day is open. */
export interface Verb<C extends JournalCommand = JournalCommand> {
  readonly recordType: string
  readonly permission: Permission
  readonly permissionOf?: (command: C) => Permission
  readonly isHeadOfficeOnly?: true
  readonly needsOpenDay: boolean
  readonly decide: (books: Books, command: C, context: Context) => Result<Decision, Refusal>
}

/** The verbs of every command whose type begins with the name of the domain: one that is missing does not compile. */
export type VerbsOf<Domain extends string> = {
  readonly [T in Extract<JournalCommand['type'], `${Domain}.${string}`>]: Verb<CommandOf<T>>
}

/** Finds a command's verb; passed to the verbs that decide over other commands. */
export type VerbOf = (command: JournalCommand) => Verb

function compose<C extends JournalCommand, S, X extends Context>(
  { load, limit, decide, ...parts }: VerbParts<C, S, X>,
  books: Books,
  command: C,
  context: X,
): Result<Decision, Refusal> {
  const state = load(books, command, context)
  if (!state.ok) return state
  const beyond = firstBeyond(limit?.(state.value, command, context) ?? null, context)
  const decided = decide(state.value, command, context)
  if (!decided.ok) return decided
  const entries = splitOverdrawn(decided.value.entries, accountId => overdraftPlaces(books.db, accountId))
  const decision = { ...decided.value, entries }
  const bookable = checkBookable(books.db, decision, context, parts)
  if (!bookable.ok) return bookable
  return beyond && !beyond.ok ? refuse(whereSigned(beyond.refusal, command.type)) : ok(decision)
}

/** Of several things that one person may not decide alone, the first that nobody has signed who may. */
function firstBeyond(held: Held | readonly Held[], context: Context): Result<never, Refusal> | null {
  for (const one of [held].flat()) {
    const beyond = one && checkLimit(one, context)
    if (beyond) return beyond
  }
  return null
}

/** A verb that books to the open business day. */
export const dayVerb = <C extends JournalCommand, S>(parts: VerbParts<C, S, OpenDayContext>): Verb<C> => ({
  ...parts,
  needsOpenDay: true,
  decide: (books, command, context) => compose(parts, books, command, context as OpenDayContext),
})

/** A verb that also works between days. */
export const anytimeVerb = <C extends JournalCommand, S>(parts: VerbParts<C, S, Context>): Verb<C> => ({
  ...parts,
  needsOpenDay: false,
  decide: (books, command, context) => compose(parts, books, command, context),
})
