import fs from 'node:fs'
import path from 'node:path'
import { booksFile } from '../../core/engine/installation.ts'
import { readBooks } from '../../core/storage/books.ts'
import { expectBooksToBalance } from './check-books.ts'
import { isSpoiled } from './made-books.ts'
import { keysTriedIn } from './remember-keys.ts'

/**
 * Proves the books of an installation whose engine is closed, under the key that it worked with, unless they were spoiled on purpose.
 * Those that no engine opened, or that are an older program's still, are as they were.
 */
export function proveInstallation(directory: string): void {
  const file = path.join(directory, booksFile)
  const tried = keysTriedIn(directory)
  if (isSpoiled(directory) || tried.length === 0 || !fs.existsSync(file)) return
  for (const key of tried) {
    const books = readBooks({ file, key })
    if (!books.ok && books.refusal === 'not-writable') return
    if (!books.ok) continue
    expectBooksToBalance({ books: books.value })
    books.value.close()
    return
  }
  throw new Error('the books open under no key: say why, with spoiledOnPurpose')
}
