/** Measures how long, never what time it is: setting the clock neither shortens a wait nor keeps a window open. */
export interface Timekeeper {
  /** Milliseconds since some moment in this process's life; only ever grows. */
  readonly elapsedMs: () => number
  /** Calls back once after the time, unless the returned function is called before. Never keeps the process alive. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}
