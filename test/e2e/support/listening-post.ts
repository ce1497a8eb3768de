import dgram from 'node:dgram'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** An address on this computer that takes down whoever so much as knocks, by TCP or UDP. */
export interface ListeningPost {
  readonly port: number
  readonly knocks: () => number
  readonly close: () => void
}

export async function openListeningPost(): Promise<ListeningPost> {
  let knocks = 0
  const tcp = net.createServer(socket => {
    knocks += 1
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = dgram.createSocket('udp4', () => {
    knocks += 1
  })
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  const close = () => {
    tcp.close()
    udp.close()
  }
  return { port, knocks: () => knocks, close }
}
