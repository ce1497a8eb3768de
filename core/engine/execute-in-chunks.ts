import { present } from '../assert.ts'
import type { JournalCommand } from '../command/command.ts'
import { type DeskFor, executeUnits, tryUnits, type Unit, type UnitResult } from '../command/execute-unit.ts'
import type { RowAsWritten, RowSubject } from '../command/import/planned-unit.ts'
import type { Outcome } from '../command/outcome.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { BulkResult } from '../query/bulk-answers.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../result.ts'
import { closedRefusal } from './answer.ts'
import type { Bulk } from './bulk-state.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'
import { beginTurn, serveOthers, type Turn } from './turn.ts'

export interface BulkUnit {
  readonly steps: Unit
  /** What the audit trail calls it when it is refused. */
  readonly type: JournalCommand['type']
  /** Of a file: the rows that it comes from, and why nothing comes of them, where that is known beforehand. */
  readonly rows?: readonly number[]
  readonly refusal?: Refusal
  readonly column?: string
  readonly about?: RowSubject
  readonly written?: RowAsWritten
  readonly listed?: Money
}

export interface Batch {
  readonly batch: string
  /** About how many operations it will be. */
  readonly expected: number
  /** The operations, a few at a time, for a file is long to read. */
  readonly plan: Iterable<readonly BulkUnit[]>
  readonly deskFor: DeskFor
  /** Decided in full, and taken back. */
  readonly isCheck?: boolean
}

/** A window that is told more often would ask anew before it has its answer. */
const tellEveryMs = 250

/** At most so many are committed together, and no more than a turn has time for: their share of the flush is small, and others wait a moment only. */
const unitsPerChunk = 200

/**
 * Plans the units, then executes them a chunk at a time, and serves others in between, until all are done or it is cancelled. The refusal
 * when the session has ended meanwhile; what was committed before stays. Rules: N1, N3, N16.
 */
export async function executeInChunks(
  installation: Installation,
  session: OpenSession,
  bulk: Bulk,
  batch: Batch,
): Promise<Refusal | null> {
  const units: BulkUnit[] = []
  let turn = beginTurn(installation)
  for (const some of batch.plan) {
    units.push(...some)
    if (!turn.isOver()) continue
    await serveOthers()
    if (bulk.isCancelled) return null
    if (installation.session.open() !== session) return closedRefusal(installation)
    turn = beginTurn(installation)
  }
  bulk.total = units.length
  const topics = new Set<string>()
  let toldMs = installation.timekeeper.elapsedMs()
  while (bulk.results.length < units.length && !bulk.isCancelled) {
    if (installation.session.open() !== session) return closedRefusal(installation)
    const from = bulk.results.length
    const chunk = units.slice(from, from + unitsPerChunk)
    const executed = executeChunk(session, chunk, batch, beginTurn(installation))
    for (const [place, result] of executed.entries()) keep(bulk, chunk[place], result)
    for (const topic of tellOfChunk(installation, session, { chunk, executed, isCheck: batch.isCheck === true }))
      topics.add(topic)
    const nowMs = installation.timekeeper.elapsedMs()
    if (nowMs - toldMs >= tellEveryMs || bulk.results.length === units.length || bulk.isCancelled) {
      toldMs = nowMs
      installation.changed([...topics])
      topics.clear()
    }
    await serveOthers()
    if (bulk.isCancelled && topics.size > 0) installation.changed([...topics])
  }
  return null
}

/** As many of the chunk as the turn has time for, at least one. What is refused beforehand has no part in the transaction. */
function executeChunk(
  { books }: OpenSession,
  chunk: readonly BulkUnit[],
  { deskFor, isCheck }: Batch,
  turn: Turn,
): readonly UnitResult[] {
  const sound = chunk.filter(({ refusal }) => refusal === undefined)
  const results = (isCheck ? tryUnits : executeUnits)(
    books,
    deskFor,
    sound.map(({ steps }) => steps),
    turn.isOver,
  )
  const resultOf = new Map(sound.map((unit, place) => [unit, results[place]]))
  const left = sound[results.length]
  const begun = left ? chunk.slice(0, chunk.indexOf(left)) : chunk
  return begun.map(unit => present(resultOf.get(unit) ?? unsound(unit), 'a unit is executed or refused'))
}

const unsound = ({ refusal }: BulkUnit): UnitResult | undefined => refusal && refuse(refusal)

