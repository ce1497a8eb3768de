import net from 'node:net'
import type { DocumentRefusal } from '../../core/refusals/document-refusal.ts'
import { ok, type Result, refuse } from '../../core/result.ts'

export interface PrinterAddress {
  readonly host: string
  readonly port: number
}

const limitMs = 8_000

/** Sends raw bytes as receipt printers take them on port 9100, and waits until the printer has taken the last one. */
export function printOnNetwork(
  { host, port }: PrinterAddress,
  bytes: Uint8Array,
): Promise<Result<{ printer: string }, DocumentRefusal>> {
  return new Promise(resolve => {
    const socket = net.connect({ host, port })
    let isConnected = false
    const fail = () => {
      socket.destroy()
      const refusal = { type: 'printer-unreachable', host, port } as const
      resolve(refuse(isConnected ? { ...refusal, mayHavePrinted: true } : refusal))
    }
    socket.setTimeout(limitMs, fail)
    socket.once('error', fail)
    socket.once('connect', () => {
      isConnected = true
      socket.end(bytes)
    })
    // What a printer says back, such as its paper status, is read and let go, or the connection would never close.
    socket.resume()
    socket.once('close', hadError => {
      if (!hadError) resolve(ok({ printer: `${host}:${port}` }))
    })
  })
}
