import type { Context } from '../decision/context.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import type { Answers } from './answers.ts'
import type { Query } from './query.ts'

/** What a query is read from, and for whom. */
export interface Reading extends Books {
  readonly context: Context
  /** Of the people who may sign in here. */
  readonly signInCodes: readonly string[]
}

/** Reads the answer to queries of one type. */
export type Reader<T extends Query['type']> = (
  reading: Reading,
  query: Extract<Query, { type: T }>,
) => Result<Answers[T], Refusal>

/** A reader for each of these types of query: one that is missing does not compile. */
export type Readers<T extends Query['type']> = { readonly [K in T]: Reader<K> }
