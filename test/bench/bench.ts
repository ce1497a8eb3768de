import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchBulk } from './bench-bulk.ts'
import { benchLoanPage, benchPortfolio, benchRebuild, benchRepayment, benchSchedules } from './bench-lending.ts'
import { benchNights } from './bench-nights.ts'
import { benchPosting } from './bench-posting.ts'
import { benchBesideLedgers } from './beside-ledgers.ts'
import { type GrownBranch, growBranch } from './grown-branch.ts'
import { growLending } from './grown-lending.ts'
import { rounded } from './percentile.ts'
import { benchReads } from './reads.ts'
import { benchServerIngest } from './server-ingest.ts'
import { sizesOf } from './sizes.ts'
import type { StartUp } from './start-up.ts'
import type { WholeFile } from './whole-file.ts'

/**
 * `npm run bench`: every figure is a ratio to a physical limit that is measured in the same run. Nothing here fails a build.
 * `-- --sizes 10k,100k,1M` grows branches of so many records, the largest of which takes a quarter of an hour and 3 GB of disk;
 * `--loans 2k,20k` are the loans of the branches on which lending is measured.
 * `--only posting` (bulk, reads, ledgers, whole, lending, server, start) measures only that, and may be said several times.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '2000' },
    sizes: { type: 'string', default: '10k,100k' },
    loans: { type: 'string', default: '2k' },
  },
})
const projectFolder = path.resolve(import.meta.dirname, '..', '..')
const wants = (part: string): boolean => values.only === undefined || values.only.includes(part)
const say = (text: string): void => {
  if (!values.json) console.log(text)
}
const row = (name: string, ...figures: readonly (string | number)[]): void =>
  say(`  ${name.padEnd(34)}${figures.map(figure => String(figure).padStart(13)).join('')}`)

const bookParts = ['posting', 'bulk', 'reads', 'ledgers', 'whole']
const sizes = sizesOf(values.sizes)

/** Each branch is grown once; whatever is wanted is measured on all of them. */
function books() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-bench-'))
  try {
    const files = sizes.map(records => grownTo(path.join(folder, String(records)), records))
    return {
      ...(wants('posting') ? { posting: posting(folder, files) } : {}),
      ...(wants('bulk') ? { bulk: files.map(bulk) } : {}),
      ...(wants('reads') ? { reads: files.map(reading) } : {}),
      ...(wants('ledgers') ? { ledgers: files.map(grown => ledgers(folder, grown)) } : {}),
      ...(wants('whole') ? { whole: files.map(wholeFile) } : {}),
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function posting(folder: string, files: readonly GrownBranch[]) {
  const result = benchPosting(folder, files, Number(values.rounds))
  say('\nPosting a deposit (execute, encrypted, FULL) beside the bare durable commit of the same bytes')
  row('records in the file', 'ratio p50', 'ratio p99', 'ratio mean', 'p50 ms', 'p99 ms', 'per second')
  for (const { records, ratio, ratioP99, ratioOfMeans, p50, p99, perSecond } of result.postings)
    row(records.toLocaleString('en'), ratio, ratioP99, ratioOfMeans, p50, p99, perSecond)
  row('bare commit', '', '', '', result.bare.p50, result.bare.p99, result.bare.perSecond)
  if (files.length > 1) row('slope (last / first)', '', '', '', result.slopeP50, result.slopeP99)
  return result
}

function bulk(grown: GrownBranch) {
  const result = benchBulk(grown)
  say(`\nDeposits two hundred at a time beside one by one, with ${result.records.toLocaleString('en')} records`)
  row('', 'ratio', 'bulk/s', 'single/s')
  row('deposits', result.ratio, result.bulkPerSecond, result.singlePerSecond)
  return result
}

function grownTo(folder: string, records: number): GrownBranch {
  fs.mkdirSync(folder)
  const begin = performance.now()
  const grown = growBranch(folder, records)
  const seconds = Math.round((performance.now() - begin) / 1000)
  say(`\nGrown to ${records.toLocaleString('en')} records in ${seconds} s, many in one transaction`)
  return grown
}

function ledgers(folder: string, grown: GrownBranch) {
  const result = benchBesideLedgers(folder, grown)
  say(
    `\nTrial balance with ${result.records.toLocaleString('en')} records, beside programs that read the exported text`,
  )
  row('', 'ratio', 'milliseconds')
  row('the engine', 1, result.ourMs)
  row('export, once', '', result.exportMs)
  for (const tool of result.tools)
    if ('refused' in tool) row(tool.name, 'refused', `  ${tool.refused.replaceAll('\n', ' ')}`)
    else row(tool.name, tool.ratio, tool.ms)
  return result
}

function reading(grown: GrownBranch) {
  const [records, clients] = [grown.records(), grown.accounts.length]
  const reads = benchReads(grown)
  say(`\nReads with ${records.toLocaleString('en')} records, ${clients.toLocaleString('en')} clients, milliseconds`)
  row('', 'p50', 'p99', 'limit')
  for (const { name, p50, p99, limitMs } of reads) row(name, p50, p99, limitMs)
  return { records, clients, reads }
}

/** Verification, rebuilding, memory and size, in a process of its own. */
function wholeFile({ branch, file, key }: GrownBranch): WholeFile {
  branch.books.close()
  const args = [path.join(import.meta.dirname, 'whole-file.ts'), file, Buffer.from(key).toString('hex')]
  const result: WholeFile = lastJson(
    spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] }),
  )
  say(`\nThe whole file of ${result.records.toLocaleString('en')} records, in records a second`)
  row('', 'ratio', 'rate', 'bare rate')
  row('verify beside SHA-256 and Ed25519', result.verifyRatio, result.verifiedPerSecond, result.signaturesPerSecond)
  row('rebuild beside SQLite inserts', result.rebuildRatio, result.rebuiltPerSecond, result.insertedPerSecond)
  row('size', `${result.fileBytesPerRecord} B/rec`)
  row('memory, opened and verified', megabytes(result.openedBytes), megabytes(result.verifiedBytes))
  return result
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`

function lending() {
  const schedules = benchSchedules()
  say('\nSchedules a second, declining balance')
  row('installments', ...schedules.map(({ installments }) => installments))
  row('', ...schedules.map(({ perSecond }) => perSecond))
  return { schedules, branches: sizesOf(values.loans).map(lendingOf) }
}

function lendingOf(loans: number) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-bench-'))
  try {
    const grown = growLending(folder, loans)
    const pages = benchLoanPage(grown)
    say(`\nLending with ${loans.toLocaleString('en')} loans, milliseconds`)
    row('', 'p50', 'p99', 'limit')
    for (const { repayments, p50, p99 } of pages) row(`loan page after ${repayments} repayments`, p50, p99, 20)
    const portfolio = benchPortfolio(grown)
    row('portfolio by product, today', portfolio.now.p50, portfolio.now.p99, 50)
    row('portfolio by officer, any day', portfolio.later.p50, portfolio.later.p99, 50)
    const repaying = benchRepayment(folder, grown, Number(values.rounds))
    row('', 'p50 ms', 'p99 ms', 'ratio p50', 'ratio p99', 'per second')
    const { repayment, deposit, bare, ratio, ratioP99 } = repaying
    row('repayment (execute, FULL)', repayment.p50, repayment.p99, ratio, ratioP99, repayment.perSecond)
    row('deposit, the same way', deposit.p50, deposit.p99, '', '', deposit.perSecond)
    row('bare commit', bare.p50, bare.p99, '', '', bare.perSecond)
    const rebuild = benchRebuild(grown)
    row('records rebuilt a second', rebuild.perSecond)
    const nights = benchNights(grown)
    row('', 'loans/s', 'piece max', 'B/loan', 'accounts/s')
    for (const [night, one] of Object.entries(nights))
      row(
        `close of business, ${night}`,
        one.loansPerSecond,
        one.longestPieceMs,
        one.bytesPerLoan,
        one.accountsPerSecond,
      )
    grown.branch.books.close()
    return { loans, pages, portfolio, repaying, rebuild, nights }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function server() {
  const result = await benchServerIngest()
  say('\nServer: ingest over HTTP into a durable database beside the bare check of hash and signature')
  row('', 'ratio', 'ingest/s', 'verify/s')
  row(`${result.records} records`, result.ratio, result.ingestPerSecond, result.verifyPerSecond)
  row(
    'bytes on the wire, a record',
    `${result.wireBytesPerRecord.batchOf100} of 100`,
    `${result.wireBytesPerRecord.batchOf3} of 3`,
  )
  return result
}

function start(): StartUp {
  const runtime = path.join(projectFolder, 'electron', 'runtime')
  spawnSync(process.execPath, [path.join(runtime, 'app-build.ts')], { stdio: ['ignore', 2, 2] })
  const program = [
    path.join(runtime, 'electron-runtime.ts'),
    process.execPath,
    path.join(import.meta.dirname, 'start-up.ts'),
  ]
  const result: StartUp = lastJson(
    spawnSync(process.execPath, program, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] }),
  )
  say('\nStart of the application to its first heading, beside an empty Electron window')
  row('', 'ratio', 'application', 'empty')
  row(`medians of ${result.rounds}`, result.ratio, `${result.applicationMs} ms`, `${result.emptyWindowMs} ms`)
  row('memory', `${result.engineMegabytes} MB engine`, `${result.allMegabytes} MB all`)
  return result
}

function lastJson<T>({ stdout, status }: { stdout: string; status: number | null }): T {
  if (status !== 0) throw new Error(`a measured process ended with ${status}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}

const machine = {
  cpu: os.cpus()[0]?.model ?? '?',
  cores: os.cpus().length,
  memoryBytes: os.totalmem(),
  /** How many programs wanted the cores before the first measurement: above the cores' number, a p99 is the neighbours'. */
  load: rounded(os.loadavg()[0] ?? 0, 1),
}
say(`${machine.cpu}, ${machine.cores} cores, load ${machine.load}`)
const results = {
  machine,
  ...(bookParts.some(wants) ? books() : {}),
  ...(wants('lending') ? { lending: lending() } : {}),
  ...(wants('server') ? { server: await server() } : {}),
  ...(wants('start') ? { start: start() } : {}),
}
if (values.json) console.log(JSON.stringify(results, null, 2))
