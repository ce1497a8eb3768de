import { limits } from './limits.ts'

/** How many compressed bytes the next batch aims at: twice as many after each success, half after each time-out. */
export interface BatchSize {
  readonly bytes: () => number
  /** How many bytes of records to take so that about `bytes()` of them go over the wire. */
  readonly unfoldedBytes: () => number
  readonly succeeded: (unfolded: number, folded: number) => void
  readonly timedOut: () => void
}

/** What journal records usually shrink to, until the first batch has shown it. */
const usualRatio = 3

export function batchSize(): BatchSize {
  let bytes: number = limits.batchBytesMin
  let ratio = usualRatio
  return {
    bytes: () => bytes,
    unfoldedBytes: () => Math.floor(bytes * ratio),
    succeeded: (unfolded, folded) => {
      ratio = Math.min(Math.max(unfolded / folded, 1), 10)
      bytes = Math.min(bytes * 2, limits.batchBytesMax)
    },
    timedOut: () => {
      bytes = Math.max(Math.floor(bytes / 2), limits.batchBytesMin)
    },
  }
}
