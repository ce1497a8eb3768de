import { namedUuid } from '../crypto/named-uuid.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import type { CommandOf } from './command.ts'
import type { Desk } from './desk.ts'
import { type Executed, executeJournalCommand } from './execute.ts'
import { nextClose } from './load-close-of-business.ts'
import { loadContext } from './load-context.ts'

type Run = CommandOf<'close-of-business.run'>

/** The same piece has the same key whoever asks for it, so that it is done once. */
const keyOf = (log: string, { date, step, chunk }: Omit<Run, 'type' | 'key'>): string =>
  namedUuid(`close-of-business ${log} ${date} ${step} ${chunk}`)

/** The command of the piece that comes next; null where nothing is due. */
export function nextCloseCommand(books: Books, desk: Desk): Run | null {
  const next = nextClose(books.db, loadContext(books, desk))
  return next && { type: 'close-of-business.run', key: keyOf(desk.log.logId, next), ...next }
}

/** Does the next piece of the close of business; null where nothing is due. Rules: E1, E2. */
export function runNextClose(books: Books, desk: Desk): Result<Executed | null, Refusal> {
  const command = nextCloseCommand(books, desk)
  return command ? executeJournalCommand(books, desk, command) : ok(null)
}
