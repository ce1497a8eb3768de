import type { JournalCommand } from '../command/command.ts'
import type { Executed } from '../command/execute.ts'
import { type DeskFor, executeUnits, type Unit } from '../command/execute-unit.ts'
import type { BulkResult } from '../query/bulk-answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { closedRefusal } from './answer.ts'
import type { Bulk } from './bulk-state.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'

export interface BulkUnit {
  readonly steps: Unit
  /** What the audit trail calls it when it is refused. */
  readonly type: JournalCommand['type']
}

/** So many are committed together: their share of the flush is small, and others wait a moment only. */
const unitsPerChunk = 200

/**
 * Executes the units a chunk at a time and serves others in between, until all are done or it is cancelled. The refusal when the session
 * has ended meanwhile; what was committed before stays. Rules: N1, N3.
 */
export async function executeInChunks(
  installation: Installation,
  session: OpenSession,
  bulk: Bulk,
  units: readonly BulkUnit[],
  deskFor: DeskFor,
): Promise<Refusal | null> {
  for (let from = 0; from < units.length && !bulk.isCancelled; from += unitsPerChunk) {
    if (installation.session.open() !== session) return closedRefusal(installation)
    const chunk = units.slice(from, from + unitsPerChunk)
    const steps = chunk.map(unit => unit.steps)
    const executed = executeUnits(session.books, deskFor, steps)
    keep(bulk, executed)
    tellOfChunk(installation, session, chunk, executed)
    await new Promise<void>(resolve => setImmediate(resolve))
  }
  return null
}

type UnitResult = Result<readonly Executed[], Refusal>

function keep(bulk: Bulk, executed: readonly UnitResult[]): void {
  for (const one of executed) {
    const result = asResult(bulk.results.length + 1, one)
    bulk.results.push(result)
    bulk.counts[result.status] += 1
  }
}

function asResult(place: number, executed: UnitResult): BulkResult {
  if (!executed.ok) return { place, status: 'refused', refusal: executed.refusal }
  const outcomes = executed.value.map(({ outcome }) => outcome)
  const newest = outcomes.at(-1)
  return {
    place,
    status: outcomes.every(({ replayed }) => replayed) ? 'known' : 'posted',
    ...(newest
      ? {
          outcome: {
            key: newest.key,
            record: newest.record,
            type: newest.type,
            ...(newest.receipt === undefined ? {} : { receipt: newest.receipt }),
            created: Object.assign({}, ...outcomes.map(({ created }) => created)),
          },
        }
      : {}),
  }
}

/** What a single operation tells after its commit, told of all of them: to the head, the server, the window and the audit trail. */
function tellOfChunk(
  installation: Installation,
  session: OpenSession,
  chunk: readonly BulkUnit[],
  executed: readonly UnitResult[],
): void {
  const posted = executed.flatMap(one => (one.ok ? one.value.filter(({ outcome }) => !outcome.replayed) : []))
  for (let count = 0; count < posted.length; count++) session.head.follow()
  if (posted.length > 0) session.sync.wake()
  const words = posted.flatMap(({ topics }) => topics.map(topic => topic.split('/')[0] ?? topic))
  installation.changed([...new Set(['bulk', ...words])])
  noteRefused(installation, session, chunk, executed)
}

/** Refusals that are alike stand in the trail as one, counted. */
function noteRefused(
  { environment }: Installation,
  { audit }: OpenSession,
  chunk: readonly BulkUnit[],
  executed: readonly UnitResult[],
): void {
  const times = new Map<string, { what: string; refusal: string; times: number }>()
  for (const [place, one] of executed.entries()) {
    const what = chunk[place]?.type
    if (one.ok || what === undefined) continue
    const refusal = one.refusal.type
    const name = `${what} ${refusal}`
    times.set(name, { what, refusal, times: (times.get(name)?.times ?? 0) + 1 })
  }
  for (const alike of times.values()) audit.note({ kind: 'refused', at: environment.now(), ...alike })
}
