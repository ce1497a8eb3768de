import type { Books } from '../../core/storage/books.ts'

/** The books of every branch that a test, or its file, has made: they are proved when the test ends. */
export const madeBooks = new Set<Books>()

/** Said where something is put into the books that no verb would: they are not proved when the test ends. */
export function spoiledOnPurpose({ books }: { readonly books: Books }): void {
  madeBooks.delete(books)
}
