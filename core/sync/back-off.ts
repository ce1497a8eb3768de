const firstMs = 2_000
const longestMs = 30 * 60_000

/**
 * How long to wait because the server asks for it: anybody on the line can say so in its name, and no word of theirs keeps a device
 * away for longer than its own patience. Rule: Y40.
 */
export const askedToWaitMs = (retryAfterSeconds: number): number => Math.min(retryAfterSeconds * 1000, longestMs)

/** How long to wait after so many failures in a row: anything up to a doubling bound, so that devices do not come in step. */
export function backOffMs(failures: number, randomBytes: (count: number) => Uint8Array): number {
  const boundMs = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 20))
  const [high = 0, middle = 0, low = 0] = randomBytes(3)
  return Math.floor((boundMs * (high * 65_536 + middle * 256 + low)) / 16_777_216)
}
