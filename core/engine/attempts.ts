import { z } from 'zod'
import { utf8 } from '../crypto/hash.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { keyringFile } from './keyring.ts'
import type { Timekeeper } from './timekeeper.ts'

export const attemptsFile = 'attempts.json'

const attemptsSchema = z.strictObject({
  v: z.literal(1),
  overall: z.int().nonnegative(),
  byCode: z.record(z.string(), z.int().positive()),
  /** Those that nobody has been told of yet, newest last. */
  tries: z.array(z.strictObject({ code: z.string(), at: z.string(), times: z.int().positive() })).default([]),
})
type Counts = z.infer<typeof attemptsSchema>

/** Wrong passphrases in a row, for each staff code and over all of them. */
export interface Attempts {
  /** Whole seconds until this code may be tried again; 0 when it may be tried now. */
  readonly waitSeconds: (code: string) => number
  /** Counts a try as wrong, on the disk, before the work is done: switching the computer off does not undo it. */
  readonly count: (code: string) => void
  /** The try was right: the code starts anew, and so does the count over all codes. */
  readonly forgive: (code: string) => void
  /** The wrong tries that the audit trail has not been told of; `told` forgets them. */
  readonly untold: () => readonly Try[]
  readonly told: () => void
}

/** Wrong tries of a code within one minute, with the moment of the first. */
export interface Try {
  readonly code: string
  readonly at: string
  readonly times: number
}

const waitSecondsMax = 60
/** Honest slips of several people on one laptop do not slow each other down. */
const overallFree = 5
const codesKept = 100

/** 0, 1, 2, 4, ... 60 seconds after 0, 1, 2, 3, ... wrong tries in a row. */
export const secondsAfter = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(waitSecondsMax, 2 ** Math.min(failures - 1, 6))

/**
 * The waits run on elapsed time, never on the clock. After a start each wait begins from its beginning, so a restart can
 * lengthen a wait (by a minute at most) and never shorten it. Nothing is ever wiped, however many tries there were.
 */
export function openAttempts(folder: InstallationFolder, timekeeper: Timekeeper, now: () => string): Attempts {
  let known: Counts | null = null
  const counts = (): Counts => (known ??= readCounts(folder))
  const startedMs = timekeeper.elapsedMs()
  const countedMs = new Map<string, number>()
  let overallMs = startedMs

  const remaining = (seconds: number, sinceMs: number): number =>
    Math.max(0, Math.ceil(seconds - (timekeeper.elapsedMs() - sinceMs) / 1000))
  const save = (next: Counts): void => {
    folder.write(attemptsFile, utf8(JSON.stringify(next)))
    known = next
  }

  return {
    waitSeconds: code =>
      Math.max(
        remaining(secondsAfter(failuresOf(counts(), code)), countedMs.get(code) ?? startedMs),
        remaining(secondsAfter(counts().overall - overallFree), overallMs),
      ),
    count: code => {
      save(counted(counts(), code, now()))
      overallMs = timekeeper.elapsedMs()
      countedMs.set(code, overallMs)
    },
    forgive: code => {
      const byCode = Object.fromEntries(Object.entries(counts().byCode).filter(([other]) => other !== code))
      save({ v: 1, overall: 0, byCode, tries: withoutLast(counts().tries, code) })
    },
    untold: () => counts().tries,
    told: () => {
      if (counts().tries.length > 0) save({ ...counts(), tries: [] })
    },
  }
}

const failuresOf = ({ byCode }: Counts, code: string): number => (Object.hasOwn(byCode, code) ? (byCode[code] ?? 0) : 0)

function counted(counts: Counts, code: string, now: string): Counts {
  const others = Object.entries(counts.byCode).filter(([other]) => other !== code)
  const kept = others.sort(([, a], [, b]) => b - a).slice(0, codesKept - 1)
  return {
    v: 1,
    overall: counts.overall + 1,
    byCode: Object.fromEntries([...kept, [code, failuresOf(counts, code) + 1]]),
    tries: withTry(counts.tries, code, now),
  }
}

const triesKept = 200
const minuteOf = (at: string): string => at.slice(0, 16)

function withTry(tries: readonly Try[], code: string, at: string): Try[] {
  const last = tries.findLast(one => one.code === code && minuteOf(one.at) === minuteOf(at))
  return last
    ? tries.map(one => (one === last ? { ...one, times: one.times + 1 } : one))
    : [...tries, { code, at, times: 1 }].slice(-triesKept)
}

/** The newest try of the code was right after all. */
function withoutLast(tries: readonly Try[], code: string): Try[] {
  const last = tries.findLast(one => one.code === code)
  return tries.flatMap(one => {
    if (one !== last) return [one]
    return one.times > 1 ? [{ ...one, times: one.times - 1 }] : []
  })
}

const noTries: Counts = { v: 1, overall: 0, byCode: {}, tries: [] }
const longest: Counts = { v: 1, overall: overallFree + 7, byCode: {}, tries: [] }

/** For a new installation, so that a file that is missing later was taken away. */
export function writeNoAttempts(folder: InstallationFolder, name: string): void {
  folder.write(name, utf8(JSON.stringify(noTries)))
}

/**
 * A file that cannot be read was meddled with, for this program writes it whole: the longest wait. So was one that is missing
 * beside a keyring. Rule: A50.
 */
function readCounts(folder: InstallationFolder): Counts {
  const bytes = folder.read(attemptsFile)
  if (bytes === null) return folder.has(keyringFile) ? longest : noTries
  try {
    return attemptsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return longest
  }
}
