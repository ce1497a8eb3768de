import { parseArgs } from 'node:util'
import { ok, type Result, refuse } from '../core/result.ts'

export interface Settings {
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly tls: { readonly keyFile: string; readonly certFile: string } | null
  readonly requestsPerMinute: number
  readonly deviceRequestsPerMinute: number
}

export const usage = `npm run server -- [--data DIR] [--host 127.0.0.1] [--port 8787] [--tls-key FILE --tls-cert FILE] [--requests-per-minute 1200] [--device-requests-per-minute 600]`

const number = (text: string, min: number, max: number): number | null =>
  /^\d{1,7}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null

/** Reads the command line; refuses with a sentence for the person who typed it. */
export function readSettings(args: readonly string[]): Result<Settings, string> {
  const text = { type: 'string' } as const
  const options = {
    data: text,
    host: text,
    port: text,
    'tls-key': text,
    'tls-cert': text,
    'requests-per-minute': text,
    'device-requests-per-minute': text,
  }
  let values: { readonly [name in keyof typeof options]?: string | undefined }
  try {
    values = parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'The command line could not be read.')
  }
  const port = number(values.port ?? '8787', 0, 65_535)
  const requestsPerMinute = number(values['requests-per-minute'] ?? '1200', 1, 1_000_000)
  const deviceRequestsPerMinute = number(values['device-requests-per-minute'] ?? '600', 1, 1_000_000)
  if (port === null) return refuse('--port is a number from 0 to 65535.')
  if (requestsPerMinute === null) return refuse('--requests-per-minute is a number from 1 to 1000000.')
  if (deviceRequestsPerMinute === null) return refuse('--device-requests-per-minute is a number from 1 to 1000000.')
  const keyFile = values['tls-key']
  const certFile = values['tls-cert']
  if ((keyFile === undefined) !== (certFile === undefined)) return refuse('--tls-key and --tls-cert go together.')
  const tls = keyFile !== undefined && certFile !== undefined ? { keyFile, certFile } : null
  return ok({
    folder: values.data ?? 'sync-server-data',
    host: values.host ?? '127.0.0.1',
    port,
    tls,
    requestsPerMinute,
    deviceRequestsPerMinute,
  })
}
