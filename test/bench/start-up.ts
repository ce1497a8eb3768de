/**
 * How long the application takes from nothing to its first words on the screen, beside an empty Electron window started in the
 * same way, in turn. Runs where a display and an Electron are; prints one line of JSON.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { median, rounded } from './percentile.ts'

export interface StartUp {
  readonly rounds: number
  /** Milliseconds until the heading is there, the medians. */
  readonly applicationMs: number
  readonly emptyWindowMs: number
  readonly ratio: number
  readonly engineMegabytes: number
  readonly allMegabytes: number
}

const projectFolder = path.resolve(import.meta.dirname, '..', '..')
const rounds = 5

async function start(args: readonly string[], look: (app: ElectronApplication) => Promise<void>): Promise<number> {
  const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-bench-'))
  const begin = performance.now()
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  const app = await _electron.launch({
    args: [...args, `--user-data-dir=${userFolder}`, `--data-dir=${userFolder}/branch`],
    env,
  })
  const page = await app.firstWindow()
  await page.waitForSelector('h1')
  const elapsedMs = performance.now() - begin
  await look(app)
  await app.close()
  fs.rmSync(userFolder, { recursive: true, force: true })
  return elapsedMs
}

const engine: number[] = []
const all: number[] = []

async function memory(app: ElectronApplication): Promise<void> {
  const metrics = await app.evaluate(electron =>
    electron.app.getAppMetrics().map(({ name, memory: used }) => ({ name, kilobytes: used.workingSetSize })),
  )
  engine.push(metrics.find(({ name }) => name === 'Nexum Branch engine')?.kilobytes ?? Number.NaN)
  all.push(metrics.reduce((sum, { kilobytes }) => sum + kilobytes, 0))
}

const application: number[] = []
const empty: number[] = []
for (let round = 0; round < rounds; round++) {
  empty.push(await start([path.join(import.meta.dirname, 'empty-window')], () => Promise.resolve()))
  application.push(await start([projectFolder], memory))
}
const startUp: StartUp = {
  rounds,
  applicationMs: Math.round(median(application)),
  emptyWindowMs: Math.round(median(empty)),
  ratio: rounded(median(application) / median(empty), 2),
  engineMegabytes: Math.round(median(engine) / 1024),
  allMegabytes: Math.round(median(all) / 1024),
}
console.log(JSON.stringify(startUp))
