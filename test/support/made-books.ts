import type { Books } from '../../core/storage/books.ts'

/** The books of every branch that a test, or its file, has made: they are proved when the test ends. */
export const madeBooks = new Set<Books>()

const spoiledFolders = new Set<string>()

/** Whether the books of an installation were spoiled by the test that had it. */
export const isSpoiled = (directory: string): boolean => spoiledFolders.has(directory)

type Spoiled = { readonly books: Pick<Books, 'db'> } | { readonly directory: string }

/** Said, with the reason, where something is put into the books that no verb would: they are not proved when the test ends. */
export function spoiledOnPurpose(spoiled: Spoiled, reason: string): void {
  if (!/^[a-z].{20,}$/.test(reason)) throw new Error('say why these books cannot be proved')
  if ('directory' in spoiled) spoiledFolders.add(spoiled.directory)
  else for (const books of madeBooks) if (books.db === spoiled.books.db) madeBooks.delete(books)
}
