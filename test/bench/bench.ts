import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchPosting, type Posting } from './bench-posting.ts'
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
    const { grown, ...result } = benchPosting(folder, [2_000, 10_000, Number(values.records)], Number(values.rounds))
    grown.branch.books.close()
    say('Posting a deposit (execute, encrypted, FULL) beside the bare durable commit of the same bytes')
    row('records in the file', 'ratio p50', 'ratio mean', 'p50 ms', 'p99 ms', 'bare p50', 'bare p99', 'per second')
    for (const one of result.postings) row(one.records.toLocaleString('en'), ...postingFigures(one))
    row('slope (last / first)', `${result.slopeP50} p50`, `${result.slopeP99} p99`)
    row('full verification', `${result.verifiedPerSecond}/s`, `${result.fileBytesPerRecord} B/rec`)
    const memory = engineMemory(grown.file, grown.key)
    row('memory of books, opened', `${Math.round(memory.openedBytes / 2 ** 20)} MB`)
    row('memory of books, verified', `${Math.round(memory.verifiedBytes / 2 ** 20)} MB`)
    return { ...result, memory }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const postingFigures = (one: Posting): readonly (string | number)[] => [
  one.ratio,
  one.ratioOfMeans,
  one.executeP50,
  one.executeP99,
  one.bareP50,
  one.bareP99,
  one.executePerSecond,
]

function engineMemory(file: string, key: Uint8Array): { openedBytes: number; verifiedBytes: number } {
  const program = path.join(import.meta.dirname, 'engine-memory.ts')
  return lastJson(spawnSync(process.execPath, [program, file, Buffer.from(key).toString('hex')], { encoding: 'utf8' }))
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
