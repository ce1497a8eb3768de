import type { DeskCommand } from '../command/desk-command.ts'
import type { BulkProgress } from '../query/bulk-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Bulk, progressOf } from './bulk-state.ts'
import { deskOf } from './desk-of.ts'
import { type Batch, type BulkUnit, executeInChunks } from './execute-in-chunks.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'

type BulkCommand<T extends string> = Extract<DeskCommand, { type: `bulk.${T}` }>

/**
 * Executes many operations of the person signed in, each by itself and under its own authority. Given again, the same batch goes on
 * where it was cut or cancelled: what is in the books is known by its key. Refuses bulk-under-way; locked when the session ends.
 * Rules: N1 to N4.
 */
export function runBulk(
  installation: Installation,
  session: OpenSession,
  { batch, items }: BulkCommand<'run'>,
): Promise<Result<BulkProgress, Refusal>> {
  const units = items.map((command): BulkUnit => ({ steps: [() => command], type: command.type }))
  const alone = deskOf(installation, session)
  return runUnits(installation, session, { batch, expected: units.length, plan: [units], deskFor: () => alone })
}

/** As `runBulk`, for units of several operations. */
export async function runUnits(
  installation: Installation,
  session: OpenSession,
  batch: Batch,
): Promise<Result<BulkProgress, Refusal>> {
  if (session.bulk.newest?.isRunning) return refuse({ type: 'bulk-under-way' })
  const bulk: Bulk = {
    batch: batch.batch,
    total: batch.expected,
    isCheck: batch.isCheck === true,
    needsSecondPerson: false,
    results: [],
    amounts: new Map(),
    listed: new Map(),
    changed: 0,
    counts: { posted: 0, ready: 0, known: 0, refused: 0 },
    isRunning: true,
    isCancelled: false,
  }
  session.bulk.newest = bulk
  const refusal = await executeInChunks(installation, session, bulk, batch).finally(() => {
    bulk.isRunning = false
    if (installation.session.open() === session) installation.changed(['bulk'])
  })
  return refusal ? refuse(refusal) : ok(progressOf(bulk))
}

/** Ends after the chunk that is under way; what it posted stays. Nothing to end is no refusal. */
export function cancelBulk({ bulk: { newest } }: OpenSession, { batch }: BulkCommand<'cancel'>): Result<null, Refusal> {
  if (newest?.batch === batch && newest.isRunning) newest.isCancelled = true
  return ok(null)
}
