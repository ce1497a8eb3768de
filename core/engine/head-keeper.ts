import type { OwnLog } from '../command/desk.ts'
import type { Books } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { ownHeadSeq } from '../sync/own-records.ts'
import { writeLogHead } from './log-head.ts'
import { inWeather } from './meet-fault.ts'
import type { Timekeeper } from './timekeeper.ts'

/** Keeps the head of the own log beside the device key while a session is open. */
export interface HeadKeeper {
  /** A record was committed: the head follows within seconds, in nobody's way. */
  readonly follow: () => void
  /** Writes the head now, where the books have gone on since. */
  readonly keep: () => void
  /** The server has its receipt for this record: books from before it are noticed from now on without the server too. */
  readonly reach: (seq: number) => void
  /** The last time: nothing is written after this. */
  readonly end: () => void
}

const followMs = 5_000
const recordsBehindMax = 50

interface Kept {
  readonly folder: InstallationFolder
  readonly timekeeper: Timekeeper
  readonly books: Books
  readonly log: OwnLog
  /** Hears why the head was not kept. */
  readonly onFault: (fault: unknown) => void
}

/**
 * The head is written only from what is committed, so it is never ahead of the books, whatever is cut off when; and never as part of a
 * posting, which does not wait for it. A disk that does not take it is no problem: a head that lags is in order. Rule: A54.
 */
export function headKeeper({ folder, timekeeper, books, log, onFault }: Kept): HeadKeeper {
  let keptSeq = -1
  let behind = 0
  let cancel: (() => void) | null = null

  const forget = (): void => {
    cancel?.()
    cancel = null
    behind = 0
  }
  const keep = (): void => {
    forget()
    inWeather(onFault, () => {
      if (ownHeadSeq(books.db) > keptSeq) keptSeq = writeLogHead(folder, log, books.db)
    })
  }
  return {
    keep,
    reach: seq => {
      if (seq > keptSeq) keep()
    },
    follow: () => {
      behind += 1
      if (behind === recordsBehindMax) cancel?.()
      if (behind === 1 || behind === recordsBehindMax) cancel = timekeeper.after(behind === 1 ? followMs : 0, keep)
    },
    end: () => {
      keep()
      forget()
    },
  }
}
