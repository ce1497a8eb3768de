const reportEveryMs = 5_000

/** Goes to stderr: stdout belongs to the application that is being started. */
export function say(line: string): void {
  process.stderr.write(`nexum-branch: ${line}\n`)
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
