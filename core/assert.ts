/** A bug, not a refusal: something the code guarantees did not hold. Only the edges (port, server, command line) catch it. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

/** Asserts what the program itself guarantees, in production too. Never for what people or the wire sent. */
export function assert(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new BrokenPromise(promise)
}

/** The value of something that the program guarantees to be there. */
export function present<T>(value: T | null | undefined, promise: string): T {
  assert(value !== null && value !== undefined, promise)
  return value
}
