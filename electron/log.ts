import fs from 'node:fs'
import path from 'node:path'

const maxBytes = 1_000_000
const keptFiles = 3
/** A word of a programmer, never of a person: names, numbers, notes and amounts do not fit through. */
const code = /^[A-Za-z][A-Za-z0-9._:-]{0,59}$/

export type LogFields = Readonly<Record<string, number | boolean | string>>
export type Log = (event: string, fields?: LogFields) => void

/**
 * Appends one JSON line per event to `name.log` in `folder`, of codes only: text that is not a code is dropped, so no
 * message of an error and nothing that a person typed can reach the file. Written at once, because the next moment may
 * be the process's last; a disk that cannot take it must not stop the work.
 */
export function openLog(folder: string, name: string, now: () => string): Log {
  const file = path.join(folder, `${name}.log`)
  return (event, fields = {}) => {
    const line = JSON.stringify({ at: now(), event: codeOrNothing(event), ...codesOnly(fields) })
    try {
      fs.mkdirSync(folder, { recursive: true })
      rotate(file)
      fs.appendFileSync(file, `${line}\n`)
    } catch {
      // Nowhere to say it: the log is where such things are said.
    }
  }
}

const codeOrNothing = (text: string): string => (code.test(text) ? text : 'not-a-code')

function codesOnly(fields: LogFields): LogFields {
  const safe = ([key, value]: [string, number | boolean | string]) => [
    key,
    typeof value === 'string' ? codeOrNothing(value) : value,
  ]
  return Object.fromEntries(Object.entries(fields).map(safe))
}

function rotate(file: string): void {
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return
  for (let age = keptFiles - 1; age >= 1; age--) {
    const older = `${file}.${age}`
    if (fs.existsSync(older)) fs.renameSync(older, `${file}.${age + 1}`)
  }
  fs.renameSync(file, `${file}.1`)
}

/** What may be said of an error: its class, its code, and the place in our own bundle. Never its message. */
export function errorCodes(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = /([A-Za-z0-9._-]+):(\d+):(\d+)\)?$/m.exec(error.stack?.replace(error.message, '') ?? '')
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(at?.[1] !== undefined && { file: at[1], line: Number(at[2]), column: Number(at[3]) }),
  }
}
