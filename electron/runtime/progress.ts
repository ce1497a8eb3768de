const reportEveryMs = 5_000

/** Goes to stderr: stdout belongs to the application that is being started. */
export function say(line: string): void {
  process.stderr.write(`nexum-branch: ${line}\n`)
}

/** The end of a run that cannot go on, for a reason outside the program: told in a sentence, not by the place in the code. */
export function giveUp(...lines: readonly string[]): never {
  for (const line of lines) say(line)
  process.exit(1)
}

/** Says what is going on, and again every few seconds, so that a slow line or machine is not taken for a hang. */
export async function withProgress<T>(label: string, work: () => Promise<T>): Promise<T> {
  const startedMs = performance.now()
  const elapsedSeconds = () => Math.round((performance.now() - startedMs) / 1000)
  say(`${label} ...`)
  const timer = setInterval(() => say(`${label} ... ${elapsedSeconds()} s`), reportEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
