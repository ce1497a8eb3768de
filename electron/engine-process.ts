import { createEngine, type Engine } from '../core/engine/engine.ts'
import { keychainThrough } from './engine/keychain-through.ts'
import { servePort } from './engine/serve-port.ts'
import type { EngineStart, FromEngine, ToEngine } from './engine/shell-calls.ts'
import { shellPort } from './engine/shell-port.ts'
import { errorCodes, openLog } from './log.ts'
import { paper } from './paper/paper.ts'

/** `EX_SOFTWARE` of sysexits.h: a bug. The books are whole on the disk; a new engine goes on from there. */
const brokenExitCode = 70
const closeLimitMs = 3_000

const { dataFolder, documentsFolder, logsFolder } = JSON.parse(process.argv[2] ?? '') as EngineStart
const log = openLog(logsFolder, 'engine', () => new Date().toISOString())
const send = (message: FromEngine): void => process.parentPort.postMessage(message)
const shell = shellPort(send)
let engine: Engine | null = null

/** What is committed is on the disk already; closing tidies up, and is not waited for without end. */
async function end(exitCode: number): Promise<void> {
  setTimeout(() => process.exit(exitCode), closeLimitMs)
  await engine?.close().catch(error => log('close-failed', errorCodes(error)))
  process.exit(exitCode)
}

function breakDown(error: unknown): void {
  log('broken', errorCodes(error))
  void end(brokenExitCode)
}
process.on('uncaughtException', breakDown)
process.on('unhandledRejection', breakDown)

const starting = createEngine({
  directory: dataFolder,
  keychain: keychainThrough(shell),
  documents: paper(shell, documentsFolder),
  chooseFolder: () => shell.ask({ type: 'folder.choose' }),
  chooseFile: () => shell.ask({ type: 'file.choose' }),
  log: fault => {
    const [code = '', place = ''] = fault.split(' ')
    log('fault', { code, place })
  },
})

process.parentPort.on('message', ({ data, ports: [port] }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  switch (data.kind) {
    case 'port':
      if (engine && port) servePort(engine, port)
      return
    case 'lock':
      void engine?.execute({ type: 'session.lock' })
      return
    case 'close':
      return void end(0)
    case 'answer':
    case 'failed':
      return shell.receive(data)
  }
})

engine = await starting
send({ kind: 'ready' })
