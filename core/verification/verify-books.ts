import type { Database } from 'better-sqlite3'
import { sealedAuditHead } from '../storage/audit-events.ts'
import type { Books } from '../storage/books.ts'
import { type Difference, differencesFromShadow } from '../storage/compare-projections.ts'
import { inShadowBySteps } from '../storage/shadow.ts'
import { journalTables, lineTable } from '../storage/tables/journal-tables.ts'
import { knownServer } from '../sync/known-server.ts'
import { checkAdmissions } from './check-admissions.ts'
import { checkAudit, checkUnsealedAudit } from './check-audit.ts'
import { checkBlobs, checkUnsentKeys } from './check-blobs.ts'
import { checkControls, trialBalanceOf } from './check-controls.ts'
import { checkCounters } from './check-counters.ts'
import { checkFile, countRecords, damageOf } from './check-file.ts'
import { checkHeads } from './check-heads.ts'
import { checkOrphanLines } from './check-lines.ts'
import { checkLogs } from './check-logs.ts'
import { checkSchema } from './check-schema.ts'
import { checkServer } from './check-server.ts'
import { collectFindings, type Finding, type Findings, type FindingType } from './finding.ts'
import { placesAt, verifiedLogs } from './log-places.ts'
import type { Verification, VerifyOptions } from './verification.ts'
import { type Walked, walkRecords } from './walk-records.ts'

const findingsKeptMax = 200
const quickRecords = 1000

/**
 * Proves the books from the file alone: every record of every log, every line, balance, attachment, guard and projection. Changes
 * nothing, and reads one moment of a file that may be written to meanwhile. Whatever is wrong with the file is a finding, never
 * an exception. Rules: V1 to V10.
 */
export function verifyBooks(books: Books, options: VerifyOptions = {}): Verification {
  const steps = verifyBySteps(books, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value.done, step.value.total)
  }
}

/** How many records have been read of how many. */
export interface VerifyStep {
  readonly done: number
  readonly total: number
}

/** As `verifyBooks`, for who lets others be served between the steps. */
export function* verifyBySteps({ db }: Books, options: VerifyOptions = {}): Generator<VerifyStep, Verification> {
  const findings = collectFindings(findingsKeptMax)
  let proof: Proof | null = null
  let records = 0
  try {
    checkSchema(db, findings)
    if (!findings.kept().some(isFatal))
      proof = yield* countedSteps(prove(db, options, findings), done => {
        records = done
      })
  } catch (error) {
    findings.add({ type: 'file-damaged', where: damageOf(error) })
  }
  return verification(
    options,
    findings,
    proof ?? { ...nothingProved, counts: { records, lines: 0, blobs: 0 } },
    proof !== null,
  )
}

type Proof = Pick<Verification, 'counts' | 'logs' | 'seenByServer' | 'trialBalance'>

const nothingProved: Omit<Proof, 'counts'> = {
  logs: [],
  seenByServer: null,
  trialBalance: [],
}

const journalTableNames = [...(journalTables + lineTable).matchAll(/^CREATE (TABLE \w+)/gm)].map(([, name = '']) =>
  name.toLowerCase(),
)

/** Without the tables of the journal there is nothing to walk through. */
const isFatal = ({ type, where }: Finding): boolean =>
  type !== 'schema-object-added' && journalTableNames.includes(where)

type Proving = Generator<VerifyStep, Proof>

const prove = (db: Database, options: VerifyOptions, findings: Findings): Proving =>
  options.depth === 'quick'
    ? proveTail(db, options, findings)
    : inShadowBySteps(db, () => proveAll(db, options, findings))

function* proveAll(db: Database, { knownHeads = [] }: VerifyOptions, findings: Findings): Proving {
  const total = countRecords(db)
  const places = placesAt(db, 0, findings)
  const walk = { places, after: 0, acknowledgedSeq: knownServer(db)?.acknowledgedSeq ?? 0, isReplayed: true }
  const walked = yield* stepsOf(walkRecords(db, walk, findings), total)
  const trialBalance = trialBalanceOf(db)
  checkAdmissions(db, findings)
  checkLogs(db, findings)
  const seenByServer = checkHeads(db, knownHeads, findings)
  checkServer(db, findings)
  checkAudit(db, findings)
  checkOrphanLines(db, findings)
  const blobs = checkBlobs(db, findings)
  checkUnsentKeys(db, findings)
  checkControls(db, findings)
  checkCounters(db, findings)
  for (const difference of differencesFromShadow(db))
    findings.add({ type: 'projection-differs', where: differenceText(difference) })
  checkFile(db, findings)
  return { counts: { ...walked, blobs }, logs: verifiedLogs(places), seenByServer, trialBalance }
}

/** The same steps; `count` hears of each. */
function* countedSteps(proving: Proving, count: (done: number) => void): Proving {
  for (;;) {
    const step = proving.next()
    if (step.done) return step.value
    count(step.value.done)
    yield step.value
  }
}

function* stepsOf(walk: Generator<number, Walked>, total: number): Generator<VerifyStep, Walked> {
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
    yield { done: step.value, total }
  }
}

/** Only the newest records and the balances, taking what is stored before them as it is. */
function* proveTail(db: Database, { knownHeads = [] }: VerifyOptions, findings: Findings): Proving {
  const records = countRecords(db)
  const after = Math.max(0, records - quickRecords)
  const places = placesAt(db, after, findings)
  const walk = { places, after, acknowledgedSeq: knownServer(db)?.acknowledgedSeq ?? 0, isReplayed: false }
  const walked = yield* stepsOf(walkRecords(db, walk, findings), records - after)
  const seenByServer = checkHeads(db, knownHeads, findings)
  checkServer(db, findings)
  checkUnsealedAudit(db, sealedAuditHead(db), findings)
  checkControls(db, findings)
  checkCounters(db, findings)
  const counts = { ...walked, blobs: 0 }
  return { counts, logs: verifiedLogs(places), seenByServer, trialBalance: trialBalanceOf(db) }
}

/** Which row differs and in which columns; never what stands in them, which may be somebody's name. */
function differenceText({ table, key, stored, rebuilt }: Difference): string {
  if (!stored) return `${table} ${key} is missing`
  if (!rebuilt) return `${table} ${key} should not be there`
  const columns = Object.keys(stored).filter(name => String(stored[name]) !== String(rebuilt[name]))
  return `${table} ${key} (${columns.join(', ')})`
}

/** What a rebuild would build on, or could not get over. */
const journalFaults: ReadonlySet<FindingType> = new Set([
  'file-damaged',
  'log-unknown',
  'log-key-wrong',
  'log-not-admitted',
  'record-missing',
  'record-out-of-place',
  'bytes-unreadable',
  'hash-wrong',
  'signature-wrong',
  'column-differs',
  'entry-unbalanced',
  'effect-refused',
])

function verification(
  { depth = 'full', knownHeads = [] }: VerifyOptions,
  findings: Findings,
  proof: Proof,
  isFinished: boolean,
): Verification {
  return {
    depth,
    isFinished,
    isClean: findings.count() === 0,
    isJournalWhole: ![...findings.types()].some(type => journalFaults.has(type)) && !findings.kept().some(isFatal),
    firstBadRecord: findings.kept().find(({ record }) => record) ?? null,
    findings: findings.kept(),
    findingCount: findings.count(),
    headsCompared: knownHeads.length,
    ...proof,
  }
}
