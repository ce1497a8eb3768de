import { type HandDevice, headOffice } from './device.ts'
import { removeFolder, startServer, type TestServer, type TestServerOptions } from './server.ts'

export interface EnrolledDevice {
  readonly device: HandDevice
  readonly server: TestServer
  /** Stops the server, which fails when something broke inside it, and removes its files. */
  readonly close: () => Promise<void>
}

/** A head-office log on a server of its own. */
export async function enrolled(seed: string, options: TestServerOptions = {}): Promise<EnrolledDevice> {
  const server = await startServer(options)
  const device = await headOffice(server, seed)
  const close = async (): Promise<void> => {
    await server.close()
    removeFolder(server.folder)
  }
  return { device, server, close }
}
