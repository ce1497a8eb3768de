import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { createEngine, type Engine, type EngineOptions, portOf } from '../../../core/engine/engine.ts'
import type { Keychain } from '../../../core/engine/keychain.ts'
import { localEnvironment } from '../../../core/engine/local-environment.ts'
import type { EnginePort } from '../../../core/engine/port.ts'
import type { Timekeeper } from '../../../core/engine/timekeeper.ts'
import type { Environment } from '../../../core/environment.ts'
import type { SessionAnswer } from '../../../core/query/session-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { newClient } from '../../support/branch.ts'
import { countVaultThrough } from '../../support/count-vault.ts'
import { proveInstallation } from '../../support/prove-installation.ts'

export const newKey = localEnvironment.newId

const startedMs = Date.now()

/** A computer on the morning of the day that these tests work on; its clock goes on as clocks do. */
const thatMorning: Environment = {
  ...localEnvironment,
  now: () => new Date(Date.parse('2026-03-02T07:00:00.000Z') + Date.now() - startedMs).toISOString(),
}

/** As little work for a guess as scrypt allows: these tests guess a lot. */
export const cheapCost = { N: 16, r: 1, p: 1 }

export const passphrases = {
  HO1: 'the rains came early',
  MGR1: 'a quiet morning bell',
  OFF1: 'three yellow bicycles',
  TEL1: 'market day on tuesday',
} as const
export type Code = keyof typeof passphrases

export const founding = {
  institutionName: 'Tumaini Microfinance',
  country: 'KE',
  currency: 'KES',
  template: 'microfinance',
  branch: { code: '001', name: 'Kisumu' },
  staff: [
    { code: 'HO1', name: 'Grace Wanjiru', role: 'head-office', passphrase: passphrases.HO1 },
    { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase: passphrases.MGR1 },
    { code: 'OFF1', name: 'Amina Yusuf', role: 'officer', passphrase: passphrases.OFF1 },
    { code: 'TEL1', name: 'Peter Mwangi', role: 'teller', passphrase: passphrases.TEL1 },
  ],
  openingVault: [{ faceMinor: 100000n, pieces: 2000 }],
} as const

/** A folder of its own for each test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nexum-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Elapsed time that passes only when it is told to; timers ring on the way. */
export interface ManualTimekeeper extends Timekeeper {
  readonly pass: (seconds: number) => void
}

export function manualTimekeeper(): ManualTimekeeper {
  let nowMs = 0
  let timers: readonly { readonly atMs: number; readonly callback: () => void }[] = []
  return {
    elapsedMs: () => nowMs,
    after: (delayMs, callback) => {
      const timer = { atMs: nowMs + delayMs, callback }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    pass: seconds => {
      const endMs = nowMs + seconds * 1000
      for (;;) {
        const due = [...timers].sort((a, b) => a.atMs - b.atMs).find(({ atMs }) => atMs <= endMs)
        if (!due) break
        timers = timers.filter(other => other !== due)
        nowMs = due.atMs
        due.callback()
      }
      nowMs = endMs
    },
  }
}

/** A keychain that boxes by exclusive or; `lose` is what happens when the operating system's login is reset. */
export function breakableKeychain(): Keychain & { readonly lose: () => void; readonly comeBack: () => void } {
  let mask = 0x5a
  let isThere = true
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map(byte => byte ^ mask)
  const tag = (): number => mask
  return {
    available: () => Promise.resolve(isThere),
    protect: secret => Promise.resolve(isThere ? Uint8Array.from([tag(), ...turn(secret)]) : null),
    reveal: box => Promise.resolve(isThere && box[0] === tag() ? turn(box.subarray(1)) : null),
    lose: () => {
      isThere = false
    },
    comeBack: () => {
      mask = 0xc3
      isThere = true
    },
  }
}

export interface TestEngine {
  readonly directory: string
  readonly engine: Engine
  readonly port: EnginePort
  readonly time: ManualTimekeeper
  readonly faults: string[]
  readonly signIn: (code: Code, passphrase?: string) => Promise<Result<SessionAnswer, Refusal>>
}

export type StartOptions = Partial<EngineOptions> & { readonly time?: ManualTimekeeper }

/** The books are proved when the test ends. */
export async function startEngine(options: StartOptions = {}): Promise<TestEngine> {
  const { time = manualTimekeeper(), directory = temporaryFolder(), ...rest } = options
  const faults: string[] = []
  const engine = await createEngine({
    kdfCost: cheapCost,
    timekeeper: time,
    log: fault => faults.push(fault),
    environment: thatMorning,
    directory,
    ...rest,
  })
  onTestFinished(async () => {
    await engine.close()
    proveInstallation(directory)
  })
  const port = portOf(engine)
  const signIn = (code: Code, passphrase: string = passphrases[code]) =>
    port.execute({ type: 'session.sign-in', code, passphrase })
  return { directory, engine, port, time, faults, signIn }
}

/** An engine with a founded institution; nobody is signed in. */
export async function foundedEngine(
  options: StartOptions = {},
): Promise<TestEngine & { readonly recoveryCode: string }> {
  const started = await startEngine(options)
  const { recoveryCode = '' } = must(
    (await started.port.execute({ type: 'institution.create', key: newKey(), founding } as never)) as Result<
      SessionAnswer,
      Refusal
    >,
  )
  return { ...started, recoveryCode }
}

export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok)
    throw new Error(
      `refused: ${JSON.stringify(result.refusal, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))}`,
    )
  return result.value
}

/** The officer opens day and drawer, registers a client, opens an account and takes a deposit. */
export async function workADay(
  { port, signIn }: TestEngine,
  today = '2026-03-02',
): Promise<{ accountId: string; clientId: string; deposit: Outcome }> {
  must(await signIn('OFF1'))
  const run = async (command: object): Promise<Outcome> =>
    must((await port.execute({ key: newKey(), ...command } as never)) as Result<Outcome, Refusal>)
  await run({ type: 'day.open', date: businessDate(today) })
  await run({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100000n, pieces: 20 }] })
  const client = newClient({
    phone: '+254711223344',
    idDocument: { kind: 'national-id', number: '27318842' },
    address: 'Plot 7, Oginga Road',
  })
  const clientId = (await run({ type: 'client.register', client })).created.clientId ?? ''
  const accountId =
    (await run({ type: 'savings.open', clientId, productId: 'passbook-savings' })).created.accountId ?? ''
  const deposit = await run({ type: 'savings.deposit', accountId, amountMinor: 250000n, currency: 'KES' })
  return { accountId, clientId, deposit }
}

/** The manager counts what moved in the vault; then somebody else is signed in. */
export async function countVault({ port, signIn }: TestEngine, next: Code): Promise<void> {
  must(await signIn('MGR1'))
  await countVaultThrough(port)
  must(await signIn(next))
}
