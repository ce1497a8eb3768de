import type { EnrolledLog } from './storage/logs.ts'

/** Whether one of the streams is this device's to pull. Rule: Y10. */
export const mayPull = ({ streams }: EnrolledLog, anyOf: readonly string[]): boolean =>
  streams === '*' || anyOf.some(stream => streams.includes(stream))
