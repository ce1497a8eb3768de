import type { StorageProblem } from '../query/session-answers.ts'
import type { StorageRefusal } from '../refusals/storage-refusal.ts'
import type { SessionState } from './session-state.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What a person is told when something threw: weather by its code, and a bug as a bug. Never the message or the stack. */
export function refusalOfFault(error: unknown): StorageRefusal {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return { type: 'storage-full' }
  if (isWeather(code)) return { type: 'storage-unavailable', code }
  return { type: 'engine-failed' }
}

/** Codes of SQLite and of the operating system; Node's own (ERR_...) and everything else are bugs. */
const isWeather = (code: string): boolean =>
  /^SQLITE_(?!CONSTRAINT|MISUSE|RANGE|ERROR)/.test(code) || /^E(?!RR_)[A-Z0-9]+$/.test(code)

/** Nobody works yet, or nobody can: a sign-in that the disk does not take leads nowhere. */
const beforeWork: readonly SessionState['name'][] = ['signed-out', 'locked', 'unavailable']

/**
 * The problem that a fault leaves behind, when the books cannot be worked with any more. Who is at work on a full disk stays where they
 * are, with what they typed.
 */
export function problemOfFault(error: unknown, state: SessionState['name']): StorageProblem | null {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged-file'
  return refusalOfFault(error).type === 'storage-full' && beforeWork.includes(state) ? 'disk-full' : null
}

/** For the log: the kind of fault and where in the program, never what it said, which may hold what a person typed. */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown-value'
  const frames = error.message ? (error.stack ?? '').split(error.message).at(-1) : error.stack
  const place = /\n {4}at .*?([\w.-]+\.[cm]?[jt]s):(\d+)/.exec(frames ?? '')
  return [codeOf(error) || error.name, ...(place ? [`${place[1]}:${place[2]}`] : [])].join(' ')
}

/** How a refusal names a problem with the files. */
export const refusalOfProblem = (problem: StorageProblem): StorageRefusal =>
  problem === 'disk-full' ? { type: 'storage-full' } : { type: 'storage-unavailable', code: problem }
