import { assert } from '../assert.ts'
import { type ScryptCost, scryptCost } from '../crypto/passphrase.ts'
import { brokenPrimitives } from '../crypto/self-test.ts'
import type { Environment } from '../environment.ts'
import { querySchema } from '../query/query.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { type InstallationFolder, openInstallationFolder } from '../storage/installation-folder.ts'
import { httpTransport } from '../sync/http-transport.ts'
import type { OpenTransport } from '../sync/transport.ts'
import { answer } from './answer.ts'
import { openAttempts } from './attempts.ts'
import { commandSchema } from './command-schema.ts'
import { type DocumentOutput, noPaper } from './document-output.ts'
import { oneAtATime } from './exclusive.ts'
import { executeCommand } from './execute-command.ts'
import { expelSuspended } from './expel-suspended.ts'
import { holdFolder } from './hold-folder.ts'
import { type IdleLock, watchIdle } from './idle-lock.ts'
import { inspectInstallation } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import { type Keychain, noKeychain } from './keychain.ts'
import { localEnvironment, localTimekeeper } from './local-environment.ts'
import { meetFault, meetInBackground } from './meet-fault.ts'
import { parseInput } from './parse-input.ts'
import type { EngineEvent, EnginePort } from './port.ts'
import { sessionAnswer } from './session-answer.ts'
import { holdSession } from './session-state.ts'
import { readSettings } from './settings.ts'
import type { Timekeeper } from './timekeeper.ts'
import { refusalOfFault } from './translate-fault.ts'
import { seen, witnessed } from './witness.ts'

export interface EngineOptions {
  /** The installation's folder; made when it is not there. */
  readonly directory: string
  readonly environment?: Environment
  readonly timekeeper?: Timekeeper
  readonly keychain?: Keychain
  readonly kdfCost?: ScryptCost
  readonly documents?: DocumentOutput
  readonly chooseFolder?: () => Promise<string | null>
  readonly chooseFile?: () => Promise<string | null>
  readonly transport?: OpenTransport
  /** Hears of bugs and bad weather by their code and place in the program; never what anybody typed. */
  readonly log?: (fault: string) => void
  readonly folder?: InstallationFolder
}

/** The engine of one installation: the other side of the window's port. Whatever comes in, a typed answer goes out. */
export interface Engine {
  readonly execute: (input: unknown) => Promise<Result<unknown, Refusal>>
  readonly query: (input: unknown) => Promise<Result<unknown, Refusal>>
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void
  /** Closes the books, wipes the keys and lets the folder go; from then on everything is refused. */
  readonly close: () => Promise<void>
}

/** Asserts that the runtime's cryptography gives the published answers before anything is opened. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const broken = brokenPrimitives()
  assert(broken.length === 0, `the runtime computes ${broken.join(', ')} as published`)
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const held = holdFolder(options.directory)
  const installation = await openInstallation(options, held.hold, emit)
  const idle = watch(installation)
  const doors = openDoors(installation, idle)
  return {
    execute: doors.execute,
    query: doors.query,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      idle.stop()
      listeners.clear()
      doors.shut()
      await leaveBooks(installation)
      held.release()
    },
  }
}

/** A sign-in under way is waited for, so that it opens nothing after this. */
const leaveBooks = ({ exclusive, session }: Installation): Promise<void> =>
  exclusive(async () => {
    if (session.open()) session.enter({ name: 'signed-out' })
    await session.settled()
  })

/** The engine as typed code uses it, when both are in one process. */
export const portOf = (engine: Engine): EnginePort => engine as EnginePort

async function openInstallation(
  options: EngineOptions,
  hold: Installation['hold'],
  emit: (event: EngineEvent) => void,
): Promise<Installation> {
  const { directory, environment = localEnvironment, timekeeper = localTimekeeper, keychain = noKeychain } = options
  const folder = options.folder ?? openInstallationFolder(directory)
  const first = await inspectInstallation({ hold, folder, keychain })
  const installation: Installation = {
    folder,
    environment,
    timekeeper,
    keychain,
    hold,
    cost: options.kdfCost ?? scryptCost,
    transport: options.transport ?? httpTransport,
    documents: options.documents ?? noPaper,
    chooseFolder: options.chooseFolder ?? (() => Promise.resolve(null)),
    chooseFile: options.chooseFile ?? (() => Promise.resolve(null)),
    attempts: openAttempts(folder, timekeeper, environment.now),
    session: holdSession(first, () => emit({ type: 'session', session: sessionAnswer(installation) })),
    exclusive: oneAtATime(),
    lastMade: { answered: null },
    log: options.log ?? (() => undefined),
    changed: topics => emit({ type: 'changed', topics }),
  }
  return installation
}

const watch = (installation: Installation): IdleLock => {
  const { session, timekeeper, environment } = installation
  return watchIdle({
    timekeeper,
    environment,
    minutes: () => {
      const open = session.open()
      return open && readSettings(open.books.db).idleLockMinutes
    },
    lock: () => session.enter({ name: 'locked' }),
    onFault: fault => meetInBackground(installation, fault),
  })
}

/** The two doors. Shape first; then, whoever has been away too long or has lost the grant is shown out; then the work. */
function openDoors(
  installation: Installation,
  idle: IdleLock,
): Pick<Engine, 'execute' | 'query'> & { readonly shut: () => void } {
  let isShut = false
  const guarded = async (work: () => Promise<Result<unknown, Refusal>>): Promise<Result<unknown, Refusal>> => {
    if (isShut) return refuse({ type: 'engine-failed' })
    try {
      idle.check()
      expelSuspended(installation)
      return await work()
    } catch (error) {
      meetFault(installation, error)
      return refuse(refusalOfFault(error))
    }
  }
  return {
    execute: async input => {
      const command = parseInput(commandSchema, input)
      if (!command.ok) return command
      return guarded(() => {
        idle.touch()
        return witnessed(installation, command.value, () => executeCommand(installation, command.value))
      })
    },
    query: async input => {
      const query = parseInput(querySchema, input)
      return query.ok ? guarded(() => seen(installation, query.value, () => answer(installation, query.value))) : query
    },
    shut: () => {
      isShut = true
    },
  }
}
