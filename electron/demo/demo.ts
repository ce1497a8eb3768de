import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { present } from '../../core/assert.ts'
import { businessDate } from '../../core/calendar/business-date.ts'
import {
  closeDemonstrationDay,
  connectDemonstration,
  type DemonstrationDay,
  playDemonstrationDay,
  sendDemonstration,
} from '../../core/demo/demonstration-day.ts'
import { lendOnDemonstrationDay } from '../../core/demo/demonstration-loan.ts'
import type { Player } from '../../core/demo/demonstration-play.ts'
import type { EnginePort } from '../../core/engine/port.ts'
import { enginePortHere } from '../engine/engine-port-here.ts'
import type { EngineSupervisor } from '../engine/engine-supervisor.ts'
import { takePaper } from './demo-paper.ts'
import { type Screen, takePictures } from './demo-pictures.ts'
import { type DemoServer, type DemoServerPlace, demoServerPlace, startDemoServer } from './demo-server.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * Plays the demonstration day in the running application, where whoever sits there can watch it, leaves its papers and
 * pictures in the folder, and gives the exit code.
 */
export async function runDemo(window: BrowserWindow, engine: EngineSupervisor, folder: string): Promise<number> {
  try {
    await fs.mkdir(folder, { recursive: true })
    const player: Player = { port: enginePortHere(engine), newKey: randomUUID, say, date: today() }
    const day = await playDemonstrationDay(player)
    const { loanId } = await lendOnDemonstrationDay(player, day)
    const papers = await printPapers(player.port, day, loanId)
    for (const file of papers) say(`Paper: ${file}`)
    for (const file of await takePictures(window, screensOf(day, loanId), folder)) say(`Picture: ${file}`)
    const receipt = path.join(folder, 'receipt.png')
    if (await takePaper(present(papers[0], 'the receipt is printed first'), receipt)) say(`Picture: ${receipt}`)
    await playSync(player, demoServerPlace(app.getAppPath(), path.join(app.getPath('userData'), 'server')))
    say(`The demonstration is done. Everything lies in ${folder}`)
    return 0
  } catch (error) {
    process.stderr.write(`The demonstration failed: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/**
 * The server appears, everything reaches it, and it is gone again in the middle of the day: the drawer and the day are closed without
 * it, and what it missed reaches it when it is back. An installed application has no server at hand; its day just ends.
 */
async function playSync(player: Player, place: DemoServerPlace | null): Promise<void> {
  if (!place) return closeDemonstrationDay(player)
  const port = await whileServed(place, 0, async ({ url, foundingCode }) => {
    await connectDemonstration(player, url, present(foundingCode, 'nobody is enrolled at a new server'))
    return Number(new URL(url).port)
  })
  player.say('The connection is cut.')
  await closeDemonstrationDay(player)
  await whileServed(place, port, async () => {
    player.say('The connection is back.')
    await sendDemonstration(player)
  })
}

/** Runs a server for as long as `work` takes, and ends it whatever became of the work. */
async function whileServed<T>(
  place: DemoServerPlace,
  port: number,
  work: (server: DemoServer) => Promise<T>,
): Promise<T> {
  const server = await startDemoServer(place, port)
  try {
    return await work(server)
  } finally {
    await server.kill()
  }
}

/** The calendar day where this computer stands. */
function today(): string {
  const now = new Date()
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-')
}

/** The first deposit's receipt for the desk and for the pocket printer, its account's statement, and what the borrower signs. */
async function printPapers(
  port: EnginePort,
  { deposit, accountId, date }: DemonstrationDay,
  loanId: string,
): Promise<string[]> {
  const on = businessDate(date)
  const receipt = { kind: 'receipt', record: deposit, locale: 'en-KE' } as const
  const statement = { kind: 'statement', accountId, from: on, to: on, locale: 'en-KE' } as const
  const ofLoan = { kind: 'loan-paper', loanId, locale: 'en-KE' } as const
  const jobs = [
    { document: receipt, output: 'pdf' },
    { document: receipt, output: 'escpos-file' },
    { document: statement, output: 'pdf' },
    { document: { ...ofLoan, paper: 'key-facts' }, output: 'pdf' },
    { document: { ...ofLoan, paper: 'agreement' }, output: 'pdf' },
  ] as const
  const files: string[] = []
  for (const job of jobs) {
    const result = await port.execute({ type: 'document.produce', ...job })
    if (!result.ok) throw new Error(`${job.document.kind} as ${job.output} was refused: ${result.refusal.type}`)
    files.push(present(result.value.path, 'a paper that is a file has a path'))
  }
  return files
}

const screensOf = ({ clientId, accountId, borrower }: DemonstrationDay, loanId: string): Screen[] => [
  { name: 'my-day', hash: '#/my-day' },
  { name: 'client', hash: `#/client/${clientId}` },
  { name: 'account', hash: `#/account/${accountId}` },
  { name: 'deposit', hash: `#/deposit/${accountId}`, typed: '1500' },
  { name: 'new-loan', hash: `#/new-loan/${borrower.clientId}` },
  { name: 'loan', hash: `#/loan/${loanId}` },
  { name: 'portfolio', hash: '#/portfolio' },
  { name: 'drawer', hash: '#/drawer' },
  { name: 'journal', hash: '#/journal' },
  { name: 'sync', hash: '#/sync' },
]
