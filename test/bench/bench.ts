import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchPosting } from './bench-posting.ts'
import { type GrownBranch, growBranch } from './grown-branch.ts'
import { benchServerIngest } from './server-ingest.ts'
import type { StartUp } from './start-up.ts'

/** `npm run bench`: every figure is a ratio to a physical limit that is measured in the same run. Nothing here fails a build. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    records: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '2000' },
  },
})
const projectFolder = path.resolve(import.meta.dirname, '..', '..')
const wants = (part: string): boolean => values.only === undefined || values.only.includes(part)
const say = (text: string): void => {
  if (!values.json) console.log(text)
}
const row = (name: string, ...figures: readonly (string | number)[]): void =>
  say(`  ${name.padEnd(34)}${figures.map(figure => String(figure).padStart(13)).join('')}`)

function posting() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-bench-'))
  try {
    const files = [10_000, Number(values.records)].map((records, place) =>
      grownTo(path.join(folder, String(place)), records),
    )
    const result = benchPosting(folder, files, Number(values.rounds))
    for (const { branch } of files) branch.books.close()
    say('Posting a deposit (execute, encrypted, FULL) beside the bare durable commit of the same bytes')
    row('records in the file', 'ratio p50', 'ratio mean', 'p50 ms', 'p99 ms', 'per second')
    for (const { records, ratio, ratioOfMeans, p50, p99, perSecond } of result.postings)
      row(records.toLocaleString('en'), ratio, ratioOfMeans, p50, p99, perSecond)
    row('bare commit', '', '', result.bare.p50, result.bare.p99, result.bare.perSecond)
    row('slope (last / first)', '', '', result.slopeP50, result.slopeP99)
    return { ...result, whole: wholeFile(files) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function grownTo(folder: string, records: number): GrownBranch {
  fs.mkdirSync(folder)
  const grown = growBranch(folder)
  grown.growTo(records)
  return grown
}

interface WholeFile {
  readonly openedBytes: number
  readonly verifiedBytes: number
  readonly verifiedPerSecond: number
  readonly fileBytesPerRecord: number
}

/** Memory and full verification of the largest file, in a process of its own. */
function wholeFile(files: readonly GrownBranch[]): WholeFile | null {
  const largest = files.at(-1)
  if (!largest) return null
  const program = path.join(import.meta.dirname, 'engine-memory.ts')
  const args = [program, largest.file, Buffer.from(largest.key).toString('hex')]
  const result: WholeFile = lastJson(spawnSync(process.execPath, args, { encoding: 'utf8' }))
  row('full verification', `${result.verifiedPerSecond}/s`, `${result.fileBytesPerRecord} B/rec`)
  row('memory, opened and verified', megabytes(result.openedBytes), megabytes(result.verifiedBytes))
  return result
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`

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

const results = {
  machine: {
    cpu: os.cpus()[0]?.model ?? '?',
    cores: os.cpus().length,
    memoryBytes: os.totalmem(),
    load: os.loadavg()[0],
  },
  ...(wants('posting') ? { posting: posting() } : {}),
  ...(wants('server') ? { server: await server() } : {}),
  ...(wants('start') ? { start: start() } : {}),
}
if (values.json) console.log(JSON.stringify(results, null, 2))
