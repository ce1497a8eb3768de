import type { AuditEvent, SubjectText } from '../audit/audit-event.ts'
import type { AuditKind } from '../audit/audit-kind.ts'
import type { Desk } from '../command/desk.ts'
import { sealAuditTrail } from '../command/seal-audit-trail.ts'
import { ok } from '../result.ts'
import { appendAuditEvent, sealedAuditHead } from '../storage/audit-events.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { inWeather } from './meet-fault.ts'
import type { Timekeeper } from './timekeeper.ts'

/** What happened, as the engine saw it; who and when are the keeper's, unless it was somebody else or before. */
export interface Noted {
  readonly kind: AuditKind
  readonly what?: string
  readonly refusal?: string
  readonly subject?: SubjectText
  /** Null for nobody of the staff. */
  readonly staff?: string | null
  readonly at?: string
  readonly times?: number
}

/** Writes the audit trail of an open session. */
export interface AuditKeeper {
  readonly note: (noted: Noted) => void
  /** What is not in the journal yet goes there now. */
  readonly seal: () => void
  /** The last time: with how the session ends, where a person or the clock ended it. */
  readonly end: (how: 'locked' | 'signed-out' | null) => void
}

interface Kept {
  readonly books: Books
  readonly desk: Desk
  readonly timekeeper: Timekeeper
  /** Where something changed: `audit` with each event, and what a record changes when events went into the journal. */
  readonly changed: (topics: readonly string[], isRecorded: boolean) => void
  /** Hears why an event waits. */
  readonly onFault: (fault: unknown) => void
}

const repeatMs = 60_000
const eventsUnsealedMax = 100
const eventsWaitingMax = 500

/**
 * Each event is committed at once. What is repeated within a minute is counted, and the count follows as one more event when the minute
 * is over, or the session. A disk that does not take an event is in nobody's way: the event waits for one that does. Rules: U1, U3.
 */
export function auditKeeper({ books, desk, timekeeper, changed, onFault }: Kept): AuditKeeper {
  const { db } = books
  const repeats = new Map<string, { times: number; noted: Noted; cancel: () => void }>()
  let waiting: readonly Omit<AuditEvent, 'n'>[] = []

  const seal = (): void =>
    inWeather(onFault, () => {
      for (;;) {
        const topics = sealAuditTrail(books, desk)
        if (topics.length === 0) return
        changed(topics, true)
      }
    })
  const write = (event: Omit<AuditEvent, 'n'>): void => {
    waiting = [...waiting, event].slice(-eventsWaitingMax)
    inWeather(onFault, () => {
      const newest = inTransaction(db, () => ok(waiting.map(one => appendAuditEvent(db, one)).at(-1) ?? 0))
      waiting = []
      changed(['audit'], false)
      if (newest.ok && newest.value - sealedAuditHead(db).n >= eventsUnsealedMax) seal()
    })
  }
  const writeRepeats = (name: string): void => {
    const repeated = repeats.get(name)
    repeats.delete(name)
    repeated?.cancel()
    if (repeated && repeated.times > 0) write(eventOf(desk, { ...repeated.noted, times: repeated.times }))
  }
  const note = (noted: Noted): void => {
    const name = JSON.stringify([noted.kind, noted.what, noted.refusal, noted.subject, noted.staff])
    const repeated = repeats.get(name)
    if (repeated && noted.at === undefined) {
      repeated.times += 1
      return
    }
    if (noted.at === undefined) {
      const cancel = timekeeper.after(repeatMs, () => writeRepeats(name))
      repeats.set(name, { times: 0, noted, cancel })
    }
    write(eventOf(desk, noted))
  }
  return {
    note,
    seal,
    end: how => {
      for (const name of [...repeats.keys()]) writeRepeats(name)
      if (how) write(eventOf(desk, { kind: how }))
      seal()
    },
  }
}

function eventOf({ environment, staffId }: Desk, noted: Noted): Omit<AuditEvent, 'n'> {
  const { kind, what, refusal, subject, staff = staffId, at = environment.now(), times = 1 } = noted
  return {
    at,
    ...(staff === null ? {} : { staff }),
    kind,
    ...(what === undefined ? {} : { what }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(subject === undefined ? {} : { subject }),
    times,
  }
}