function keep(bulk: Bulk, unit: BulkUnit | undefined, executed: UnitResult): void {
  const result: BulkResult = {
    place: bulk.results.length + 1,
    ...resultOf(executed, bulk.isCheck),
    ...placeOf(unit, executed),
    ...(unit?.about ? { about: unit.about } : {}),
    ...(unit?.written ? { written: unit.written } : {}),
  }
  bulk.results.push(result)
  bulk.counts[result.status] += 1
  countMoney(bulk, result, unit?.about ?? unit?.listed)
  if (result.refusal?.type === 'key-reused') bulk.changed += 1
  if (result.status === 'ready' && result.refusal) bulk.needsSecondPerson = true
}

/** What stands in the books already is money of the list, and none that is taken now. */
function countMoney({ amounts, listed }: Bulk, { status }: BulkResult, money: Money | undefined): void {
  if (!money) return
  add(listed, money)
  if (status === 'ready' || status === 'posted') add(amounts, money)
}

const add = (sums: Map<CurrencyCode, bigint>, { amountMinor, currency }: Money): unknown =>
  sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor)

/** The row of the line that is refused, where several rows are one operation. */
function placeOf(unit: BulkUnit | undefined, executed: UnitResult): Pick<BulkResult, 'row' | 'column'> {
  const line = !executed.ok && 'line' in executed.refusal ? (executed.refusal.line ?? 0) : 0
  const row = unit?.rows?.[line] ?? unit?.rows?.[0]
  return { ...(row === undefined ? {} : { row }), ...(unit?.column === undefined ? {} : { column: unit.column }) }
}

/** In a check, what lacks nothing but a second person is ready: who imports brings one. */
function resultOf(executed: UnitResult, isCheck: boolean): Pick<BulkResult, 'status' | 'outcome' | 'refusal'> {
  if (!executed.ok) {
    const { refusal } = executed
    const isReady = isCheck && (refusal.type === 'approval-needed' || refusal.type === 'second-person-needed')
    return { status: isReady ? 'ready' : 'refused', refusal }
  }
  const outcomes = executed.value.map(({ outcome }) => outcome)
  const newest = outcomes.at(-1)
  if (outcomes.some(({ replayed }) => !replayed) && isCheck) return { status: 'ready' }
  const status = outcomes.every(({ replayed }) => replayed) ? 'known' : 'posted'
  return newest ? { status, outcome: toldOf(newest, outcomes) } : { status }
}

const toldOf = (
  { key, record, type, receipt }: Outcome,
  all: readonly Outcome[],
): NonNullable<BulkResult['outcome']> => ({
  key,
  record,
  type,
  ...(receipt === undefined ? {} : { receipt }),
  created: Object.fromEntries(all.flatMap(({ created }) => Object.entries(created))),
})

interface ExecutedChunk {
  readonly chunk: readonly BulkUnit[]
  readonly executed: readonly UnitResult[]
  readonly isCheck: boolean
}

/** What a single operation tells after its commit, told of all of them: to the head, the server and the audit trail. Returns what the window is to be told. */
function tellOfChunk(installation: Installation, session: OpenSession, done: ExecutedChunk): readonly string[] {
  const executed = done.executed.flatMap(one => (one.ok ? one.value : []))
  const posted = done.isCheck ? [] : executed.filter(({ outcome }) => !outcome.replayed)
  for (let count = 0; count < posted.length; count++) session.head.follow()
  if (posted.length > 0) session.sync.wake()
  const words = posted.flatMap(({ topics }) => topics.map(topic => topic.split('/')[0] ?? topic))
  noteRefused(installation, session, done)
  return ['bulk', ...words]
}

/** Refusals that are alike stand in the trail as one, counted. */
function noteRefused(
  { environment }: Installation,
  { audit }: OpenSession,
  { chunk, executed, isCheck }: ExecutedChunk,
): void {
  const times = new Map<string, { what: string; refusal: string; times: number }>()
  for (const [place, one] of executed.entries()) {
    const what = chunk[place]?.type
    if (one.ok || what === undefined) continue
    const refusal = one.refusal.type
    const name = `${what} ${refusal}`
    times.set(name, { what, refusal, times: (times.get(name)?.times ?? 0) + 1 })
  }
  const kind = isCheck ? 'foreseen' : 'refused'
  for (const alike of times.values()) audit.note({ kind, at: environment.now(), ...alike })
}
