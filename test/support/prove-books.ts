import { afterAll, afterEach, beforeEach } from 'vitest'
import type { Books } from '../../core/storage/books.ts'
import { expectUnprovedToBalance } from './check-books.ts'
import { madeBooks } from './made-books.ts'

/** What was there before the test: it belongs to the file. */
const shared = new Set<Books>()

/**
 * Set up before each file: after every test the books of every branch that it made, or that its file shares, are proved from the
 * journal, unless they were proved as they are, are closed, or were spoiled on purpose.
 */
beforeEach(() => {
  shared.clear()
  for (const books of madeBooks) shared.add(books)
})

afterEach(() => {
  const toProve = [...madeBooks]
  for (const books of toProve) if (!shared.has(books)) madeBooks.delete(books)
  for (const books of toProve) expectUnprovedToBalance({ books })
})

afterAll(() => madeBooks.clear())
