import { isIPv6 } from 'node:net'
import { parseArgs } from 'node:util'
import { ok, type Result, refuse } from '../core/result.ts'
import { isAddressSafe } from '../core/sync/http-transport.ts'

export interface Settings {
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly tls: { readonly keyFile: string; readonly certFile: string } | null
  /** Other computers reach this address without TLS of ours: the operator says that it ends in front of the server. */
  readonly isTlsInFront: boolean
  readonly requestsPerMinute: number
  readonly deviceRequestsPerMinute: number
}

export const usage = `npm run server -- [--data DIR] [--host 127.0.0.1] [--port 8787] [--tls-key FILE --tls-cert FILE | --tls-in-front] [--requests-per-minute 1200] [--device-requests-per-minute 600]`

const number = (text: string, min: number, max: number): number | null =>
  /^\d{1,7}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null

/** Reads the command line; refuses with a sentence for the person who typed it. Rule: Y38. */
export function readSettings(args: readonly string[]): Result<Settings, string> {
  const text = { type: 'string' } as const
  const options = {
    data: text,
    host: text,
    port: text,
    'tls-key': text,
    'tls-cert': text,
    'tls-in-front': { type: 'boolean' } as const,
    'requests-per-minute': text,
    'device-requests-per-minute': text,
  }
  let values: ReturnType<typeof parseArgs<{ readonly options: typeof options }>>['values']
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
  const host = values.host ?? '127.0.0.1'
  const isInTheOpen = tls === null && !isAddressSafe(`http://${isIPv6(host) ? `[${host}]` : host}`)
  if (isInTheOpen && values['tls-in-front'] !== true)
    return refuse(
      `Other computers reach ${host}, and nothing travels between machines without TLS: give --tls-key and --tls-cert, or --tls-in-front where a proxy speaks TLS before this server.`,
    )
  return ok({
    folder: values.data ?? 'sync-server-data',
    host,
    port,
    tls,
    isTlsInFront: isInTheOpen,
    requestsPerMinute,
    deviceRequestsPerMinute,
  })
}
