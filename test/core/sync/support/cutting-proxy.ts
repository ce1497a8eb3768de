import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CuttingProxy {
  readonly url: string
  /** Cuts where the server begins to answer a request that begins so: it has done its work, and nobody hears of it. */
  cutAnswersTo: string | null
  /** Lets only so many more bytes of requests through, then cuts; null for no limit. */
  bytesLeft: number | null
  readonly cuts: () => number
  /** Bytes both ways, headers and all. */
  readonly carried: () => number
  readonly close: () => Promise<void>
}

/** A line to the server that is really cut: both sockets are destroyed in mid-air. */
export async function cuttingProxy(serverUrl: string): Promise<CuttingProxy> {
  const { port, hostname } = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let cuts = 0
  let carried = 0
  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    let asked = ''
    const cut = (): void => {
      cuts += 1
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      socket.on('data', bytes => {
        carried += bytes.length
      })
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('data', bytes => {
      asked = /^(?:GET|POST|PUT) \S+/m.exec(bytes.toString('latin1'))?.[0] ?? asked
      if (proxy.bytesLeft !== null) proxy.bytesLeft -= bytes.length
      if (proxy.bytesLeft !== null && proxy.bytesLeft < 0) cut()
      else far.write(bytes)
    })
    far.on('data', bytes => (proxy.cutAnswersTo && asked.startsWith(proxy.cutAnswersTo) ? cut() : near.write(bytes)))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.on('end', () => far.end())
    far.on('end', () => near.end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAnswersTo: null,
    bytesLeft: null,
    cuts: () => cuts,
    carried: () => carried,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
  return proxy
}
