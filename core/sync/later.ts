/** Calls back once after a while, unless the returned function is called before. The simulator passes its own. */
export type Later = (delayMs: number, callback: () => void) => () => void

/** The process's own timers; none of them keeps it alive. */
export const realLater: Later = (delayMs, callback) => {
  const timer = setTimeout(callback, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}
