import type { EnrolledLog } from './storage/logs.ts'

/** Whether one of the streams is this device's to pull. Rule: Y10. */
export const mayPull = ({ streams }: EnrolledLog, anyOf: readonly string[]): boolean =>
  streams === '*' || anyOf.some(stream => streams.includes(stream))

/**
 * Whether this device may have what the owning log named: it is that log, head office, or pulls a stream that carries one of the
 * owner's records about it. Naming it in a record of one's own opens nothing. Rule: Y24.
 */
export function mayRead(
  log: EnrolledLog,
  owner: string | null,
  streamsOf: (owner: string) => readonly string[],
): boolean {
  if (log.streams === '*' || owner === null) return log.streams === '*'
  return owner === log.logId || mayPull(log, streamsOf(owner))
}
