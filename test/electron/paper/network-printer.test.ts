import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { printOnNetwork } from '../../../electron/paper/network-printer.ts'

const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)
let printer: net.Server
afterEach(() => void printer.close())

async function listen(take: (socket: net.Socket) => void): Promise<{ host: string; port: number }> {
  printer = net.createServer(take).listen(0, '127.0.0.1')
  await once(printer, 'listening')
  return { host: '127.0.0.1', port: (printer.address() as AddressInfo).port }
}

test('[W13] a printer on the network gets every byte, and may answer', async () => {
  const taken: Buffer[] = []
  const address = await listen(socket => {
    socket.write('paper low')
    socket.on('data', part => taken.push(part))
  })
  const result = await printOnNetwork(address, bytes)
  expect(result).toEqual({ ok: true, value: { printer: `127.0.0.1:${address.port}` } })
  expect(Buffer.concat(taken).equals(bytes)).toBe(true)
})

test('[W13] a printer that is not there, or hangs up, is refused by its address', async () => {
  const address = await listen(socket => socket.resetAndDestroy())
  const refusal = { type: 'printer-unreachable', ...address }
  expect(await printOnNetwork(address, bytes)).toEqual({ ok: false, refusal })
  printer.close()
  await once(printer, 'close')
  expect(await printOnNetwork(address, bytes)).toEqual({ ok: false, refusal })
})
