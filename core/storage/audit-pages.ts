import type { Database } from 'better-sqlite3'
import type { AuditEvent } from '../audit/audit-event.ts'
import type { RecordRef } from '../journal/record.ts'
import { eventsSealedAt, unsealedEvents } from './audit-events.ts'
import { prepared } from './run.ts'

/** What an event has to fit; what is absent fits everything. */
export interface AuditFilter {
  readonly staffId?: string | undefined
  readonly kind?: string | undefined
  /** Any of these; an empty list fits nothing. */
  readonly subjects?: readonly string[] | undefined
  /** Moments: from, inclusive; to, exclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The event to go on after. Without a position: one that was not in the journal yet. */
export interface AuditPlace {
  readonly position?: number | undefined
  readonly n: number
}

/** An event, and the position of the record that holds it; null while none does. */
export interface PlacedEvent {
  readonly event: AuditEvent
  readonly position: number | null
}

interface SealRow {
  position: number
  first_at: string
  last_at: string
}

const seal = prepared<{ upTo: number }, SealRow>((db, param) =>
  db
    .selectFrom('audit_seal')
    .select(['position', 'first_at', 'last_at'])
    .where('position', '<=', param('upTo'))
    .orderBy('position', 'desc')
    .limit(1),
)
const sealWith = prepared<{ word: string; upTo: number }, SealRow>((db, param) =>
  db
    .selectFrom('audit_word')
    .innerJoin('audit_seal', 'audit_seal.position', 'audit_word.position')
    .select(['audit_seal.position', 'first_at', 'last_at'])
    .where('word', '=', param('word'))
    .where('audit_word.position', '<=', param('upTo'))
    .orderBy('audit_word.position', 'desc')
    .limit(1),
)
const ownSealOf = prepared<{ n: number }, { position: number }>((db, param) =>
  db
    .selectFrom('audit_seal')
    .select('position')
    .where('log_no', '=', eb => eb.selectFrom('log').select('log_no').where('own', '=', 1))
    .where('first_n', '<=', param('n'))
    .orderBy('seq', 'desc')
    .limit(1),
)

const refOf = prepared<{ position: number }, { log: string; seq: number }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['log.log_id as log', 'record.seq'])
    .where('record.position', '=', param('position')),
)

/** Which record of which log stands at a position. */
export const recordRefAt = (db: Database, position: number): RecordRef | null => refOf.get(db, { position }) ?? null

const fits = ({ at, staff, kind, subject }: AuditEvent, filter: AuditFilter): boolean =>
  (filter.staffId === undefined || staff === filter.staffId) &&
  (filter.kind === undefined || kind === filter.kind) &&
  (filter.subjects === undefined || (subject !== undefined && filter.subjects.includes(subject))) &&
  (filter.from === undefined || at >= filter.from) &&
  (filter.to === undefined || at < filter.to)

/**
 * The newest events that fit, those of this installation that are not in the journal yet first, then batch by batch in the order in
 * which they came into this file; at most `limit`. Rule: U6.
 */
export function auditEvents(
  db: Database,
  filter: AuditFilter,
  { before, limit }: { readonly before: AuditPlace | undefined; readonly limit: number },
): readonly PlacedEvent[] {
  const found: PlacedEvent[] = []
  for (const placed of eventsFrom(db, filter, before)) {
    if (found.length === limit) break
    if (fits(placed.event, filter)) found.push(placed)
  }
  return found
}

function* eventsFrom(db: Database, filter: AuditFilter, before: AuditPlace | undefined): Generator<PlacedEvent> {
  if (before?.position === undefined)
    for (const { event } of unsealedEvents(db, before ? { before: before.n } : {})) yield { event, position: null }
  const start = startOf(db, before)
  for (const position of sealsFrom(db, filter, start.upTo))
    for (const event of (eventsSealedAt(db, position) ?? []).toReversed())
      if (position !== start.upTo || event.n < start.n) yield { event, position }
}

/** A batch may have gone into the journal since the last page: the next one goes on inside it. */
function startOf(db: Database, before: AuditPlace | undefined): { readonly upTo: number; readonly n: number } {
  if (!before) return { upTo: Number.MAX_SAFE_INTEGER, n: 0 }
  const upTo = before.position ?? ownSealOf.get(db, { n: before.n - 1 })?.position ?? 0
  return { upTo, n: before.n }
}

/** The batches, newest first, in which the rarest thing asked for stands and which reach into the period. */
function* sealsFrom(db: Database, filter: AuditFilter, start: number): Generator<number> {
  const words = wordsOf(filter)
  for (let upTo = start; ; ) {
    const next = words ? newest(words.map(word => sealWith.get(db, { word, upTo }))) : seal.get(db, { upTo })
    if (!next) return
    const isWithin =
      (filter.from === undefined || next.lastAt >= filter.from) && (filter.to === undefined || next.firstAt < filter.to)
    if (isWithin) yield next.position
    upTo = next.position - 1
  }
}

const newest = <T extends { readonly position: number }>(seals: readonly (T | undefined)[]): T | undefined =>
  seals.reduce((best, one) => (one && (!best || one.position > best.position) ? one : best), undefined)

function wordsOf({ subjects, staffId, kind }: AuditFilter): readonly string[] | null {
  if (subjects) return subjects.map(subject => `subject ${subject}`)
  if (staffId !== undefined) return [`staff ${staffId}`]
  return kind === undefined ? null : [`kind ${kind}`]
}
